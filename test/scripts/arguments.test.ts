// What may be typed after `npm start --` and `npm test --`.
import { describe, expect, it } from 'vitest'
import {
  readConformanceArguments,
  readStartArguments,
  readTestArguments,
} from '../../scripts/arguments.mjs'

describe('npm start', () => {
  it('uses port 8787 and keeps the data unless told otherwise', () => {
    expect(readStartArguments([])).toEqual({ port: 8787, fresh: false, help: false })
  })

  it('takes another port and a fresh beginning', () => {
    expect(readStartArguments(['--port', '9001', '--fresh'])).toEqual({
      port: 9001,
      fresh: true,
      help: false,
    })
  })

  it.each(['0', '80', '1023', '65536', '80a', '-1', '', '8787.5', '../x'])(
    'refuses %j as a port',
    (port) => {
      expect(() => readStartArguments([`--port=${port}`])).toThrow(/Not a port/)
    },
  )

  it('refuses an option it does not know', () => {
    expect(() => readStartArguments(['--frehs'])).toThrow(/--frehs/)
  })
})

describe('npm run conformance:server', () => {
  it('has a port and data of its own', () => {
    expect(readConformanceArguments([])).toEqual({ port: 8443, fresh: false, help: false })
    expect(readConformanceArguments(['--port', '9002']).port).toBe(9002)
  })
})

describe('npm test', () => {
  const stages = ['types', 'lint', 'unit']

  it('runs every stage when none is named', () => {
    expect(readTestArguments([], stages)).toEqual({ help: false, stages })
  })

  it('runs the named stages in their usual order', () => {
    expect(readTestArguments(['unit', 'types'], stages).stages).toEqual(['types', 'unit'])
  })

  it('refuses a stage that does not exist', () => {
    expect(() => readTestArguments(['unti'], stages)).toThrow(/no stage called unti/)
  })
})
