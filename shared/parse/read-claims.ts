// The claims that both data models read alike. Pure.
import { isJsonObject, type JsonObject } from '../encoding/json.ts'
import type { Problem, ReasonCodeOf } from '../reasons.ts'
import { ok, type Result } from '../result.ts'
import type { CredentialClaims } from './credential.ts'
import {
  earliest,
  latest,
  malformed,
  readContext,
  readDateClaim,
  readDateTime,
  readDay,
  readIssuer,
  readSame,
  readStatusEntries,
  readSubject,
  readTypes,
} from './properties.ts'
import { readStatusClaim } from './status-claim.ts'

/** Where a data model keeps what: the differences between VCDM 1.1 and 2.0 as data. */
export interface DataModel {
  readonly context: string
  readonly validFrom: string
  readonly validUntil: string
}

/** The names of either data model: an end that was written under the other one's name is still an end. */
export const BEGINNINGS = ['validFrom', 'issuanceDate'] as const
export const ENDS = ['validUntil', 'expirationDate'] as const

/**
 * Reads a credential and the registered claims around it. Where both give a time, the stricter one counts.
 *
 * @param credential - the credential itself: the payload (VCDM 2.0) or its `vc` claim (VCDM 1.1)
 * @param payload - the JWT payload with `iss`, `sub`, `jti`, `nbf`, `exp`
 */
export function readClaims(
  model: DataModel,
  credential: JsonObject,
  payload: JsonObject,
  issuerProperty: unknown,
): Result<CredentialClaims, Problem<ReasonCodeOf<'format'>>> {
  const context = readContext(credential, model.context)
  if (!context.ok) return context
  const types = readTypes(credential)
  if (!types.ok) return types
  const issuer = readIssuer(issuerProperty)
  if (!issuer.ok) return issuer
  const subjects = readSubject(credential)
  if (!subjects.ok) return subjects
  const { subject, isOneOfSeveral } = subjects.value
  const statusEntries = readStatusEntries(credential)
  if (!statusEntries.ok) return statusEntries
  const id = readSame(payload.jti, credential.id, 'id')
  if (!id.ok) return id
  const subjectId = readSame(payload.sub, subject.id, 'credentialSubject.id')
  if (!subjectId.ok) return subjectId
  const statusClaim = readStatusBeside(payload)
  if (!statusClaim.ok) return statusClaim
  const validFrom = readMoments(credential, BEGINNINGS, model.validFrom)
  if (!validFrom.ok) return validFrom
  const validUntil = readMoments(credential, ENDS, model.validUntil)
  if (!validUntil.ok) return validUntil
  const nbf = readDateClaim(payload, 'nbf')
  if (!nbf.ok) return nbf
  const exp = readDateClaim(payload, 'exp')
  if (!exp.ok) return exp
  const awarded = readDay(credential, 'awardedDate')
  if (!awarded.ok) return awarded

  const from = latest(...validFrom.value, nbf.value)
  const until = earliest(...validUntil.value, exp.value)
  if (from !== undefined && until !== undefined && until < from) return malformed(model.validUntil)
  const isNamedBeside = subjectId.value !== subject.id && !isOneOfSeveral
  // One shape for all: what is read next then is as fast for the tenth kind of credential as for the first.
  return ok({
    id: id.value,
    types: types.value,
    issuer: issuer.value,
    subject: isNamedBeside ? { ...subject, id: subjectId.value } : subject,
    hasSeveralSubjects: isOneOfSeveral || undefined,
    statusEntries:
      statusClaim.value.length === 0
        ? statusEntries.value
        : [...statusEntries.value, ...statusClaim.value],
    properties: credential,
    validFromSeconds: from,
    validUntilSeconds: until,
    signedAtSeconds: undefined,
    awardedSeconds: awarded.value,
  })
}

/** Beside a credential `status` may also be a word of some context: a claim of that name is an object. */
const readStatusBeside = (payload: JsonObject): ReturnType<typeof readStatusClaim> =>
  isJsonObject(payload.status) ? readStatusClaim(payload) : ok([])

/** The model's own name wants a full date-time; under the other one a bare date will do. */
export function readMoments(
  credential: JsonObject,
  names: readonly string[],
  own?: string,
): Result<readonly (number | undefined)[], Problem<ReasonCodeOf<'format'>>> {
  const moments: (number | undefined)[] = []
  for (const name of names) {
    const moment = name === own ? readDateTime(credential, name) : readDay(credential, name)
    if (!moment.ok) return moment
    moments.push(moment.value)
  }
  return ok(moments)
}
