// POST /v1/issuers/{slug}/credentials and PATCH …/{id}/status.
import { createRoute, z } from '@hono/zod-openapi'
import { CREDENTIAL_STATES } from '../../shared/status/state-table.ts'
import { issueCredentialSchema } from '../../shared/wire/issue-credential.ts'
import { askForStatusSchema } from '../../shared/wire/proposals.ts'
import { isRequested } from '../keys/request-signature.ts'
import { ASKING_ROLES, requireActor } from '../middleware/issuer-actor.ts'
import { valueOrRefuse } from '../middleware/problem-details.ts'
import {
  changeStatusOrPropose,
  issueOrPropose,
  requestOrPropose,
} from '../proposals/act-or-propose.ts'
import { isProposed } from '../proposals/propose.ts'
import { newRoutes } from './new-routes.ts'
import { idempotencyHeader, keyOf, proposedAnswer, proposedOrRequestedAnswer } from './proposed.ts'
import { bearerOrSession, jsonAnswer, jsonBody, problems, slugParameter } from './schemas.ts'

const issuedSchema = z
  .object({
    id: z.string().openapi({ example: 'urn:uuid:0b1e5a54-8f5b-4b5e-9a52-5a3f1d4a7c11' }),
    credential: z
      .union([z.string(), z.record(z.string(), z.unknown())])
      .openapi({ description: 'A compact text; an object where the proof is inside' }),
    status: z.array(z.record(z.string(), z.unknown())),
  })
  .openapi('IssuedCredential')

const offeredSchema = z
  .object({
    id: z.string(),
    claimUrl: z.string().openapi({ example: 'https://licet.example/claim#…' }),
    credentialOffer: z.string().openapi({ description: 'The same for software' }),
    transactionCode: z.string().optional().openapi({
      description: 'Send it by another way than the link',
      example: '493536',
    }),
    expiresAt: z.string(),
  })
  .openapi('OfferedCredential')

const issueRoute = createRoute({
  method: 'post',
  path: '/v1/issuers/{slug}/credentials',
  summary: 'Sign a credential',
  description:
    'Needs scope `issue`, or a proposer or approver who is signed in. The signed credential is in the answer and nowhere else. With an `Idempotency-Key`, the same request ' +
    'sent again within 24 hours gets the same answer. With `claim` nothing is signed yet: the answer is a link, good once and for ' +
    '30 days, by which the holder fetches copies into a wallet, and the transaction code that the wallet asks for.',
  tags: ['Issuing'],
  security: bearerOrSession,
  request: {
    params: z.object({ slug: slugParameter }),
    headers: idempotencyHeader,
    body: jsonBody(issueCredentialSchema),
  },
  responses: {
    202: proposedOrRequestedAnswer,
    201: jsonAnswer(
      'The signed credential; with `claim`, the link for its holder',
      z.union([issuedSchema, offeredSchema]),
    ),
    ...problems(
      'request.invalid',
      'request.malformed',
      'request.too_large',
      'request.media_type',
      'auth.missing',
      'auth.invalid',
      'auth.forbidden',
      'issuer.unknown',
      'issuer.closed',
      'idempotency.conflict',
      'base_credential.refused',
      'claim.refused',
      'key.elsewhere',
      'rate.exceeded',
    ),
  },
})

const statusRoute = createRoute({
  method: 'patch',
  path: '/v1/issuers/{slug}/credentials/{id}/status',
  summary: 'Change the state of a credential',
  description:
    'Needs scope `status`, or a proposer or approver who is signed in. The next fetch of the status list shows it. A degree can be ' +
    'revoked. A licence can also be suspended, be limited by conditions, lapse, be surrendered, and be active again; a revocation is ' +
    'final. With `effectiveFrom` it holds from another moment on: a past one shows in lists of the past, a future one takes effect ' +
    'by itself. `until` ends a suspension. Under four eyes an approver can suspend at once with `override`; somebody else reviews it.',
  tags: ['Issuing'],
  security: bearerOrSession,
  request: {
    params: z.object({
      slug: slugParameter,
      id: z.uuid().openapi({ description: 'The UUID of the credential, without `urn:uuid:`' }),
    }),
    headers: idempotencyHeader,
    body: jsonBody(askForStatusSchema),
  },
  responses: {
    202: proposedAnswer,
    200: jsonAnswer(
      'The new state',
      z.object({
        id: z.string(),
        state: z.enum(CREDENTIAL_STATES),
        effectiveFrom: z.string().optional(),
        until: z.string().optional(),
      }),
    ),
    ...problems(
      'request.invalid',
      'request.malformed',
      'request.too_large',
      'request.media_type',
      'auth.missing',
      'auth.invalid',
      'auth.forbidden',
      'credential.unknown',
      'issuer.closed',
      'status.conflict',
      'status.not_supported',
      'status.date_refused',
      'idempotency.conflict',
      'rate.exceeded',
    ),
  },
})

export const credentialRoutes = newRoutes()
  .openapi(issueRoute, async (c) => {
    const { slug } = c.req.valid('param')
    const { issuer, actor } = await requireActor(c, slug, { scope: 'issue', roles: ASKING_ROLES })
    const ask = { actor, order: c.req.valid('json'), idempotencyKey: keyOf(c.req.valid('header')) }
    const services = c.get('services')
    const answer = services.addresses.isOurs(issuer.did)
      ? valueOrRefuse(await issueOrPropose(services, issuer, ask))
      : valueOrRefuse(await requestOrPropose(services, issuer, ask))
    return isProposed(answer) || isRequested(answer)
      ? c.json(answer, 202)
      : c.json(answer as z.output<typeof issuedSchema> | z.output<typeof offeredSchema>, 201)
  })
  .openapi(statusRoute, async (c) => {
    const { slug, id } = c.req.valid('param')
    const caller = await requireActor(c, slug, { scope: 'status', roles: ASKING_ROLES })
    const { issuer, actor, keeper, operator } = caller
    const { override, ...change } = c.req.valid('json')
    const idempotencyKey = keyOf(c.req.valid('header'))
    const ask = { actor, keeper, order: { id, ...change }, idempotencyKey }
    const answer = valueOrRefuse(
      await changeStatusOrPropose(
        c.get('services'),
        issuer,
        ask,
        override && { operator, ...override },
      ),
    )
    return isProposed(answer) ? c.json(answer, 202) : c.json(answer, 200)
  })
