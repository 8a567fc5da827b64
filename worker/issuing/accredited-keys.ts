// The keys of an organisation at the moment it is accredited: from then on it verifies with these only.
import { isJsonObject } from '../../shared/encoding/json.ts'
import { absoluteDidUrl, parseDid } from '../../shared/keys/did.ts'
import { findVerificationMethod } from '../../shared/keys/did-document.ts'
import { resolveDidJwk } from '../../shared/keys/did-jwk.ts'
import { resolveDidKey } from '../../shared/keys/did-key.ts'
import type { ListedMethod } from '../../shared/keys/verification-method.ts'
import { CONFORMANCE_SLUG } from '../dids.ts'
import type { ListedKey } from '../keys/custody.ts'
import type { Services } from '../services.ts'

/**
 * Keys to be listed for a DID; none for one that is hosted here, whose keys are read where they are. Undefined where the DID
 * does not resolve to an assertion key of a kind that we know, and for the conformance issuer, whose key anybody may use.
 */
export async function resolveAccreditedKeys(
  { addresses, issuers, lookUps }: Services,
  did: string,
): Promise<readonly ListedKey[] | undefined> {
  const slug = addresses.slugOf(did)
  if (slug !== undefined) return (await issuers.find(slug)) ? [] : undefined
  if ((await issuers.find(CONFORMANCE_SLUG))?.did === did) return undefined
  const local = resolveDidKey(did) ?? resolveDidJwk(did)
  if (local) return [toListedKey(local)]
  if (parseDid(did)?.method !== 'web') return undefined
  const document = await lookUps.didDocument(did)
  if (!document.ok) return undefined
  const listed = assertionKeys(document.value, did)
  return listed.length > 0 ? listed : undefined
}

/** The keys of a DID document that its owner may sign credentials with, those of a kind that we know. */
export const assertionKeys = (document: unknown, did: string): readonly ListedKey[] =>
  assertionIds(document).flatMap((id) => {
    const kid = absoluteDidUrl(id, did)
    const method = findVerificationMethod(document, did, kid, 'assertionMethod')
    return method.ok ? [toListedKey(method.value)] : []
  })

const toListedKey = ({ id, key }: ListedMethod): ListedKey => ({ ...key, kid: id })

function assertionIds(document: unknown): readonly string[] {
  const entries: unknown = isJsonObject(document) ? document.assertionMethod : undefined
  if (!Array.isArray(entries)) return []
  return entries.flatMap((entry: unknown) => {
    const id = isJsonObject(entry) ? entry.id : entry
    return typeof id === 'string' ? [id] : []
  })
}
