// How holders claim: OpenID4VCI 1.0 of every issuer, and the questions of the claim page.
import type { Context } from 'hono'
import { cors } from 'hono/cors'
import {
  CLAIM_COPIES_MAX_COUNT,
  CLAIM_TOKEN_SECONDS,
  TRUST_LIST_TTL_SECONDS,
} from '../../shared/limits.ts'
import { isClaimFormat } from '../../shared/wire/claim-order.ts'
import { credentialRequestSchema, notificationSchema } from '../../shared/wire/claims.ts'
import type { AppContext } from '../app-context.ts'
import { hashSecret } from '../auth/secret.ts'
import { PRE_AUTHORIZED } from '../claims/addresses.ts'
import { collectCopies } from '../claims/collect-copies.ts'
import { configurationIdOf, configurationsOf } from '../claims/configurations.ts'
import { lookAtClaim, referToClaim, takeOffer } from '../claims/look.ts'
import { authorizationServerMetadata, credentialIssuerMetadata } from '../claims/metadata.ts'
import { createNonce } from '../claims/nonce.ts'
import { redeemCode } from '../claims/redeem-code.ts'
import { refuse, valueOrRefuse } from '../middleware/problem-details.ts'
import type { Claim } from '../storage/claims.ts'
import type { Issuer } from '../storage/issuers.ts'
import {
  credentialRoute,
  issuerMetadataRoute,
  lookRoute,
  nonceRoute,
  notificationRoute,
  offerRoute,
  referenceRoute,
  serverMetadataRoute,
  tokenRoute,
} from './claim-definitions.ts'
import {
  findClaim,
  findIssuer,
  isRefused,
  NO_STORE,
  oauthError,
  readForm,
  readJson,
} from './claim-requests.ts'
import { sendDocument } from './etag.ts'
import { newRoutes } from './new-routes.ts'

const sendMetadata = (c: Context<AppContext>, metadata: object): Promise<Response> =>
  sendDocument(c, {
    text: JSON.stringify(metadata),
    contentType: 'application/json',
    maxAgeSeconds: TRUST_LIST_TTL_SECONDS,
  })

async function answerToken(c: Context<AppContext>, slug: string): Promise<Response> {
  await findIssuer(c, slug)
  const form = await readForm(c)
  const code = form?.get('pre-authorized_code')
  if (form && form.get('grant_type') !== PRE_AUTHORIZED) {
    const description = `The only grant here is ${PRE_AUTHORIZED}.`
    return oauthError(c, { error: 'unsupported_grant_type', description })
  }
  if (!form || code === undefined) {
    const description = 'A form with a pre-authorized_code is needed, each parameter once.'
    return oauthError(c, { error: 'invalid_request', description })
  }
  const transactionCode = form.get('tx_code')
  const token = await redeemCode(c.get('services'), slug, { code, transactionCode })
  if (!token.ok) return oauthError(c, token.error)
  return c.json(
    {
      access_token: token.value.accessToken,
      token_type: 'Bearer',
      expires_in: CLAIM_TOKEN_SECONDS,
    },
    200,
    NO_STORE,
  )
}

/** The proofs of a request for what the claim is of, or why it is refused. */
async function readProofs(
  c: Context<AppContext>,
  issuer: Issuer,
  { credentialId }: Claim,
): Promise<readonly string[] | Response> {
  const { credentials, settings } = c.get('services')
  const parsed = credentialRequestSchema.safeParse(await readJson(c))
  if (!parsed.success) {
    const at = parsed.error.issues[0]
    const description = `The request is malformed at ${at?.path.join('.') || 'its beginning'}.`
    return oauthError(c, { error: 'invalid_credential_request', description })
  }
  const { credential_configuration_id: asked, credential_identifier: named, proofs } = parsed.data
  if (named !== undefined || asked === undefined) {
    const error =
      named === undefined ? 'invalid_credential_request' : 'unknown_credential_identifier'
    return oauthError(c, {
      error,
      description: 'Ask by the credential_configuration_id of the offer.',
    })
  }
  const credential = await credentials.find(issuer.slug, credentialId)
  const { kind = '', format = '' } = credential ?? {}
  const offered = isClaimFormat(format) ? configurationIdOf(kind, format) : undefined
  if (asked !== offered) {
    const isKnown = Object.hasOwn(configurationsOf(settings.origin), asked)
    const error = isKnown ? 'invalid_credential_request' : 'unknown_credential_configuration'
    return oauthError(c, {
      error,
      description: 'Ask by the credential_configuration_id of the offer.',
    })
  }
  if (proofs.jwt.length <= CLAIM_COPIES_MAX_COUNT) return proofs.jwt
  const description = `At most ${CLAIM_COPIES_MAX_COUNT} proofs are taken.`
  return oauthError(c, { error: 'invalid_credential_request', description })
}

