// Public Ed25519 keys as JWK. Pure.
import { decodeBase64Url, encodeBase64Url } from '../encoding/base64url.ts'
import { utf8Encode } from '../encoding/bytes.ts'

/** A public Ed25519 key as RFC 8037 writes it. */
export interface PublicJwk {
  readonly kty: 'OKP'
  readonly crv: 'Ed25519'
  /** 32 bytes, base64url. */
  readonly x: string
  /** The DID URL under which the key signs, where it is published with one. */
  readonly kid?: string
}

/** The 32 bytes of a key, or null where the JWK is not a public Ed25519 key. A private part (`d`) is refused. */
export function readPublicJwk(value: unknown): Uint8Array<ArrayBuffer> | null {
  if (typeof value !== 'object' || value === null) return null
  const jwk = value as Record<string, unknown>
  if (jwk.kty !== 'OKP' || jwk.crv !== 'Ed25519' || typeof jwk.x !== 'string' || 'd' in jwk) {
    return null
  }
  const bytes = decodeBase64Url(jwk.x)
  return bytes?.length === 32 ? bytes : null
}

/** The JWK of a public Ed25519 key of 32 bytes. @see RFC 8037 §2 */
export const publicJwk = (bytes: Uint8Array): PublicJwk => ({
  kty: 'OKP',
  crv: 'Ed25519',
  x: encodeBase64Url(bytes),
})

/**
 * The RFC 7638 thumbprint of a key: what `kid` and trust pins name it by.
 *
 * @see RFC 7638 §3 https://www.rfc-editor.org/rfc/rfc7638#section-3
 */
export async function jwkThumbprint(jwk: PublicJwk): Promise<string> {
  const canonical = `{"crv":"${jwk.crv}","kty":"${jwk.kty}","x":"${jwk.x}"}`
  return encodeBase64Url(
    new Uint8Array(await crypto.subtle.digest('SHA-256', utf8Encode(canonical))),
  )
}
