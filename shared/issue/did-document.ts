// A DID document that lists assertion keys. Pure.
import type { JsonObject } from '../encoding/json.ts'
import type { OkpJwk } from '../keys/jwk.ts'

/** @param keys - each with its `kid`, an absolute DID URL of `did` */
export const buildDidDocument = (
  did: string,
  keys: readonly (OkpJwk & { readonly kid: string })[],
): JsonObject => ({
  '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/suites/jws-2020/v1'],
  id: did,
  verificationMethod: keys.map(({ kid, kty, crv, x }) => ({
    id: kid,
    type: 'JsonWebKey2020',
    controller: did,
    publicKeyJwk: { kty, crv, x, kid: kid.slice(kid.indexOf('#') + 1), alg: 'EdDSA', use: 'sig' },
  })),
  assertionMethod: keys.map(({ kid }) => kid),
})
