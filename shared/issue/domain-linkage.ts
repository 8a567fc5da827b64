// The word of a DID that an origin is its own, and the file in which the origin answers. Pure but for the signer that is passed in.
import type { JsonObject } from '../encoding/json.ts'
import { formatDateTime } from '../encoding/time.ts'
import { DID_CONFIGURATION_CONTEXT, DOMAIN_LINKAGE_TYPE } from '../keys/domain-linkage-terms.ts'
import { VCDM1_CONTEXT } from '../parse/jwt-vc.ts'
import { signJwtVc } from './jwt-vc.ts'
import type { CredentialSigner } from './signer.ts'

interface Linkage {
  /** Such as `https://board.example`. */
  readonly origin: string
  /** Seconds since the Unix epoch. */
  readonly fromSeconds: number
  readonly untilSeconds: number
}

/** A Domain Linkage Credential in its JWT form. @see Well Known DID Configuration, JSON Web Token Proof Format */
export const signDomainLinkage = (
  { origin, fromSeconds, untilSeconds }: Linkage,
  signer: CredentialSigner,
): Promise<string> =>
  signJwtVc(
    {
      '@context': [VCDM1_CONTEXT, DID_CONFIGURATION_CONTEXT],
      issuer: signer.did,
      issuanceDate: formatDateTime(fromSeconds),
      expirationDate: formatDateTime(untilSeconds),
      type: ['VerifiableCredential', DOMAIN_LINKAGE_TYPE],
      credentialSubject: { id: signer.did, origin },
    },
    signer,
  )

/** The document at `/.well-known/did-configuration.json`. */
export const buildDidConfiguration = (linkedDids: readonly string[]): JsonObject => ({
  '@context': DID_CONFIGURATION_CONTEXT,
  linked_dids: linkedDids,
})
