// The claims of an SD-JWT VC in the shape of all data models. Pure.
import { type JsonObject, setOwn } from '../../encoding/json.ts'
import type { Problem, ReasonCodeOf } from '../../reasons.ts'
import { ok, type Result } from '../../result.ts'
import type { CredentialClaims } from '../credential.ts'
import {
  earliest,
  latest,
  malformed,
  missing,
  readDateClaim,
  readDay,
  readStatusEntries,
} from '../properties.ts'
import { BEGINNINGS, ENDS, readMoments } from '../read-claims.ts'
import { readStatusClaim } from '../status-claim.ts'

type Read<T> = Result<T, Problem<ReasonCodeOf<'format'>>>

/**
 * Claims that may never be disclosed selectively, nor anything in them: who could hide one could show an expired, withdrawn,
 * restricted or borrowed credential as a good one.
 *
 * @see SD-JWT VC (draft -19) §3.2.2.2
 */
export const PROTECTED_CLAIMS: ReadonlySet<string> = new Set([
  'iss',
  'nbf',
  'exp',
  'cnf',
  'vct',
  'vct#integrity',
  'aka_vcts',
  'status',
  'licence.conditions',
  'licence.scope',
])

/** What speaks of the credential; everything else speaks of the subject. */
const REGISTERED_CLAIMS: ReadonlySet<string> = new Set([...PROTECTED_CLAIMS, 'iat', 'jti', 'sub'])

/**
 * Reads the opened payload of an SD-JWT VC.
 *
 * Reasons: `format.property_missing`, `format.property_malformed`.
 * @see SD-JWT VC (draft -19) §3.2.2
 */
export function readSdJwtClaims(payload: JsonObject): Read<CredentialClaims> {
  const { iss, vct, sub, jti } = payload
  if (vct === undefined) return missing('vct')
  if (typeof vct !== 'string' || vct === '') return malformed('vct')
  if (iss === undefined) return missing('iss')
  if (typeof iss !== 'string') return malformed('iss')
  if (sub !== undefined && typeof sub !== 'string') return malformed('sub')
  if (jti !== undefined && typeof jti !== 'string') return malformed('jti')
  const nbf = readDateClaim(payload, 'nbf')
  if (!nbf.ok) return nbf
  const iat = readDateClaim(payload, 'iat')
  if (!iat.ok) return iat
  const exp = readDateClaim(payload, 'exp')
  if (!exp.ok) return exp
  const awarded = readDay(payload, 'awardedDate')
  if (!awarded.ok) return awarded
  const statusClaim = readStatusClaim(payload)
  if (!statusClaim.ok) return statusClaim
  // What limits a credential counts under the names of another data model as well: some issuers carry them over.
  const statusEntries = readStatusEntries(payload)
  if (!statusEntries.ok) return statusEntries
  const beginnings = readMoments(payload, BEGINNINGS)
  if (!beginnings.ok) return beginnings
  const ends = readMoments(payload, ENDS)
  if (!ends.ok) return ends
  const from = latest(nbf.value ?? iat.value, ...beginnings.value)
  const until = earliest(exp.value, ...ends.value)
  if (from !== undefined && until !== undefined && until < from) return malformed('exp')
  return ok({
    id: jti,
    types: [vct],
    issuer: { id: iss, properties: {} },
    subject: readSubject(payload),
    hasSeveralSubjects: undefined,
    statusEntries: [...statusClaim.value, ...statusEntries.value],
    properties: payload,
    validFromSeconds: from,
    validUntilSeconds: until,
    signedAtSeconds: undefined,
    awardedSeconds: awarded.value,
  })
}

/** The person: a full name, or its parts as OpenID Connect names them. */
function readSubject(payload: JsonObject): JsonObject {
  const { sub, name, given_name: given, middle_name: middle, family_name: family } = payload
  const parts = [given, middle, family].filter((part) => typeof part === 'string' && part !== '')
  const subject: Record<string, unknown> = {}
  for (const claim of Object.keys(payload)) {
    if (!REGISTERED_CLAIMS.has(claim)) setOwn(subject, claim, payload[claim])
  }
  if (sub !== undefined) subject.id = sub
  if (name === undefined && parts.length > 0) subject.name = parts.join(' ')
  return subject
}
