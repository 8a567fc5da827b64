// The DID document that an issuer has to serve for its keys. Pure.
import { buildDidDocument } from '../../../shared/issue/did-document.ts'
import type { OkpJwk } from '../../../shared/keys/jwk.ts'

/** As the Worker lists it. */
export interface RegisteredKey {
  readonly kid: string
  readonly publicJwk: OkpJwk
  readonly state: 'active' | 'retired' | 'compromised'
}

/** As indented JSON: with the new key first, those that are registered behind it, and none that is compromised. */
export function documentWith(
  did: string,
  { kid, publicJwk }: Pick<RegisteredKey, 'kid' | 'publicJwk'>,
  registered: readonly RegisteredKey[],
): string {
  const kept = registered.filter(({ state }) => state !== 'compromised')
  const keys = [{ kid, publicJwk }, ...kept].map((key) => ({ ...key.publicJwk, kid: key.kid }))
  return JSON.stringify(buildDidDocument(did, keys), null, 2)
}
