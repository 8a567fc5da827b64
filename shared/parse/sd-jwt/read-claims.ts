// The claims of an SD-JWT VC in the shape of all data models. Pure.
import { isJsonObject, type JsonObject } from '../../encoding/json.ts'
import type { Problem, ReasonCodeOf } from '../../reasons.ts'
import { ok, type Result } from '../../result.ts'
import type { CredentialClaims } from '../credential.ts'
import { malformed, missing, readDateClaim, readDay } from '../properties.ts'

type Read<T> = Result<T, Problem<ReasonCodeOf<'format'>>>

/**
 * Claims that may never be disclosed selectively, nor anything in them: who could hide one could show an expired, withdrawn or
 * borrowed credential as a good one.
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
  const statusEntries = readStatus(payload)
  if (!statusEntries.ok) return statusEntries
  const from = nbf.value ?? iat.value
  if (from !== undefined && exp.value !== undefined && exp.value < from) return malformed('exp')
  return ok({
    types: [vct],
    issuer: { id: iss, properties: {} },
    subject: readSubject(payload),
    statusEntries: statusEntries.value,
    properties: payload,
    ...(jti !== undefined && { id: jti }),
    ...(from !== undefined && { validFromSeconds: from }),
    ...(exp.value !== undefined && { validUntilSeconds: exp.value }),
    ...(awarded.value !== undefined && { awardedSeconds: awarded.value }),
  })
}

/** The person: a full name, or its parts as OpenID Connect names them. */
function readSubject(payload: JsonObject): JsonObject {
  const { sub, name, given_name: given, middle_name: middle, family_name: family } = payload
  const parts = [given, middle, family].filter((part) => typeof part === 'string' && part !== '')
  const claims = Object.entries(payload).filter(([claim]) => !REGISTERED_CLAIMS.has(claim))
  return {
    ...Object.fromEntries(claims),
    ...(sub !== undefined && { id: sub }),
    ...(name === undefined && parts.length > 0 && { name: parts.join(' ') }),
  }
}

/** Every mechanism that `status` names counts; one that we do not know is an entry of a type that we do not know. */
function readStatus({ status }: JsonObject): Read<readonly JsonObject[]> {
  if (status === undefined) return ok([])
  if (!isJsonObject(status) || Object.keys(status).length === 0) return malformed('status')
  const entries: JsonObject[] = []
  for (const [mechanism, value] of Object.entries(status)) {
    if (mechanism !== 'status_list') {
      entries.push({ type: mechanism })
      continue
    }
    const { uri, idx } = isJsonObject(value) ? value : {}
    if (typeof uri !== 'string' || !Number.isSafeInteger(idx) || Number(idx) < 0) {
      return malformed('status.status_list')
    }
    entries.push({ type: 'TokenStatusListEntry', uri, idx })
  }
  return ok(entries)
}
