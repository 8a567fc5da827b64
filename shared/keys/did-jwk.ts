// did:jwk: the identifier is a JWK. Pure.
import { decodeBase64Url, encodeBase64Url } from '../encoding/base64url.ts'
import { utf8Decode, utf8Encode } from '../encoding/bytes.ts'
import { parseJsonObject } from '../encoding/json.ts'
import { parseDid } from './did.ts'
import { type PublicJwk, readPublicJwk } from './jwk.ts'
import type { ListedMethod } from './verification-method.ts'

/** The one verification method of a did:jwk, or null where it holds no public key for signatures that we know. @see did:jwk */
export function resolveDidJwk(did: string): ListedMethod | null {
  const parsed = parseDid(did)
  const bytes = parsed?.method === 'jwk' ? decodeBase64Url(parsed.specificId) : null
  const text = bytes && utf8Decode(bytes)
  const jwk = text ? parseJsonObject(text) : undefined
  const key = jwk && jwk.use !== 'enc' ? readPublicJwk(jwk) : null
  return key ? { id: `${did}#0`, key } : null
}

/** The did:jwk of a public key. @see did:jwk https://github.com/quartzjer/did-jwk */
export function didJwk({ kid: _, ...key }: PublicJwk): string {
  return `did:jwk:${encodeBase64Url(utf8Encode(JSON.stringify(key)))}`
}
