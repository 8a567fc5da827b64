// What wallets are told of an issuer and of its authorization server, which are the same here. Pure.
import type { JsonObject } from '../../shared/encoding/json.ts'
import { CLAIM_COPIES_MAX_COUNT } from '../../shared/limits.ts'
import type { Issuer } from '../storage/issuers.ts'
import { credentialIssuerOf, PRE_AUTHORIZED } from './addresses.ts'
import { configurationsOf } from './configurations.ts'

/** @see OpenID4VCI 1.0 §12.2.4 */
export function credentialIssuerMetadata(
  origin: string,
  { slug, name }: Pick<Issuer, 'slug' | 'name'>,
): JsonObject {
  const issuer = credentialIssuerOf(origin, slug)
  return {
    credential_issuer: issuer,
    credential_endpoint: `${issuer}/claims/credential`,
    nonce_endpoint: `${issuer}/claims/nonce`,
    notification_endpoint: `${issuer}/claims/notification`,
    batch_credential_issuance: { batch_size: CLAIM_COPIES_MAX_COUNT },
    display: [{ name }],
    credential_configurations_supported: configurationsOf(origin),
  }
}

/** @see RFC 8414 §2, OpenID4VCI 1.0 §12.3 */
export function authorizationServerMetadata(origin: string, slug: string): JsonObject {
  const issuer = credentialIssuerOf(origin, slug)
  return {
    issuer,
    token_endpoint: `${issuer}/claims/token`,
    token_endpoint_auth_methods_supported: ['none'],
    grant_types_supported: [PRE_AUTHORIZED],
    response_types_supported: [],
    'pre-authorized_grant_anonymous_access_supported': true,
  }
}
