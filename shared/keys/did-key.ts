// did:key: the key is the identifier. Pure.
import { decodeBase58Btc, encodeBase58Btc } from '../encoding/base58btc.ts'
import { concatBytes } from '../encoding/bytes.ts'
import { parseDid } from './did.ts'
import { readCompressedPoint } from './ec-point.ts'
import { type PublicJwk, publicJwk } from './jwk.ts'
import type { ListedMethod } from './verification-method.ts'

/** Multicodec `ed25519-pub` (0xed) as an unsigned varint. */
const ED25519_PREFIX = Uint8Array.of(0xed, 0x01)

/** Key types by their multicodec, an unsigned varint of two bytes. @see https://github.com/multiformats/multicodec */
const READERS = new Map<number, (bytes: Uint8Array) => PublicJwk | null>([
  [0xed01, (bytes) => (bytes.length === 32 ? publicJwk(bytes) : null)],
  [0x8024, (bytes) => readCompressedPoint('P-256', bytes)],
  [0x8124, (bytes) => readCompressedPoint('P-384', bytes)],
])

/** The Ed25519, P-256 or P-384 key of a multibase Multikey (`z6Mk…`, `zDn…`, `z82…`), or null for any other kind of key. */
export function readMultikey(multibase: string): PublicJwk | null {
  const bytes = multibase.startsWith('z') ? decodeBase58Btc(multibase.slice(1)) : null
  const [first = 0, second = 0] = bytes ?? []
  return bytes && (READERS.get((first << 8) | second)?.(bytes.slice(2)) ?? null)
}

/** The multibase Multikey (`z6Mk…`) of a public Ed25519 key of 32 bytes. */
export const multikey = (publicKey: Uint8Array): string =>
  `z${encodeBase58Btc(concatBytes(ED25519_PREFIX, publicKey))}`

/** The did:key of a public Ed25519 key of 32 bytes. */
export const didKey = (publicKey: Uint8Array): string => `did:key:${multikey(publicKey)}`

/** The one verification method of a did:key, or null where it holds no key for signatures that we know. @see did:key §3.1 */
export function resolveDidKey(did: string): ListedMethod | null {
  const parsed = parseDid(did)
  const key = parsed?.method === 'key' ? readMultikey(parsed.specificId) : null
  return parsed && key ? { id: `${did}#${parsed.specificId}`, key } : null
}
