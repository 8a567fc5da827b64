// Was the issuer entitled to issue this, and is it still? Uses the verifier and the status check that are passed in.
import { ACCREDITATIONS_PER_ISSUER_MAX_COUNT, CHAIN_MAX_LINKS } from '../limits.ts'
import type { CredentialClaims } from '../parse/credential.ts'
import { type Problem, problem, type ReasonCodeOf } from '../reasons.ts'
import type { Result } from '../result.ts'
import type { Verified } from '../signature/verify-signature.ts'
import { type CheckResult, notPassed, passed } from '../verdict.ts'
import type { SignedCredential, VerifySigned } from '../verify-signed.ts'
import { type Accreditation, readAccreditation } from './accreditation.ts'
import { type AssessedAccreditation, judgeChain } from './chain.ts'
import { credentialScope } from './scope.ts'
import type { TrustSnapshot } from './snapshot.ts'

export interface TrustAnswer {
  readonly result: CheckResult
  /** From the issuer upwards; empty unless the check passed. */
  readonly chain: readonly Accreditation[]
}

interface TrustContext {
  readonly nowSeconds: number
  readonly snapshot: Result<TrustSnapshot, Problem<ReasonCodeOf<'issuer_trust'>>>
  readonly verifySigned: VerifySigned
  /** What was assessed for this very moment, by holder: credentials that are verified together share it. */
  readonly assessed: Map<string, Promise<readonly AssessedAccreditation[]>>
  /** The status of a credential that was verified before. */
  readonly checkStatus: (claims: Verified<CredentialClaims>) => Promise<CheckResult>
}

/**
 * Judges the chains of the trust list for the issuer of a credential, at the award date and now.
 *
 * Reasons: every `issuer_trust.*`.
 */
export async function checkIssuerTrust(
  { claims, key }: SignedCredential,
  context: TrustContext,
): Promise<TrustAnswer> {
  const { snapshot, nowSeconds } = context
  if (!snapshot.ok) return { result: notPassed(snapshot.error), chain: [] }
  // A key that a look-up returned proves who controls a web server, not who was accredited.
  if (!key.listed) return { result: notPassed(problem('issuer_trust.not_accredited')), chain: [] }
  const anchors = new Set(snapshot.value.anchors.map(({ did }) => did))
  const judged = judgeChain({
    issuer: claims.issuer.id,
    scope: credentialScope(claims),
    awardedSeconds: claims.awardedSeconds ?? claims.validFromSeconds ?? nowSeconds,
    nowSeconds,
    anchors,
    accreditations: await gather(claims.issuer.id, anchors, snapshot.value, context),
  })
  return judged.ok
    ? { result: passed('issuer_trust'), chain: judged.value }
    : { result: notPassed(judged.error), chain: [] }
}

/** All accreditations on the way up, level by level, each assessed once. */
async function gather(
  issuer: string,
  anchors: ReadonlySet<string>,
  snapshot: TrustSnapshot,
  context: TrustContext,
): Promise<ReadonlyMap<string, readonly AssessedAccreditation[]>> {
  const gathered = new Map<string, readonly AssessedAccreditation[]>()
  let level = [issuer]
  for (let depth = 0; depth < CHAIN_MAX_LINKS && level.length > 0; depth++) {
    const next = new Set<string>()
    for (const holder of level) {
      const assessed = await assessAll(holder, snapshot, context)
      gathered.set(holder, assessed)
      for (const entry of assessed) {
        if (entry.standing !== 'forged') next.add(entry.accreditation.accreditor)
      }
    }
    level = [...next].filter((did) => !anchors.has(did) && !gathered.has(did))
  }
  return gathered
}

function assessAll(
  holder: string,
  { accreditations }: TrustSnapshot,
  context: TrustContext,
): Promise<readonly AssessedAccreditation[]> {
  const texts = (accreditations.get(holder) ?? []).slice(0, ACCREDITATIONS_PER_ISSUER_MAX_COUNT)
  const known =
    context.assessed.get(holder) ?? Promise.all(texts.map((text) => assess(text, holder, context)))
  context.assessed.set(holder, known)
  return known
}

async function assess(
  text: string,
  holder: string,
  context: TrustContext,
): Promise<AssessedAccreditation> {
  const signed = await context.verifySigned(text)
  const accreditation = signed.ok ? readAccreditation(signed.value.claims) : null
  if (!signed.ok || accreditation?.subject !== holder || !signed.value.key.listed) {
    return { standing: 'forged' }
  }
  const status = await context.checkStatus(signed.value.claims)
  const standing = STANDING_BY_OUTCOME[status.outcome]
  return { standing, accreditation }
}

const STANDING_BY_OUTCOME = {
  pass: 'in_force',
  not_applicable: 'in_force',
  fail: 'revoked',
  unknown: 'unconfirmed',
  not_run: 'unconfirmed',
} as const satisfies Record<CheckResult['outcome'], AssessedAccreditation['standing']>
