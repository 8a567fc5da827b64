// How many passed, failed and did not run.
import { describe, expect, it } from 'vitest'
import { add, countTests, lastLine, NOTHING, settle } from '../../scripts/test-report.mjs'

const report = (...files: { status: string; tests: string[] }[]) =>
  JSON.stringify({
    testResults: files.map(({ status, tests }) => ({
      status,
      assertionResults: tests.map((test) => ({ status: test })),
    })),
  })

describe('countTests', () => {
  it('counts what passed, failed and was left out', () => {
    const text = report({
      status: 'failed',
      tests: ['passed', 'failed', 'skipped', 'pending', 'todo'],
    })
    expect(countTests(text, 1)).toEqual({ passed: 1, failed: 1, notRun: 3 })
  })

  it('counts a file that could not be loaded as a failure', () => {
    const text = report({ status: 'passed', tests: ['passed'] }, { status: 'failed', tests: [] })
    expect(countTests(text, 1)).toEqual({ passed: 1, failed: 1, notRun: 0 })
  })

  it('counts a file whose set-up failed after its tests were listed', () => {
    const text = report({ status: 'failed', tests: ['skipped', 'skipped'] })
    expect(countTests(text, 1)).toEqual({ passed: 0, failed: 1, notRun: 2 })
  })

  it('counts a run that ended badly although every test passed', () => {
    expect(countTests(report({ status: 'passed', tests: ['passed'] }), 1).failed).toBe(1)
  })

  it.each([undefined, '', '{', '{}', '{"testResults":3}'])(
    'counts the report %j as a failure',
    (text) => {
      expect(countTests(text, 0)).toEqual({ passed: 0, failed: 1, notRun: 0 })
    },
  )

  it('counts a run without any test as a failure', () => {
    expect(countTests(report(), 0).failed).toBe(1)
  })
})

it('calls what did not run a failure in CI, and only there', () => {
  const counts = { passed: 5, failed: 1, notRun: 2 }
  expect(settle(counts, true)).toEqual({ passed: 5, failed: 3, notRun: 0 })
  expect(settle(counts, false)).toEqual(counts)
})

it('ends with one line of two numbers', () => {
  const sum = add(add(NOTHING, { passed: 2, failed: 0, notRun: 1 }), {
    passed: 3,
    failed: 1,
    notRun: 0,
  })
  expect(lastLine(sum)).toBe('5 passed, 1 failed')
})
