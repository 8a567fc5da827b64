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

const each = (outcome: 'pass' | 'not_applicable') =>
  Object.fromEntries(
    CHECK_IDS.map((check) => [check, Object.freeze({ check, outcome })]),
  ) as Readonly<Record<CheckId, CheckResult>>
const PASSED = each('pass')
const NOT_APPLICABLE = each('not_applicable')

/** The question was answered with yes. */
export const passed = (check: CheckId): CheckResult => PASSED[check]
/** The question does not arise for this credential. */
export const notApplicable = (check: CheckId): CheckResult => NOT_APPLICABLE[check]
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
  const checks = CHECK_IDS.map(
    (check, at) => inPlace(done[at], check) ?? find(done, check) ?? notRun(check, done),
  )
  let verdict: Verdict = 'verified'
  for (const result of checks) verdict = worseOf(verdict, verdictOf(result))
  return { verdict, checks }
}

const worseOf = (one: Verdict, other: Verdict): Verdict =>
  one === other || VERDICTS.indexOf(one) < VERDICTS.indexOf(other) ? one : other

/** Most answers stand where their question does. */
const inPlace = (result: CheckResult | undefined, check: CheckId): CheckResult | undefined =>
  result?.check === check ? result : undefined

const find = (done: readonly CheckResult[], check: CheckId): CheckResult | undefined =>
  done.find((result) => result.check === check)

const notRun = (check: CheckId, done: readonly CheckResult[]): CheckResult => ({
  check,
  outcome: 'not_run',
  because:
    done.findLast(({ outcome }) => outcome === 'fail' || outcome === 'unknown')?.check ?? 'format',
})

/** What a failed check of a group makes of the whole. */
const VERDICT_OF_GROUP = {
  integrity: 'rejected',
  in_force: 'not_in_force',
  trust: 'unrecognized_issuer',
} as const

/** The verdict if this were the only answer. */
function verdictOf({ check, outcome }: CheckResult): Verdict {
  if (outcome === 'fail') return VERDICT_OF_GROUP[CHECKS[check].group]
  return outcome === 'unknown' || outcome === 'not_run' ? 'inconclusive' : 'verified'
}
