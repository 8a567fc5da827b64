// Public keys as JWK. Pure.
import { decodeBase64Url, encodeBase64Url } from '../encoding/base64url.ts'
import { utf8Encode } from '../encoding/bytes.ts'
import { isJsonObject, type JsonObject } from '../encoding/json.ts'
import { RSA_MODULUS_MAX_BITS, RSA_MODULUS_MIN_BITS } from '../limits.ts'
import { keyFitsAlgorithm } from '../signature/algorithms.ts'
import { hasFaultyPrimes } from './roca.ts'

interface Named {
  /** The DID URL or name under which the key signs, where it is published with one. */
  readonly kid?: string
}

/** A public Ed25519 key. @see RFC 8037 §2 */
export interface OkpJwk extends Named {
  readonly kty: 'OKP'
  readonly crv: 'Ed25519'
  /** 32 bytes, base64url. */
  readonly x: string
}

/** A public key on a NIST curve. @see RFC 7518 §6.2 */
export interface EcJwk extends Named {
  readonly kty: 'EC'
  readonly crv: 'P-256' | 'P-384'
  /** 32 or 48 bytes each, base64url. */
  readonly x: string
  readonly y: string
}

/** A public RSA key. @see RFC 7518 §6.3 */
export interface RsaJwk extends Named {
  readonly kty: 'RSA'
  /** Big-endian, base64url. */
  readonly n: string
  readonly e: string
}

export type PublicJwk = OkpJwk | EcJwk | RsaJwk

const COORDINATE_BYTES = { 'P-256': 32, 'P-384': 48 } as const
/** 65537, the one public exponent in use; small ones have been forged under. */
const RSA_EXPONENT = 'AQAB'

/**
 * The public key that a JWK spells, without whatever else stands in it, or null. A private part is refused, and so is a key that
 * says of itself that it is for something else than verifying, or for an algorithm that it does not fit.
 *
 * @see RFC 7517 §4.2 to §4.4
 */
export function readPublicJwk(value: unknown): PublicJwk | null {
  if (!isJsonObject(value) || 'd' in value || 'k' in value) return null
  const key = READERS.get(value.kty)?.(value)
  if (!key || !mayVerify(value) || !fitsStatedAlgorithm(key, value)) return null
  return { ...key, ...(typeof value.kid === 'string' && { kid: value.kid }) }
}

const mayVerify = ({ use, key_ops: operations }: JsonObject): boolean =>
  (use === undefined || use === 'sig') &&
  (operations === undefined || (Array.isArray(operations) && operations.includes('verify')))

const fitsStatedAlgorithm = (key: PublicJwk, { alg }: JsonObject): boolean =>
  alg === undefined || (typeof alg === 'string' && keyFitsAlgorithm(key, alg))

const READERS = new Map<unknown, (jwk: JsonObject) => PublicJwk | null>([
  ['OKP', readOkp],
  ['EC', readEc],
  ['RSA', readRsa],
])

function readOkp({ crv, x }: JsonObject): OkpJwk | null {
  return crv === 'Ed25519' && isBytes(x, 32) ? { kty: 'OKP', crv, x } : null
}

function readEc({ crv, x, y }: JsonObject): EcJwk | null {
  if (crv !== 'P-256' && crv !== 'P-384') return null
  const length = COORDINATE_BYTES[crv]
  return isBytes(x, length) && isBytes(y, length) ? { kty: 'EC', crv, x, y } : null
}

function readRsa({ n, e }: JsonObject): RsaJwk | null {
  const modulus = typeof n === 'string' ? decodeBase64Url(n) : null
  if (!modulus || typeof n !== 'string' || e !== RSA_EXPONENT) return null
  const bits = modulus.length * 8
  const isWhole = (modulus[0] ?? 0) !== 0 && ((modulus.at(-1) ?? 0) & 1) === 1
  if (hasFaultyPrimes(modulus)) return null
  return isWhole && bits >= RSA_MODULUS_MIN_BITS && bits <= RSA_MODULUS_MAX_BITS
    ? { kty: 'RSA', n, e }
    : null
}

const isBytes = (text: unknown, length: number): text is string =>
  typeof text === 'string' && decodeBase64Url(text)?.length === length

/** The 32 bytes of an Ed25519 key, or null for another kind. */
export const ed25519Bytes = (key: PublicJwk): Uint8Array<ArrayBuffer> | null =>
  key.kty === 'OKP' ? decodeBase64Url(key.x) : null

/** The JWK of a public Ed25519 key of 32 bytes. @see RFC 8037 §2 */
export const publicJwk = (bytes: Uint8Array): OkpJwk => ({
  kty: 'OKP',
  crv: 'Ed25519',
  x: encodeBase64Url(bytes),
})

/** What makes a key this key and no other, as one text: its required members in the order of their names. @see RFC 7638 §3.2 */
export function canonicalJwk(key: PublicJwk): string {
  if (key.kty === 'OKP') return `{"crv":"${key.crv}","kty":"OKP","x":"${key.x}"}`
  if (key.kty === 'EC') return `{"crv":"${key.crv}","kty":"EC","x":"${key.x}","y":"${key.y}"}`
  return `{"e":"${key.e}","kty":"RSA","n":"${key.n}"}`
}

/**
 * The RFC 7638 thumbprint of a key: what `kid` and trust pins name it by.
 *
 * @see RFC 7638 §3 https://www.rfc-editor.org/rfc/rfc7638#section-3
 */
export async function jwkThumbprint(jwk: PublicJwk): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', utf8Encode(canonicalJwk(jwk)))
  return encodeBase64Url(new Uint8Array(hash))
}