async function answerCredential(c: Context<AppContext>, slug: string): Promise<Response> {
  const issuer = await findIssuer(c, slug)
  const claim = await findClaim(c, slug)
  if (isRefused(claim)) return claim
  const proofs = await readProofs(c, issuer, claim)
  if (isRefused(proofs)) return proofs
  const collected = await collectCopies(c.get('services'), issuer, claim, proofs)
  if (!collected.ok) return oauthError(c, collected.error)
  const { copies, notificationId } = collected.value
  const credentials = copies.map((credential) => ({ credential }))
  return c.json({ credentials, notification_id: notificationId }, 200, NO_STORE)
}

async function answerNotification(c: Context<AppContext>, slug: string): Promise<Response> {
  await findIssuer(c, slug)
  const claim = await findClaim(c, slug)
  if (isRefused(claim)) return claim
  const parsed = notificationSchema.safeParse(await readJson(c))
  if (!parsed.success) {
    const description = 'A notification_id and an event are needed.'
    return oauthError(c, { error: 'invalid_notification_request', description })
  }
  const { notification_id: id, event } = parsed.data
  const isNoted = await c.get('services').claims.note(claim.id, await hashSecret(id), event)
  if (isNoted) return c.body(null, 204)
  const description = 'Nothing was handed over under this notification_id.'
  return oauthError(c, { error: 'invalid_notification_id', description })
}

const routes = newRoutes()
// Wallets are pages of other origins, too. What they send carries no cookie.
routes.use('/issuers/:slug/claims/*', cors())

export const claimRoutes = routes
  .openapi(issuerMetadataRoute, async (c) => {
    const issuer = await findIssuer(c, c.req.valid('param').slug)
    return sendMetadata(c, credentialIssuerMetadata(c.get('services').settings.origin, issuer))
  })
  .openapi(serverMetadataRoute, async (c) => {
    const { slug } = await findIssuer(c, c.req.valid('param').slug)
    return sendMetadata(c, authorizationServerMetadata(c.get('services').settings.origin, slug))
  })
  .openapi(offerRoute, async (c) => {
    const offer = await takeOffer(c.get('services'), c.req.valid('param').reference)
    if (!offer) throw refuse('claim.unknown')
    return c.json(offer, 200, NO_STORE)
  })
  .openapi(tokenRoute, (c) => answerToken(c, c.req.valid('param').slug))
  .openapi(nonceRoute, async (c) => {
    const { slug } = await findIssuer(c, c.req.valid('param').slug)
    return c.json({ c_nonce: await createNonce(c.get('services'), slug) }, 200, NO_STORE)
  })
  .openapi(credentialRoute, (c) => answerCredential(c, c.req.valid('param').slug))
  .openapi(notificationRoute, (c) => answerNotification(c, c.req.valid('param').slug))
  .openapi(lookRoute, async (c) => {
    const look = valueOrRefuse(await lookAtClaim(c.get('services'), c.req.valid('json').code))
    return c.json(look, 200, NO_STORE)
  })
  .openapi(referenceRoute, async (c) => {
    const link = valueOrRefuse(await referToClaim(c.get('services'), c.req.valid('json').code))
    return c.json(link, 200, NO_STORE)
  })
