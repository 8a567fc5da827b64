// What remarks make of a credential: its issuer closed, who keeps its records, its awards are in doubt. Pure.
import { formatDateTime } from '../encoding/time.ts'
import type { CredentialClaims } from '../parse/credential.ts'
import { type Problem, problem, REASONS, type ReasonCodeOf } from '../reasons.ts'
import { type ChainQuestion, judgeChain } from './chain.ts'
import type { AssessedRemark } from './gather-remarks.ts'
import type { Ways } from './gather-ways.ts'
import { mayBeTainted } from './programme.ts'
import type { Succession, Taint } from './remark.ts'
import type { Scope } from './scope.ts'

type TrustProblem = Problem<ReasonCodeOf<'issuer_trust'>>

/** An issuer that closed, by the word of who recognised it. */
export interface Closing {
  /** The id of the signed record. */
  readonly record: string
  readonly speaker: string
  readonly closedSeconds: number
  /** Who keeps the records today, where somebody does who is recognised for what they hold. */
  readonly keeper?: string
}

/** For what a credential needs recognition, and what is known of those who give it. */
export interface RemarkContext {
  readonly scope: Scope
  readonly ways: Ways
  /** The clock: who speaks of the past must be recognised today. */
  readonly clockSeconds: number
}

/**
 * What stands against a credential whose chain holds, undefined where nothing does. A remark counts if it is by somebody who
 * recognises the issuer for such a credential, directly or through others; one that cannot be read counts for the worst.
 *
 * Reasons: `issuer_trust.accreditation_expired`, `.tainted_interval`, `.under_investigation`, `.accreditation_unconfirmed`.
 */
export function objectionTo(
  claims: CredentialClaims,
  context: RemarkContext,
): TrustProblem | undefined {
  const { id } = claims.issuer
  const problems = (context.ways.remarks.get(id) ?? []).flatMap(
    (entry) => objectionOf(entry, claims, context) ?? [],
  )
  return problems.find(({ code }) => REASONS[code].outcome === 'fail') ?? problems[0]
}

function objectionOf(
  entry: AssessedRemark,
  claims: CredentialClaims,
  context: RemarkContext,
): TrustProblem | undefined {
  if (entry.standing === 'unreadable') {
    const isHeard = entry.speaker === undefined || mayBeHeard(entry.speaker, claims, context)
    return isHeard ? problem('issuer_trust.accreditation_unconfirmed') : undefined
  }
  const { remark, standing } = entry
  if (remark.kind === 'taint') {
    const counts =
      mayBeTainted(remark, claims, context.scope) && mayBeHeard(remark.speaker, claims, context)
    return counts ? describeTaint(remark) : undefined
  }
  if (latestDateOf(claims) < remark.closedSeconds) return undefined
  const heard = hearClosing(remark, context)
  if (heard === 'no') return undefined
  return heard === 'yes' && standing === 'in_force'
    ? problem('issuer_trust.accreditation_expired', {
        evaluatedAt: 'award_date',
        closedOn: formatDateTime(remark.closedSeconds),
      })
    : problem('issuer_trust.accreditation_unconfirmed')
}

const describeTaint = (taint: Taint): TrustProblem =>
  problem(
    taint.isUnderReview ? 'issuer_trust.under_investigation' : 'issuer_trust.tainted_interval',
    {
      awardedFrom: formatDateTime(taint.awardedFromSeconds),
      awardedUntil: formatDateTime(taint.awardedUntilSeconds),
      reasonCode: taint.reasonCode,
    },
  )

/** Every day that a credential says of itself: who closed signs nothing any more. */
const latestDateOf = (claims: CredentialClaims): number =>
  Math.max(
    claims.awardedSeconds ?? Number.NEGATIVE_INFINITY,
    claims.validFromSeconds ?? Number.NEGATIVE_INFINITY,
    claims.signedAtSeconds ?? Number.NEGATIVE_INFINITY,
  )

/** The closing of an issuer that holds today, undefined where it has not closed, or nobody may say so. */
export function closingOf(issuer: string, context: RemarkContext): Closing | undefined {
  const closed = closedAs(issuer, context)
  if (!closed) return undefined
  const keeper = keeperOf(closed, context)
  const { closedSeconds, id, speaker } = closed
  return { record: id, speaker, closedSeconds, ...(keeper !== undefined && { keeper }) }
}

/** The earliest closing. Where two name different keepers nobody knows who it is. */
function closedAs(issuer: string, context: RemarkContext): Succession | undefined {
  const heard = (context.ways.remarks.get(issuer) ?? []).flatMap((entry) =>
    entry.standing === 'in_force' &&
    entry.remark.kind === 'succession' &&
    entry.remark.closedSeconds <= context.clockSeconds &&
    hearClosing(entry.remark, context) === 'yes'
      ? entry.remark
      : [],
  )
  const [earliest] = heard.sort((a, b) => a.closedSeconds - b.closedSeconds)
  if (!earliest) return undefined
  const { keeper, ...unkept } = earliest
  return heard.every((other) => other.keeper === keeper) ? earliest : unkept
}

/** Follows the records from hand to hand; who holds them last must be recognised today for what they are about. */
function keeperOf(closed: Succession, context: RemarkContext): string | undefined {
  const { remarks } = context.ways
  const seen = new Set<string>()
  for (let last: Succession | undefined = closed; last; ) {
    const { keeper, subject } = last
    seen.add(subject)
    // Whose own remarks were not looked at may have closed as well.
    if (keeper === undefined || seen.has(keeper) || !remarks.has(keeper)) return undefined
    last = closedAs(keeper, context)
    if (!last) return judgeChain(questionOf(keeper, context)).ok ? keeper : undefined
  }
  return undefined
}

const questionOf = (
  issuer: string,
  { clockSeconds, scope, ways }: RemarkContext,
): ChainQuestion => ({
  anchors: ways.anchors,
  accreditations: ways.accreditations,
  issuer,
  scope,
  awardedSeconds: clockSeconds,
  nowSeconds: clockSeconds,
})

/** Whether a doubt counts. It outlives what it is about: an accreditor that ends its recognition does not take its doubt back. */
function mayBeHeard(speaker: string, { issuer }: CredentialClaims, context: RemarkContext) {
  return hear({ ...questionOf(issuer.id, context), speaker: { did: speaker } }) !== 'no'
}

/** Who closes an issuer gives its records away, and so must have recognised it until then. */
const hearClosing = (
  { closedSeconds, speaker, subject }: Succession,
  context: RemarkContext,
): Heard =>
  hear({
    ...questionOf(subject, context),
    speaker: { did: speaker, heldAtSeconds: closedSeconds },
  })

type Heard = 'yes' | 'no' | 'unknown'

function hear(question: ChainQuestion): Heard {
  const judged = judgeChain(question)
  if (judged.ok) return 'yes'
  return REASONS[judged.error.code].outcome === 'fail' ? 'no' : 'unknown'
}
