// VCDM 1.1 → JWT with a `vc` claim, through did-jwt-vc. The signer is passed in.
import { createVerifiableCredentialJwt } from 'did-jwt-vc'
import { encodeBase64Url } from '../encoding/base64url.ts'
import { utf8Encode } from '../encoding/bytes.ts'
import type { CredentialSigner } from './signer.ts'

type CredentialPayload = Parameters<typeof createVerifiableCredentialJwt>[0]

/**
 * Signs a VCDM 1.1 credential. The library moves dates and identifiers into registered claims and refuses what is no VCDM 1.1.
 *
 * @see VCDM 1.1 §6.3.1 https://www.w3.org/TR/vc-data-model/#jwt-encoding
 */
export function signJwtVc(
  credential: CredentialPayload,
  signer: CredentialSigner,
): Promise<string> {
  return createVerifiableCredentialJwt(
    credential,
    {
      did: signer.did,
      alg: 'EdDSA',
      signer: async (data) =>
        encodeBase64Url(
          await signer.sign(typeof data === 'string' ? utf8Encode(data) : Uint8Array.from(data)),
        ),
    },
    { header: { typ: 'JWT', alg: 'EdDSA', kid: signer.kid } },
  )
}
