// Is this JSON a document that publishes keys? Pure.
import { isJsonObject, type JsonObject } from '../encoding/json.ts'
import { VERIFICATION_METHODS_MAX_COUNT } from '../limits.ts'

/** What a private or a shared key has and a public one has not. @see RFC 7518 §6.2.2, §6.3.2, §6.4.1 */
const PRIVATE_MEMBERS = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'] as const

/**
 * Whether a document publishes public keys and nothing else: JWT VC issuer metadata, a JWK set or a JWK. Whoever relays
 * documents for others must relay no other ones, and nobody's private key.
 *
 * @see SD-JWT VC (draft -19) §5.2, RFC 7517 §4 and §5
 */
export function isKeyDocument(document: unknown): document is JsonObject {
  if (!isJsonObject(document)) return false
  if ('keys' in document) return isKeySet(document)
  if ('kty' in document) return isPublicKey(document)
  const { issuer, jwks, jwks_uri: uri } = document
  if (typeof issuer !== 'string' || (jwks === undefined) === (uri === undefined)) return false
  return uri === undefined ? isKeySet(jwks) : typeof uri === 'string'
}

const isKeySet = (set: unknown): boolean =>
  isJsonObject(set) &&
  Array.isArray(set.keys) &&
  set.keys.length <= VERIFICATION_METHODS_MAX_COUNT &&
  set.keys.every(isPublicKey)

const isPublicKey = (key: unknown): boolean =>
  isJsonObject(key) &&
  typeof key.kty === 'string' &&
  !PRIVATE_MEMBERS.some((member) => member in key)
