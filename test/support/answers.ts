// A verification result in few words, so that a test can compare all of it. Pure.
import { CHECK_IDS, type CheckId } from '../../shared/checks.ts'
import type { ReasonCode } from '../../shared/reasons.ts'
import type { CheckResult, Verdict } from '../../shared/verdict.ts'

type Answer = ReasonCode | 'pass' | 'not_applicable' | `not_run because of ${CheckId}`

export interface Answers {
  readonly verdict: Verdict
  readonly checks: Readonly<Record<string, Answer>>
}

const answer = (result: CheckResult): Answer => {
  if (result.outcome === 'not_run') return `not_run because of ${result.because}`
  return 'problem' in result ? result.problem.code : result.outcome
}

/** Verdict and answers by check; the keys keep the order of the result. */
export const answers = (result: {
  readonly verdict: Verdict
  readonly checks: readonly CheckResult[]
}): Answers => ({
  verdict: result.verdict,
  checks: Object.fromEntries(result.checks.map((check) => [check.check, answer(check)])),
})

/** What a valid credential with a status entry answers, some of it replaced. */
export const expected = (
  verdict: Verdict,
  changes: Partial<Record<CheckId, Answer>> = {},
): Answers => ({
  verdict,
  checks: {
    format: 'pass',
    issuer_key: 'pass',
    signature: 'pass',
    disclosures: 'not_applicable',
    holder_binding: 'not_applicable',
    validity_period: 'pass',
    status: 'pass',
    issuer_trust: 'pass',
    transparency: 'not_applicable',
    ...changes,
  },
})

/** What a credential answers that was stopped by a problem in one of the first three checks. */
export function stoppedBy(code: ReasonCode, verdict: Verdict = 'rejected'): Answers {
  const stop = code.slice(0, code.indexOf('.')) as CheckId
  const place = CHECK_IDS.indexOf(stop)
  return {
    verdict,
    checks: Object.fromEntries(
      CHECK_IDS.map((check, index): [CheckId, Answer] => [
        check,
        index < place ? 'pass' : index === place ? code : `not_run because of ${stop}`,
      ]),
    ),
  }
}
