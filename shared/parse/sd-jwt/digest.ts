// The digests of an SD-JWT. Pure.
import { encodeBase64Url } from '../../encoding/base64url.ts'
import { type Sha2, sha2 } from '../../encoding/sha2.ts'

/** The digest of a text, as an SD-JWT writes it. */
export type Digest = (text: string) => string

/** What may stand in `_sd_alg`. @see RFC 9901 §4.1.1, IANA Named Information Hash Algorithm Registry */
const HASHES = new Map<unknown, Sha2>([
  [undefined, 'sha256'],
  ['sha-256', 'sha256'],
  ['sha-384', 'sha384'],
  ['sha-512', 'sha512'],
])

/** The hash that an SD-JWT names, SHA-256 where it names none, or null for any other one. */
export function digestOf(sdAlg: unknown): Digest | null {
  const hash = HASHES.get(sdAlg)
  return hash ? (text) => encodeBase64Url(sha2(hash, text)) : null
}
