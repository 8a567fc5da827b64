// The id by which a caller knows a credential. Uses WebCrypto.
import { toHex, utf8Encode } from '../../shared/encoding/bytes.ts'
import type { Services } from '../services.ts'

/** SHA-256, hexadecimal: what is kept of an id. */
export const hashName = async (name: string): Promise<string> =>
  toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', utf8Encode(name))))

const OWN_ID = /^urn:uuid:([0-9a-f-]{36})$/

/** UUIDs of the credentials that an issuer's caller means: the one with our id, or all to which it gave this one. */
export async function findByName(
  { credentials, credentialNames }: Pick<Services, 'credentials' | 'credentialNames'>,
  issuerSlug: string,
  name: string,
): Promise<readonly string[]> {
  const [, uuid] = OWN_ID.exec(name) ?? []
  const named = await credentialNames.find(issuerSlug, await hashName(name))
  if (named.length > 0 || uuid === undefined) return named
  return (await credentials.find(issuerSlug, uuid)) ? [uuid] : []
}
