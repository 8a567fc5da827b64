// Arguments of `npm run sign`.
import { describe, expect, it } from 'vitest'
import { readSignArguments } from '../../scripts/arguments.mjs'

const WHOLE = ['--origin', 'https://licet.example', '--issuer', 'board', '--key', 'key.jwk']

describe('npm run sign', () => {
  it('takes where, for whom and by which key, and asks unless told not to', () => {
    expect(readSignArguments(WHOLE)).toMatchObject({ issuer: 'board', key: 'key.jwk', yes: false })
    expect(readSignArguments([...WHOLE, '--yes'])).toMatchObject({ yes: true })
  })

  it('says what is missing', () => {
    expect(() => readSignArguments(['--issuer', 'board'])).toThrow('Missing: --origin, --key')
  })

  it('needs nothing for help', () => {
    expect(readSignArguments(['--help'])).toMatchObject({ help: true })
  })
})
