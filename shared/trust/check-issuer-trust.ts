// Was the issuer entitled to issue this, and is it still? Uses the verifier and the status check that are passed in.
import type { Awaitable } from '../awaitable.ts'
import type { IssuerKey } from '../keys/resolve-issuer-key.ts'
import type { CredentialClaims } from '../parse/credential.ts'
import { type Problem, problem, type ReasonCodeOf } from '../reasons.ts'
import type { Result } from '../result.ts'
import { type CheckResult, notPassed, passed } from '../verdict.ts'
import type { SignedCredential } from '../verify-signed.ts'
import type { Accreditation } from './accreditation.ts'
import { judgeChain } from './chain.ts'
import { type AssessContext, gatherWays, type Ways } from './gather-ways.ts'
import { type Closing, closingOf, objectionTo } from './judge-remarks.ts'
import { credentialScope } from './scope.ts'
import type { TrustSnapshot } from './snapshot.ts'

export interface TrustAnswer {
  readonly result: CheckResult
  /** From the issuer upwards; empty unless the check passed. */
  readonly chain: readonly Accreditation[]
  /** Where the issuer has closed; never good or bad news by itself. */
  readonly closing?: Closing | undefined
}

interface Moments {
  /** The moment that is asked about, and the clock. */
  readonly nowSeconds: number
  readonly clockSeconds: number
}

interface TrustContext extends AssessContext, Moments {
  readonly snapshot: Result<TrustSnapshot, Problem<ReasonCodeOf<'issuer_trust'>>>
}

/**
 * Judges the chains of the trust list for the issuer of a credential, at the award date and now.
 *
 * Reasons: every `issuer_trust.*`.
 */
export function checkIssuerTrust(
  signed: SignedCredential,
  context: TrustContext,
): Awaitable<TrustAnswer> {
  const recalled = recallIssuerTrust(signed, context)
  if (recalled || !context.snapshot.ok) return recalled ?? NOT_ACCREDITED
  const { claims } = signed
  return gatherWays(claims.issuer.id, context.snapshot.value, context).then((ways) =>
    judge(claims, ways, context),
  )
}

const NOT_ACCREDITED: TrustAnswer = {
  result: notPassed(problem('issuer_trust.not_accredited')),
  chain: [],
}

/**
 * As `checkIssuerTrust`, where nothing has to be assessed first; else undefined. Nobody is asked, so it may be done for claims
 * that are not proved yet.
 */
export function recallIssuerTrust(
  { claims, key }: { readonly claims: CredentialClaims; readonly key: IssuerKey },
  context: Pick<TrustContext, 'moment' | 'snapshot'> & Moments,
): TrustAnswer | undefined {
  const { moment, snapshot } = context
  if (!snapshot.ok) return { result: notPassed(snapshot.error), chain: [] }
  // A key that a look-up returned proves who controls a web server, not who was accredited.
  if (!key.listed) return NOT_ACCREDITED
  const ways = moment?.waysOf(claims.issuer.id)
  return ways && judge(claims, ways, context)
}

function judge(
  claims: CredentialClaims,
  ways: Ways,
  { clockSeconds, nowSeconds }: Moments,
): TrustAnswer {
  const scope = credentialScope(claims)
  const isRemarked = ways.remarks.size > 0
  const remarked = { scope, ways, clockSeconds }
  const closing = isRemarked ? closingOf(claims.issuer.id, remarked) : undefined
  const judged = judgeChain({
    anchors: ways.anchors,
    accreditations: ways.accreditations,
    issuer: claims.issuer.id,
    scope,
    awardedSeconds: claims.awardedSeconds ?? claims.validFromSeconds ?? nowSeconds,
    nowSeconds,
    closedSeconds: closing?.closedSeconds,
  })
  if (!judged.ok) return { result: notPassed(judged.error), chain: [], closing }
  const objection = isRemarked ? objectionTo(claims, remarked) : undefined
  return objection
    ? { result: notPassed(objection), chain: [], closing }
    : { result: passed('issuer_trust'), chain: judged.value, closing }
}

/** Who may answer for the status of a credential whose issuer has closed; undefined for nearly every issuer. */
export function keeperOfRecords(
  claims: CredentialClaims,
  { clockSeconds, snapshot, ...context }: TrustContext,
): Awaitable<string | undefined> {
  const issuer = claims.issuer.id
  if (!snapshot.ok || !snapshot.value.remarks.has(issuer)) return undefined
  return gatherWays(issuer, snapshot.value, context).then(
    (ways) => closingOf(issuer, { scope: credentialScope(claims), ways, clockSeconds })?.keeper,
  )
}
