// All accreditations on the way from an issuer up to the anchors, each assessed once. Uses the verifier and the status check that are passed in.
import type { Awaitable } from '../awaitable.ts'
import { ACCREDITATIONS_PER_ISSUER_MAX_COUNT, CHAIN_MAX_LINKS } from '../limits.ts'
import type { Moment } from '../moment.ts'
import { parseCompactJws } from '../parse/compact-jws.ts'
import type { CredentialClaims } from '../parse/credential.ts'
import type { Problem } from '../reasons.ts'
import type { Verified } from '../signature/verify-signature.ts'
import type { CheckResult } from '../verdict.ts'
import type { VerifySigned } from '../verify-signed.ts'
import { readAccreditation, readStatedAccreditation } from './accreditation.ts'
import type { AssessedAccreditation, ChainQuestion } from './chain.ts'
import { gatherRemarks, type Remarks } from './gather-remarks.ts'
import type { TrustSnapshot } from './snapshot.ts'

/** What the chains of an issuer are made of. */
export type Ways = Pick<ChainQuestion, 'anchors' | 'accreditations'> & {
  /** None for nearly every issuer. */
  readonly remarks: Remarks
}

export interface AssessContext {
  readonly verifySigned: VerifySigned
  readonly moment?: Moment | undefined
  /** What is being assessed, by holder: credentials that are verified together share it. */
  readonly assessed: Map<string, Promise<readonly AssessedAccreditation[]>>
  /** The status of a credential that was verified before. */
  readonly checkStatus: (claims: Verified<CredentialClaims>) => Awaitable<CheckResult>
}

/** The anchors, and level by level who recognised the issuer, who recognised those, and so on; likewise for who keeps its records. */
export async function gatherWays(
  issuer: string,
  snapshot: TrustSnapshot,
  context: AssessContext,
): Promise<Ways> {
  const anchors = new Set(snapshot.anchors.map(({ did }) => did))
  const accreditations = new Map<string, readonly AssessedAccreditation[]>()
  const remarks = await gatherRemarks(issuer, snapshot, context)
  let level = [...new Set([issuer, ...remarks.keys()])]
  for (let depth = 0; depth < CHAIN_MAX_LINKS && level.length > 0; depth++) {
    const next = new Set<string>()
    for (const holder of level) {
      const assessed = await assessAll(holder, snapshot, context)
      accreditations.set(holder, assessed)
      for (const entry of assessed) {
        if (entry.standing !== 'forged') next.add(entry.accreditation.accreditor)
      }
    }
    level = [...next].filter((did) => !anchors.has(did) && !accreditations.has(did))
  }
  const ways = { anchors, accreditations, remarks }
  if (isSettled(ways)) context.moment?.keepWays(issuer, ways)
  return ways
}

/** Whether the world answered every question: forged is also what nobody could find the key of. */
const isSettled = ({ accreditations, remarks }: Ways): boolean =>
  [...accreditations.values(), ...remarks.values()]
    .flat()
    .every(({ standing }) => standing === 'in_force' || standing === 'revoked')

function assessAll(
  holder: string,
  { accreditations }: TrustSnapshot,
  context: AssessContext,
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
  context: AssessContext,
): Promise<AssessedAccreditation> {
  const signed = await context.verifySigned(text)
  if (!signed.ok) return assessUnproved(text, holder, signed.error)
  const accreditation = readAccreditation(signed.value.claims)
  if (accreditation?.subject !== holder || !signed.value.key.listed) return { standing: 'forged' }
  const status = await context.checkStatus(signed.value.claims)
  const standing = STANDING_BY_OUTCOME[status.outcome]
  return { standing, accreditation }
}

/** By a stolen key, and older than the theft by its own account: nobody can tell, and a forger may have dated it back. */
function assessUnproved(text: string, holder: string, { code }: Problem): AssessedAccreditation {
  const parsed = code === 'issuer_key.time_evidence_missing' ? parseCompactJws(text) : undefined
  const accreditation = parsed?.ok ? readStatedAccreditation(parsed.value.claims) : null
  return accreditation?.subject === holder
    ? { standing: 'unconfirmed', accreditation }
    : { standing: 'forged' }
}

const STANDING_BY_OUTCOME = {
  pass: 'in_force',
  not_applicable: 'in_force',
  fail: 'revoked',
  unknown: 'unconfirmed',
  not_run: 'unconfirmed',
} as const satisfies Record<CheckResult['outcome'], AssessedAccreditation['standing']>
