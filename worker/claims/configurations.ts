// What wallets can ask for: a configuration for each kind and format that can be claimed. Pure.
import type { CredentialType } from '../../shared/credential-types/credential-type.ts'
import { formatsOf } from '../../shared/credential-types/formats.ts'
import { CREDENTIAL_TYPES } from '../../shared/credential-types/index.ts'
import type { JsonObject } from '../../shared/encoding/json.ts'
import { type ClaimFormat, isClaimFormat } from '../../shared/wire/claim-order.ts'

/** What a wallet may sign its proofs with: as verifiers read them later. @see RFC 8037, RFC 9864, RFC 7518 */
export const PROOF_ALGORITHMS = ['EdDSA', 'Ed25519', 'ES256', 'ES384'] as const

const SUFFIXES = { 'dc+sd-jwt': 'sd-jwt', 'vc+jwt': 'vc-jwt' } as const satisfies Record<
  ClaimFormat,
  string
>

/** `degree-sd-jwt` */
export const configurationIdOf = (kind: string, format: ClaimFormat): string =>
  `${kind}-${SUFFIXES[format]}`

const OF_FORMAT: Readonly<
  Record<ClaimFormat, (type: CredentialType, origin: string) => JsonObject>
> = {
  'dc+sd-jwt': ({ sdJwt }, origin) => ({
    vct: origin + (sdJwt?.path ?? ''),
    cryptographic_binding_methods_supported: ['jwk', 'did:jwk', 'did:key'],
  }),
  'vc+jwt': ({ credentialType }) => ({
    credential_definition: { type: ['VerifiableCredential', credentialType] },
    cryptographic_binding_methods_supported: ['did:jwk', 'did:key', 'jwk'],
  }),
}

const claimsOf = (type: CredentialType, format: ClaimFormat): JsonObject =>
  format === 'dc+sd-jwt' && type.sdJwt
    ? {
        claims: [['name'], ...type.sdJwt.claims.map((claim) => claim.split('.'))].map((path) => ({
          path,
        })),
      }
    : {}

/** `credential_configurations_supported`. @see OpenID4VCI 1.0 §12.2.4, appendix A.3 */
export const configurationsOf = (origin: string): JsonObject =>
  Object.fromEntries(
    Object.values(CREDENTIAL_TYPES).flatMap((type) =>
      formatsOf(type)
        .filter(isClaimFormat)
        .map((format) => [
          configurationIdOf(type.kind, format),
          {
            format,
            ...OF_FORMAT[format](type, origin),
            credential_signing_alg_values_supported: ['EdDSA'],
            proof_types_supported: {
              jwt: { proof_signing_alg_values_supported: PROOF_ALGORITHMS },
            },
            credential_metadata: {
              display: [{ name: type.title, locale: 'en', description: type.description }],
              ...claimsOf(type, format),
            },
          },
        ]),
    ),
  )
