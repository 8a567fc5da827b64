import { describe, expect, it } from 'vitest'
import { CHECKS, type CheckId } from '../../shared/checks.ts'
import { REASONS, type ReasonCode } from '../../shared/reasons.ts'
import { answers } from '../support/answers.ts'
import { LIES } from '../support/every-reason.ts'
import type { Lie } from '../support/lies.ts'

const ROWS = Object.entries(LIES) as readonly [ReasonCode, Lie][]
/** Checks whose failure stops those behind them. */
const STOPPING: readonly CheckId[] = [
  'format',
  'issuer_key',
  'signature',
  'disclosures',
  'holder_binding',
]
const VERDICT_BY_GROUP = {
  integrity: 'rejected',
  in_force: 'not_in_force',
  trust: 'unrecognized_issuer',
} as const

describe('every reason has a way to it', () => {
  it('and no other row', () => {
    expect(Object.keys(LIES).toSorted()).toEqual(Object.keys(REASONS).toSorted())
  })

  it.each(ROWS)('%s', async (code, lie) => {
    const result = await lie()
    const check = code.slice(0, code.indexOf('.')) as CheckId
    const { outcome } = REASONS[code]
    const found = result.checks.find((answer) => answer.check === check)
    expect(found).toMatchObject({ check, outcome, problem: { code } })
    expect(result.verdict).toBe(
      outcome === 'unknown' ? 'inconclusive' : VERDICT_BY_GROUP[CHECKS[check].group],
    )
    const behind = Object.values(answers(result).checks).slice(
      result.checks.findIndex((r) => r.check === check) + 1,
    )
    if (STOPPING.includes(check)) {
      expect(new Set(behind)).toEqual(new Set([`not_run because of ${check}`]))
    } else {
      expect(behind.join()).not.toContain('not_run')
    }
  })
})
