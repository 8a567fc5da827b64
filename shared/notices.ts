// What a reader must be told although no check failed, and what a credential holds inside. Pure.
import { isJsonObject, type JsonObject, toList } from './encoding/json.ts'
import { CONTAINED_MAX_COUNT, CONTAINED_MAX_DEPTH } from './limits.ts'
import type { CredentialClaims, ParsedCredential } from './parse/credential.ts'
import type { StatusAnswer } from './status/check-status.ts'
import type { Notice, VerificationResult } from './verification-result.ts'

interface Findings {
  readonly status: StatusAnswer
  readonly contained: readonly VerificationResult[]
  readonly isHolderProven: boolean
  /** Who presents it, where that was asked for and proven. */
  readonly presenter: string | undefined
  /** Whether every schema that the credential names could be held against it. */
  readonly areSchemasKnown: boolean
  readonly isIssuerClosed: boolean
}

/** The notices of a credential whose signature was proved, in the order of their table. */
export function noticesOf(
  { claims, disclosures }: ParsedCredential,
  { status, contained, isHolderProven, isIssuerClosed, areSchemasKnown, presenter }: Findings,
): readonly Notice[] {
  const found: Record<Notice, boolean> = {
    licence_conditions:
      isLimited(claims, disclosures?.isWhole === false) ||
      status.notices.includes('licence_conditions'),
    contained_not_verified:
      contained.length < credentialsIn(claims).length ||
      contained.some(({ verdict }) => verdict !== 'verified'),
    schema_not_checked: !areSchemasKnown,
    status_message: status.notices.includes('status_message'),
    refresh_available: status.notices.includes('refresh_available'),
    holder_not_proven:
      (disclosures?.holderKey !== undefined && !isHolderProven) ||
      (presenter !== undefined && isAboutAnother(claims, presenter)),
    issuer_closed: isIssuerClosed,
  }
  return (Object.keys(found) as Notice[]).filter((notice) => found[notice])
}

/** VCDM 2.0 §4.13 lets anybody present what is about somebody else, or says of nobody that it is theirs; readers should know. */
const isAboutAnother = ({ subject }: CredentialClaims, presenter: string): boolean =>
  subject.id !== presenter

/** @param isKeptBack - where a part of the credential is, what is not said of conditions may be just that */
function isLimited({ subject }: CredentialClaims, isKeptBack: boolean): boolean {
  const licences: readonly unknown[] = toList(subject.licence)
  const attestations: readonly unknown[] = toList(subject.attestation)
  return (
    attestations.filter(isJsonObject).some(isRestricted) ||
    licences
      .filter(isJsonObject)
      .some((licence) => isRestricted(licence) || (isKeptBack && !isOpenAbout(licence)))
  )
}

const isOpenAbout = ({ conditions, scope }: JsonObject): boolean =>
  conditions !== undefined && scope !== undefined

/** Practice that is provisional or supervised is practice under a condition, whether or not one is listed. */
const isRestricted = (licence: JsonObject): boolean =>
  toList(licence.conditions ?? []).length > 0 ||
  (licence.scope !== undefined && licence.scope !== 'full')

/** @see CLR 2.0 §B.1 */
const credentialsIn = ({ types, subject }: CredentialClaims): readonly unknown[] =>
  types.includes('ClrCredential') ? toList(subject.verifiableCredential ?? []) : []

/** The credentials of a Comprehensive Learner Record that are looked at: not too many, and not too deep inside. */
export function containedIn(claims: CredentialClaims, depth: number): readonly (string | object)[] {
  if (depth >= CONTAINED_MAX_DEPTH) return []
  return credentialsIn(claims)
    .slice(0, CONTAINED_MAX_COUNT)
    .map((item) => (typeof item === 'string' || isJsonObject(item) ? item : ''))
}
