// The whole DID document of a did:jwk, for those who resolve DIDs with us. Pure.
import { decodeBase64Url } from '../encoding/base64url.ts'
import { utf8Decode } from '../encoding/bytes.ts'
import { type JsonObject, parseJsonObject } from '../encoding/json.ts'
import { err, ok, type Result } from '../result.ts'
import { parseDid } from './did.ts'

const FOR_SIGNATURES = [
  'assertionMethod',
  'authentication',
  'capabilityInvocation',
  'capabilityDelegation',
] as const

/** Private members of a JWK (RFC 7518 §6): whoever publishes them has lost the key. */
const PRIVATE_MEMBERS = ['d', 'k', 'p', 'q', 'dp', 'dq', 'qi', 'oth'] as const

/**
 * The DID document that a did:jwk spells: its JWK, with the relationships that `use` allows.
 *
 * @returns `malformed` for anything that is no did:jwk, and for a private key
 * @see did:jwk https://github.com/quartzjer/did-jwk/blob/main/spec.md#read
 */
export function didJwkDocument(did: string): Result<JsonObject, 'malformed'> {
  const parsed = parseDid(did)
  const bytes = parsed?.method === 'jwk' ? decodeBase64Url(parsed.specificId) : null
  const text = bytes && utf8Decode(bytes)
  const jwk = text ? parseJsonObject(text) : undefined
  if (typeof jwk?.kty !== 'string' || PRIVATE_MEMBERS.some((name) => name in jwk)) {
    return err('malformed')
  }
  const id = `${did}#0`
  const relationships = [
    ...(jwk.use === 'enc' ? [] : FOR_SIGNATURES),
    ...(jwk.use === 'sig' ? [] : ['keyAgreement']),
  ]
  return ok({
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/suites/jws-2020/v1'],
    id: did,
    verificationMethod: [{ id, type: 'JsonWebKey2020', controller: did, publicKeyJwk: jwk }],
    ...Object.fromEntries(relationships.map((relationship) => [relationship, [id]])),
  })
}
