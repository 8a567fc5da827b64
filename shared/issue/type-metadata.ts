// The types of our SD-JWT VCs, described for wallets and verifiers. Pure.
import type { CredentialType } from '../credential-types/credential-type.ts'
import type { JsonObject } from '../encoding/json.ts'

/** Claims that every credential may have. */
const COMMON_CLAIMS = ['name', 'sub', 'jti']

/**
 * The type metadata of a kind, undefined where it is no SD-JWT VC. It describes, and entitles nobody to anything.
 *
 * @see SD-JWT VC (draft -19) §6
 */
export const typeMetadata = (
  origin: string,
  { sdJwt, title, description }: CredentialType,
): JsonObject | undefined =>
  sdJwt && {
    vct: origin + sdJwt.path,
    name: title,
    description,
    display: [{ locale: 'en', name: title, description }],
    claims: [...COMMON_CLAIMS, ...sdJwt.claims].map((claim) => ({
      path: claim.split('.'),
      sd: sdJwt.open.includes(claim) ? 'never' : 'always',
    })),
  }
