// What a reader must be told although no check failed, and what a credential holds inside. Pure.
import { isJsonObject, type JsonObject } from './encoding/json.ts'
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
}

/** The notices of a credential whose signature was proved, in the order of their table. */
export function noticesOf(
  { claims, disclosures }: ParsedCredential,
  { status, contained, isHolderProven, areSchemasKnown, presenter }: Findings,
): readonly Notice[] {
  const found: Record<Notice, boolean> = {
    licence_conditions: isLimited(claims) || status.notices.includes('licence_conditions'),
    contained_not_verified: contained.some(({ verdict }) => verdict !== 'verified'),
    schema_not_checked: !areSchemasKnown,
    status_message: status.notices.includes('status_message'),
    refresh_available: status.notices.includes('refresh_available'),
    holder_not_proven:
      (disclosures?.holderKey !== undefined && !isHolderProven) ||
      (presenter !== undefined && isAboutAnother(claims, presenter)),
  }
  return (Object.keys(found) as Notice[]).filter((notice) => found[notice])
}

/** VCDM 2.0 §4.13 lets anybody present what is about somebody else; whoever reads it should know. */
const isAboutAnother = ({ subject }: CredentialClaims, presenter: string): boolean =>
  typeof subject.id === 'string' && subject.id.startsWith('did:') && subject.id !== presenter

function isLimited({ subject }: CredentialClaims): boolean {
  const licences: unknown[] = [subject.licence].flat()
  return licences.filter(isJsonObject).some(isRestricted)
}

/** Practice that is provisional or supervised is practice under a condition, whether or not one is listed. */
const isRestricted = (licence: JsonObject): boolean =>
  [licence.conditions ?? []].flat().length > 0 ||
  (licence.scope !== undefined && licence.scope !== 'full')

/** The credentials that a Comprehensive Learner Record holds. @see CLR 2.0 §B.1 */
export function containedIn(
  { types, subject }: CredentialClaims,
  depth: number,
): readonly (string | object)[] {
  if (!types.includes('ClrCredential') || depth >= CONTAINED_MAX_DEPTH) return []
  const inside: unknown[] = [subject.verifiableCredential ?? []].flat()
  return inside
    .slice(0, CONTAINED_MAX_COUNT)
    .map((item) => (typeof item === 'string' || isJsonObject(item) ? item : ''))
}
