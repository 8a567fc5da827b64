// VCDM 2.0 secured as `vc+jwt`: the payload is the credential. Pure.
import { holdsUnreadExtensions } from '../data-model/extensions.ts'
import type { JsonObject } from '../encoding/json.ts'
import { type Problem, problem, type ReasonCodeOf } from '../reasons.ts'
import { err, type Result } from '../result.ts'
import type { CredentialClaims } from './credential.ts'
import { type DataModel, readClaims } from './read-claims.ts'

export const VCDM2_CONTEXT = 'https://www.w3.org/ns/credentials/v2'

/** @see VCDM 2.0 §4.3, §4.9 */
const VCDM2: DataModel = {
  context: VCDM2_CONTEXT,
  validFrom: 'validFrom',
  validUntil: 'validUntil',
}

/**
 * Reads a credential and the registered claims around it, where there are any.
 *
 * Reasons: `format.property_missing`, `format.property_malformed`, `format.context_unsupported`.
 */
export function readVcdm2Claims(
  credential: JsonObject,
  payload: JsonObject,
): Result<CredentialClaims, Problem<ReasonCodeOf<'format'>>> {
  const claims = readClaims(VCDM2, credential, payload, credential.issuer)
  if (!claims.ok) return claims
  const held = holdsUnreadExtensions(credential)
  return held.ok ? claims : held
}

/**
 * Reads the payload of a `vc+jwt`. A `vc` or `vp` claim is refused: it would hold a second, unread credential.
 *
 * Reasons: `format.legacy_vc_claim`, `format.property_missing`, `format.property_malformed`, `format.context_unsupported`.
 * @see VC-JOSE-COSE §1.1.2.1 and §3.1.1
 */
export function readVcdm2(
  payload: JsonObject,
): Result<CredentialClaims, Problem<ReasonCodeOf<'format'>>> {
  if ('vc' in payload || 'vp' in payload) return err(problem('format.legacy_vc_claim'))
  return readVcdm2Claims(payload, payload)
}
