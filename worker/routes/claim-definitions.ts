// The routes by which holders claim, as OpenAPI describes them: OpenID4VCI 1.0 of every issuer, and what the claim page asks.
import { createRoute, z } from '@hono/zod-openapi'
import { CLAIM_COPIES_MAX_COUNT } from '../../shared/limits.ts'
import { claimCodeBodySchema } from '../../shared/wire/claims.ts'
import { limitRate } from '../middleware/limits.ts'
import { documentAnswer, jsonAnswer, jsonBody, problems, slugParameter } from './schemas.ts'

const ofAnIssuer = {
  tags: ['Claims'],
  request: { params: z.object({ slug: slugParameter }) },
}
const step = { ...ofAnIssuer, middleware: limitRate('CLAIMS_RATE') }

/** Not problem details: wallets read the errors of OAuth. @see RFC 6749 §5.2 */
const oauthError = (description: string) =>
  jsonAnswer(
    description,
    z.object({ error: z.string(), error_description: z.string().optional() }).openapi('OAuthError'),
  )

/** Read by the handler: its faults are told in the words of OAuth. */
const body = (
  mediaType: 'application/json' | 'application/x-www-form-urlencoded',
  description: string,
) => ({
  body: {
    required: true,
    description,
    content: { [mediaType as string]: { schema: { type: 'object' as const } } },
  },
})

const metadataRoute = <Path extends string>(path: Path, summary: string, description: string) =>
  createRoute({
    ...ofAnIssuer,
    method: 'get',
    path,
    summary,
    description,
    responses: {
      200: documentAnswer('The metadata', 'application/json'),
      304: { description: 'Not modified' },
      ...problems('issuer.unknown'),
    },
  })

export const issuerMetadataRoute = metadataRoute(
  '/.well-known/openid-credential-issuer/issuers/{slug}',
  'What a wallet can claim from an issuer',
  'Credential Issuer Metadata of `<origin>/issuers/{slug}`. OpenID4VCI 1.0 §12.2.',
)

export const serverMetadataRoute = metadataRoute(
  '/.well-known/oauth-authorization-server/issuers/{slug}',
  'Where a wallet exchanges its code',
  'Every issuer is its own authorization server. RFC 8414.',
)

export const offerRoute = createRoute({
  ...step,
  method: 'get',
  path: '/issuers/{slug}/claims/offers/{reference}',
  summary: 'Fetch an offer by reference',
  description: 'Once, and within five minutes of asking for the reference.',
  request: { params: z.object({ slug: slugParameter, reference: z.string() }) },
  responses: {
    200: documentAnswer('The credential offer', 'application/json'),
    ...problems('claim.unknown', 'rate.exceeded'),
  },
})

export const tokenRoute = createRoute({
  ...step,
  method: 'post',
  path: '/issuers/{slug}/claims/token',
  summary: 'Exchange the code of a claim link for an access token',
  description:
    'Pre-authorized code flow, with `tx_code` where the offer asks for one. A code works once; five wrong transaction codes lock it.',
  request: {
    ...step.request,
    ...body('application/x-www-form-urlencoded', '`grant_type`, `pre-authorized_code`, `tx_code`'),
  },
  responses: {
    200: documentAnswer(
      '`access_token`, good for ten minutes and one set of copies, `token_type` and `expires_in`',
      'application/json',
    ),
    400: oauthError('`invalid_request`, `invalid_grant` or `unsupported_grant_type`'),
    ...problems('issuer.unknown', 'rate.exceeded'),
  },
})

export const nonceRoute = createRoute({
  ...step,
  method: 'post',
  path: '/issuers/{slug}/claims/nonce',
  summary: 'Ask for a nonce',
  description: 'For the proofs of one request, within five minutes.',
  responses: {
    200: jsonAnswer('The nonce', z.object({ c_nonce: z.string() })),
    ...problems('issuer.unknown', 'rate.exceeded'),
  },
})

export const credentialRoute = createRoute({
  ...step,
  method: 'post',
  path: '/issuers/{slug}/claims/credential',
  summary: 'Fetch copies of a credential',
  description:
    `With the access token. \`proofs.jwt\` holds up to ${CLAIM_COPIES_MAX_COUNT} proofs, each by a new key, all with one nonce: each brings ` +
    'a copy with salts and status indices of its own. The token is used up.',
  request: {
    ...step.request,
    ...body('application/json', '`credential_configuration_id` and `proofs`'),
  },
  responses: {
    200: documentAnswer(
      '`credentials`: the copies, in the order of the proofs; `notification_id`',
      'application/json',
    ),
    400: oauthError(
      '`invalid_credential_request`, `unknown_credential_configuration`, `unknown_credential_identifier`, `invalid_proof`, ' +
        '`invalid_nonce` or `credential_request_denied`',
    ),
    401: oauthError('`invalid_token`'),
    ...problems('issuer.unknown', 'rate.exceeded'),
  },
})

export const notificationRoute = createRoute({
  ...step,
  method: 'post',
  path: '/issuers/{slug}/claims/notification',
  summary: 'Tell what became of the copies',
  description: 'With the access token, while it holds.',
  request: { ...step.request, ...body('application/json', '`notification_id` and `event`') },
  responses: {
    204: { description: 'Noted' },
    400: oauthError('`invalid_notification_request` or `invalid_notification_id`'),
    401: oauthError('`invalid_token`'),
    ...problems('issuer.unknown', 'rate.exceeded'),
  },
})

const ofALink = {
  method: 'post' as const,
  tags: ['Claims'],
  middleware: limitRate('CLAIMS_RATE'),
  request: { body: jsonBody(claimCodeBodySchema) },
}
const refusals = problems(
  'request.invalid',
  'request.malformed',
  'request.too_large',
  'request.media_type',
  'claim.unknown',
  'claim.gone',
  'rate.exceeded',
)

export const lookRoute = createRoute({
  ...ofALink,
  path: '/v1/claims/looks',
  summary: 'What waits behind a claim link',
  description:
    'For whoever holds the code. Whose credential it is, and no word of what it says. The code travels in the body: no log keeps it.',
  responses: {
    200: jsonAnswer(
      'Issuer, kind, and the offer for a wallet',
      z.object({
        issuer: z.object({ slug: z.string(), name: z.string() }),
        credential: z.object({ kind: z.string(), title: z.string() }),
        configurationId: z.string(),
        asksForCode: z.boolean(),
        expiresAt: z.string(),
        offer: z.record(z.string(), z.unknown()),
        credentialOffer: z
          .string()
          .openapi({ example: 'openid-credential-offer://?credential_offer=%7B%7D' }),
      }),
    ),
    ...refusals,
  },
})

export const referenceRoute = createRoute({
  ...ofALink,
  path: '/v1/claims/references',
  summary: 'An offer by reference',
  description:
    'A short link for a QR code, which a wallet resolves once, within five minutes. It holds no code: what a log keeps of it opens nothing.',
  responses: {
    200: jsonAnswer('The link', z.object({ credentialOffer: z.string() })),
    ...refusals,
  },
})
