// A DID document that lists assertion keys. Pure.
import type { JsonObject } from '../encoding/json.ts'
import { DID_CONFIGURATION_CONTEXT, LINKED_DOMAINS_TYPE } from '../keys/domain-linkage-terms.ts'
import type { PublicJwk } from '../keys/jwk.ts'

const algorithmOf = (key: PublicJwk): string =>
  key.kty === 'EC' ? ALGORITHM_BY_CURVE[key.crv] : key.kty === 'RSA' ? 'RS256' : 'EdDSA'
const ALGORITHM_BY_CURVE = { 'P-256': 'ES256', 'P-384': 'ES384' } as const

/**
 * @param keys - each with its `kid`, an absolute DID URL of `did`
 * @param origins - that the owner of the DID controls, too
 * @see Well Known DID Configuration, Linked Domain Service Endpoint
 */
export const buildDidDocument = (
  did: string,
  keys: readonly (PublicJwk & { readonly kid: string })[],
  origins: readonly string[] = [],
): JsonObject => ({
  '@context': [
    'https://www.w3.org/ns/did/v1',
    'https://w3id.org/security/suites/jws-2020/v1',
    ...(origins.length > 0 ? [DID_CONFIGURATION_CONTEXT] : []),
  ],
  id: did,
  verificationMethod: keys.map(({ kid, ...key }) => ({
    id: kid,
    type: 'JsonWebKey2020',
    controller: did,
    publicKeyJwk: {
      ...key,
      kid: kid.slice(kid.indexOf('#') + 1),
      alg: algorithmOf(key),
      use: 'sig',
    },
  })),
  assertionMethod: keys.map(({ kid }) => kid),
  ...(origins.length > 0 && {
    service: [
      { id: `${did}#linked-domain`, type: LINKED_DOMAINS_TYPE, serviceEndpoint: { origins } },
    ],
  }),
})
