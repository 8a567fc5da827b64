import { describe, expect, it } from 'vitest'
import { CHECK_IDS, type CheckId } from '../../shared/checks.ts'
import { problem, type ReasonCode } from '../../shared/reasons.ts'
import {
  type CheckResult,
  conclude,
  notApplicable,
  notPassed,
  passed,
  VERDICTS,
} from '../../shared/verdict.ts'

const allPassed = CHECK_IDS.map(passed)
const withLies = (...codes: readonly ReasonCode[]) => {
  const lies = codes.map((code) => notPassed(problem(code)))
  return allPassed.map((result) => lies.find(({ check }) => check === result.check) ?? result)
}

describe('one verdict from nine answers', () => {
  it.each<[string, readonly ReasonCode[], string]>([
    ['nothing wrong', [], 'verified'],
    ['the issuer not recognised', ['issuer_trust.not_accredited'], 'unrecognized_issuer'],
    ['a list unread', ['status.list_unreachable'], 'inconclusive'],
    [
      'a list unread and nobody recognised',
      ['status.list_unreachable', 'issuer_trust.not_accredited'],
      'inconclusive',
    ],
    ['the end reached', ['validity_period.expired'], 'not_in_force'],
    [
      'the end reached and a list unread',
      ['validity_period.expired', 'status.list_unreachable'],
      'not_in_force',
    ],
    [
      'withdrawn by somebody unknown',
      ['status.revoked', 'issuer_trust.not_accredited'],
      'not_in_force',
    ],
    ['a forgery that has ended', ['signature.mismatch', 'validity_period.expired'], 'rejected'],
  ])('with %s', (_, codes, verdict) => {
    expect(conclude(withLies(...codes)).verdict).toBe(verdict)
  })

  it('takes what does not apply for no obstacle', () => {
    expect(conclude(CHECK_IDS.map(notApplicable)).verdict).toBe('verified')
  })

  it.each(CHECK_IDS)('never takes silence about %s for good news', (missing) => {
    const { verdict, checks } = conclude(allPassed.filter(({ check }) => check !== missing))
    expect(verdict).toBe('inconclusive')
    expect(checks.find(({ check }) => check === missing)?.outcome).toBe('not_run')
  })

  it('says which answer stopped the rest', () => {
    const done: readonly CheckResult[] = [
      passed('format'),
      notPassed(problem('issuer_key.did_unreachable')),
    ]
    const because = (check: CheckId) => conclude(done).checks.find((r) => r.check === check)
    expect(because('status')).toEqual({
      check: 'status',
      outcome: 'not_run',
      because: 'issuer_key',
    })
    expect(conclude([]).checks[0]).toEqual({
      check: 'format',
      outcome: 'not_run',
      because: 'format',
    })
  })

  it('knows five verdicts, worst first', () => {
    expect(VERDICTS).toEqual([
      'rejected',
      'not_in_force',
      'inconclusive',
      'unrecognized_issuer',
      'verified',
    ])
  })
})
