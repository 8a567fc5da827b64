// May this organisation sign status lists for that issuer? Pure but for the verifier that is passed in.
import { isJsonObject } from '../encoding/json.ts'
import { CLOCK_SKEW_SECONDS } from '../limits.ts'
import type { CredentialClaims } from '../parse/credential.ts'
import type { Verified } from '../signature/verify-signature.ts'
import type { VerifySigned } from '../verify-signed.ts'
import { readAccreditation } from './accreditation.ts'
import { isInForce } from './in-force.ts'

export const STATUS_LIST_TYPE = 'BitstringStatusListCredential'
export const DELEGATION_EVIDENCE_TYPE = 'AccreditationEvidence'

/**
 * True where the list is signed by the issuer itself or by a status key that the issuer has accredited for exactly that: the
 * list carries the accreditation, signed by the issuer, as its evidence.
 */
export async function isStatusIssuerOf(
  list: Verified<CredentialClaims>,
  context: { issuer: string; nowSeconds: number; verifySigned: VerifySigned },
): Promise<boolean> {
  if (list.issuer.id === context.issuer) return true
  const evidence: unknown[] = [list.properties.evidence ?? []].flat()
  const delegation = evidence
    .filter(isJsonObject)
    .find((entry) => [entry.type].flat().includes(DELEGATION_EVIDENCE_TYPE))?.verifiableCredential
  if (typeof delegation !== 'string') return false
  const signed = await context.verifySigned(delegation)
  const accreditation = signed.ok ? readAccreditation(signed.value.claims) : null
  return (
    accreditation !== null &&
    accreditation.accreditor === context.issuer &&
    accreditation.subject === list.issuer.id &&
    accreditation.grant.credentialTypes.includes(STATUS_LIST_TYPE) &&
    isInForce(accreditation, context.nowSeconds + CLOCK_SKEW_SECONDS, context.nowSeconds)
  )
}
