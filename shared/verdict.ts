// From check results to one verdict. Pure.
import { CHECK_IDS, CHECKS, type CheckId } from './checks.ts'
import { type Problem, REASONS, type ReasonCodeOf } from './reasons.ts'

export type CheckResult =
  | { readonly check: CheckId; readonly outcome: 'pass' | 'not_applicable' }
  | { readonly check: CheckId; readonly outcome: 'fail' | 'unknown'; readonly problem: Problem }
  | { readonly check: CheckId; readonly outcome: 'not_run'; readonly because: CheckId }

/** Worst first. */
export const VERDICTS = [
  'rejected',
  'not_in_force',
  'inconclusive',
  'unrecognized_issuer',
  'verified',
] as const

export type Verdict = (typeof VERDICTS)[number]

/** The question was answered with yes. */
export const passed = (check: CheckId): CheckResult => ({ check, outcome: 'pass' })
/** The question does not arise for this credential. */
export const notApplicable = (check: CheckId): CheckResult => ({ check, outcome: 'not_applicable' })
/** The question was answered with no, or could not be: the reason knows which. */
export const notPassed = <C extends CheckId>(problem: Problem<ReasonCodeOf<C>>): CheckResult => ({
  check: problem.code.slice(0, problem.code.indexOf('.')) as CheckId,
  outcome: REASONS[problem.code].outcome,
  problem,
})

/**
 * Folds check results into one verdict. The worst news wins; silence is never good news.
 *
 * A check that is not among `done` is listed as `not_run`, so that nobody ever reads an absence as a pass.
 */
export function conclude(done: readonly CheckResult[]): {
  readonly verdict: Verdict
  readonly checks: readonly CheckResult[]
} {
  const stoppedAt = done.findLast((r) => r.outcome === 'fail' || r.outcome === 'unknown')?.check
  const checks = CHECK_IDS.map(
    (check): CheckResult =>
      done.find((r) => r.check === check) ?? {
        check,
        outcome: 'not_run',
        because: stoppedAt ?? 'format',
      },
  )
  const failed = (group: string) =>
    checks.some((r) => r.outcome === 'fail' && CHECKS[r.check].group === group)
  if (failed('integrity')) return { verdict: 'rejected', checks }
  if (failed('in_force')) return { verdict: 'not_in_force', checks }
  if (checks.some((r) => r.outcome === 'unknown' || r.outcome === 'not_run')) {
    return { verdict: 'inconclusive', checks }
  }
  if (failed('trust')) return { verdict: 'unrecognized_issuer', checks }
  return { verdict: 'verified', checks }
}
