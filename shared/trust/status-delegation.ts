// May this organisation sign status lists for that issuer? Pure but for the verifier that is passed in.
import { isJsonObject, toList } from '../encoding/json.ts'
import { CLOCK_SKEW_SECONDS } from '../limits.ts'
import type { VerifySigned } from '../verify-signed.ts'
import { readAccreditation } from './accreditation.ts'
import { isInForce } from './in-force.ts'

export const STATUS_LIST_TYPE = 'BitstringStatusListCredential'
export const DELEGATION_EVIDENCE_TYPE = 'AccreditationEvidence'

/** A list whose signature was checked: by whom it is signed, and what it brings along. */
interface SignedList {
  readonly signer: string
  readonly evidence: unknown
}

/**
 * True where the list is signed by the issuer itself or by a status key that the issuer has accredited for exactly that: the
 * list carries the accreditation, signed by the issuer, as its evidence. Who keeps the records of an issuer that closed may do what it
 * could do.
 *
 * @param context.nowSeconds - the clock: who speaks of the past must be entitled to speak today
 */
export async function isStatusIssuerOf(
  { signer, evidence }: SignedList,
  context: {
    issuer: string
    keeper?: string | undefined
    nowSeconds: number
    verifySigned: VerifySigned
  },
): Promise<boolean> {
  const entitled = [context.issuer, context.keeper]
  if (entitled.includes(signer)) return true
  const pieces: readonly unknown[] = toList(evidence ?? [])
  const delegation = pieces
    .filter(isJsonObject)
    .find((entry) => toList(entry.type).includes(DELEGATION_EVIDENCE_TYPE))?.verifiableCredential
  if (typeof delegation !== 'string') return false
  const signed = await context.verifySigned(delegation)
  const accreditation = signed.ok ? readAccreditation(signed.value.claims) : null
  return (
    accreditation !== null &&
    // Its own status is not read here, and one that is not read is no good news.
    signed.ok &&
    signed.value.claims.statusEntries.length === 0 &&
    entitled.includes(accreditation.accreditor) &&
    accreditation.subject === signer &&
    accreditation.grant.credentialTypes.includes(STATUS_LIST_TYPE) &&
    isInForce(accreditation, context.nowSeconds + CLOCK_SKEW_SECONDS, context.nowSeconds)
  )
}
