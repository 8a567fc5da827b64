// VCDM 1.1 as a JWT with a `vc` claim. Pure.
import { isJsonObject, type JsonObject } from '../encoding/json.ts'
import { type Problem, problem, type ReasonCodeOf } from '../reasons.ts'
import { err, type Result } from '../result.ts'
import type { CredentialClaims } from './credential.ts'
import { malformed, missing } from './properties.ts'
import { type DataModel, readClaims } from './read-claims.ts'

export const VCDM1_CONTEXT = 'https://www.w3.org/2018/credentials/v1'

/** @see VCDM 1.1 §4.5, §4.6 */
export const VCDM1: DataModel = {
  context: VCDM1_CONTEXT,
  validFrom: 'issuanceDate',
  validUntil: 'expirationDate',
}

/** What limits a credential counts wherever it stands: libraries leave some of it beside `vc`. */
const LIMITS = [
  'credentialStatus',
  'validFrom',
  'validUntil',
  'issuanceDate',
  'expirationDate',
  'awardedDate',
] as const

const withLimitsBeside = (credential: JsonObject, payload: JsonObject): JsonObject => {
  const beside = LIMITS.filter((name) => payload[name] !== undefined)
  if (beside.length === 0) return credential
  return { ...Object.fromEntries(beside.map((name) => [name, payload[name]])), ...credential }
}

/** Where both places state a limit, they must state the same: nobody knows which of two is meant. */
const contradicted = (credential: JsonObject, payload: JsonObject) =>
  LIMITS.find(
    (name) =>
      payload[name] !== undefined &&
      credential[name] !== undefined &&
      JSON.stringify(payload[name]) !== JSON.stringify(credential[name]),
  )

/**
 * Reads the payload of a VCDM 1.1 JWT: registered claims outside, the credential in `vc`.
 *
 * Reasons: `format.unrecognized` (an ordinary JWT), `format.property_missing`, `format.property_malformed`,
 * `format.context_unsupported`.
 * @see VCDM 1.1 §6.3.1 https://www.w3.org/TR/vc-data-model/#json-web-token
 */
export function readJwtVc(
  payload: JsonObject,
): Result<CredentialClaims, Problem<ReasonCodeOf<'format'>>> {
  const credential = payload.vc
  if (!isJsonObject(credential)) return err(problem('format.unrecognized'))
  if (payload.iss === undefined) return missing('iss')
  if (payload.nbf === undefined && credential.issuanceDate === undefined) return missing('nbf')
  const { issuer } = credential
  const inner = isJsonObject(issuer) ? issuer.id : issuer
  if (inner !== undefined && inner !== payload.iss) return malformed('vc.issuer')
  const limit = contradicted(credential, payload)
  if (limit !== undefined) return malformed(`vc.${limit}`)
  // `iss` stands for the identifier: libraries take it out of the issuer and leave the rest.
  const named = isJsonObject(issuer) ? { ...issuer, id: payload.iss } : payload.iss
  return readClaims(VCDM1, withLimitsBeside(credential, payload), payload, named)
}
