// Where the claims of an issuer are handled, and the links that lead there. Pure.
import { CLAIM_CODE_CHARS } from '../../shared/limits.ts'

/** The Credential Issuer Identifier, by which wallets know an issuer. @see OpenID4VCI 1.0 §12.2.1 */
export const credentialIssuerOf = (origin: string, slug: string): string =>
  `${origin}/issuers/${slug}`

/** For a person. The code stands behind `#`: no server and no log ever sees it. */
export const claimPageUrl = (origin: string, code: string): string => `${origin}/claim#${code}`

interface OfferedClaim {
  readonly issuerSlug: string
  readonly configurationId: string
  readonly code: string
  readonly asksForCode: boolean
}

export const PRE_AUTHORIZED = 'urn:ietf:params:oauth:grant-type:pre-authorized_code'

/** The offer itself. @see OpenID4VCI 1.0 §4.1.1 */
export const credentialOffer = (
  origin: string,
  { issuerSlug, configurationId, code, asksForCode }: OfferedClaim,
) => ({
  credential_issuer: credentialIssuerOf(origin, issuerSlug),
  credential_configuration_ids: [configurationId],
  grants: {
    [PRE_AUTHORIZED]: {
      'pre-authorized_code': code,
      ...(asksForCode && {
        tx_code: {
          input_mode: 'numeric',
          length: CLAIM_CODE_CHARS,
          description: 'The transaction code that the issuer sent you by another way',
        },
      }),
    },
  },
})
export type CredentialOffer = ReturnType<typeof credentialOffer>

/** Opens a wallet on the same device, or as a QR code on another one. @see OpenID4VCI 1.0 §4.1.2 */
export const offerLink = (offer: CredentialOffer): string =>
  `openid-credential-offer://?credential_offer=${encodeURIComponent(JSON.stringify(offer))}`

/** The same, with the offer to be fetched. @see OpenID4VCI 1.0 §4.1.3 */
export const referenceLink = (url: string): string =>
  `openid-credential-offer://?credential_offer_uri=${encodeURIComponent(url)}`
