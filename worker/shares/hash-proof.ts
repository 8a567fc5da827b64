// The hash under which a proof of a PIN is kept. Uses WebCrypto.
import { decodeBase64Url, encodeBase64Url } from '../../shared/encoding/base64url.ts'

/** SHA-256 of the bytes behind a base64url text, base64url; of 256 unguessable bits, so that no salt is needed. */
export async function hashProof(proof: string): Promise<string> {
  const bytes = decodeBase64Url(proof) ?? new Uint8Array()
  return encodeBase64Url(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)))
}
