// VCDM 2.0 secured as `vc+jwt`: the payload is the credential. Pure.
import type { JsonObject } from '../encoding/json.ts'
import { type Problem, problem, type ReasonCodeOf } from '../reasons.ts'
import { err, type Result } from '../result.ts'
import type { CredentialClaims } from './credential.ts'
import { type DataModel, readClaims } from './read-claims.ts'

export const VCDM2_CONTEXT = 'https://www.w3.org/ns/credentials/v2'

const VCDM2: DataModel = {
  context: VCDM2_CONTEXT,
  validFrom: 'validFrom',
  validUntil: 'validUntil',
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
  return readClaims(VCDM2, payload, payload, payload.issuer)
}
