// The whole DID document of a did:key, for those who resolve DIDs with us. Pure.
import { decodeBase58Btc } from '../encoding/base58btc.ts'
import { toHex } from '../encoding/bytes.ts'
import type { JsonObject } from '../encoding/json.ts'
import { err, ok, type Result } from '../result.ts'
import { parseDid } from './did.ts'
import { readMultikey } from './did-key.ts'

/** Multicodecs `ed25519-pub`, `p256-pub` and `p384-pub` as unsigned varints, hexadecimal: the keys that we describe. */
const KEY_TYPES: ReadonlySet<string> = new Set(['ed01', '8024', '8124'])

/** What every key of a did:key may be used for; keys for encryption are not derived. */
const RELATIONSHIPS = [
  'authentication',
  'assertionMethod',
  'capabilityInvocation',
  'capabilityDelegation',
] as const

/**
 * The DID document that a did:key spells: one Multikey with every relationship but key agreement.
 *
 * @returns `unsupported` for a key of a kind that we do not know, `malformed` for anything that is no did:key
 * @see did:key §3.1.1 https://w3c-ccg.github.io/did-key-spec/#document-creation-algorithm
 */
export function didKeyDocument(did: string): Result<JsonObject, 'malformed' | 'unsupported'> {
  const parsed = parseDid(did)
  const multibase = parsed?.method === 'key' ? parsed.specificId : ''
  const bytes = multibase.startsWith('z') ? decodeBase58Btc(multibase.slice(1)) : null
  if (!bytes || bytes.length < 3) return err('malformed')
  if (!KEY_TYPES.has(toHex(bytes.subarray(0, 2)))) return err('unsupported')
  if (!readMultikey(multibase)) return err('malformed')
  const id = `${did}#${multibase}`
  return ok({
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
    id: did,
    verificationMethod: [{ id, type: 'Multikey', controller: did, publicKeyMultibase: multibase }],
    ...Object.fromEntries(RELATIONSHIPS.map((relationship) => [relationship, [id]])),
  })
}
