// /v1/issuers/{slug}/signing-requests: what an issuer that keeps its keys to itself has to sign, and its signatures.
import { createRoute, z } from '@hono/zod-openapi'
import { encodeBase64Url } from '../../shared/encoding/base64url.ts'
import { utf8Encode } from '../../shared/encoding/bytes.ts'
import { formatDateTime } from '../../shared/encoding/time.ts'
import { SIGNING_REQUESTS_PAGE_MAX_COUNT } from '../../shared/limits.ts'
import { signatureSchema } from '../../shared/wire/keys.ts'
import type { Replay } from '../issuing/replay.ts'
import { type Completed, completeSignature } from '../keys/complete-signature.ts'
import { DELEGATION_KIND } from '../keys/request-signature.ts'
import { openDraft } from '../keys/signing-drafts.ts'
import { requireActor } from '../middleware/issuer-actor.ts'
import { valueOrRefuse } from '../middleware/problem-details.ts'
import { once } from '../proposals/propose.ts'
import { newRoutes } from './new-routes.ts'
import { idempotencyHeader, keyOf } from './proposed.ts'
import { bearerOrSession, jsonAnswer, jsonBody, problems, slugParameter } from './schemas.ts'

/** Who hands in signatures of the issuer's key. */
export const SIGNERS = { scope: 'issue', roles: ['approver'] } as const

const REFUSALS = [
  'auth.missing',
  'auth.invalid',
  'auth.forbidden',
  'issuer.unknown',
  'rate.exceeded',
] as const

const listRoute = createRoute({
  method: 'get',
  path: '/v1/issuers/{slug}/signing-requests',
  summary: 'List what waits for a signature',
  description:
    'Needs scope `issue`, or an operator of role `approver`. The oldest ones; `bytes` are exactly what has to be signed with Ed25519: header and payload of a JWS, in ' +
    'which the whole credential can be read. Requests that nobody signed for seven days, and those to a key that is retired or ' +
    'compromised, are gone: order anew.',
  tags: ['Keys'],
  security: bearerOrSession,
  request: { params: z.object({ slug: slugParameter }) },
  responses: {
    200: jsonAnswer(
      'The requests',
      z.object({
        requests: z.array(
          z.object({
            id: z.uuid(),
            kind: z.string(),
            kid: z.string(),
            bytes: z.string().openapi({ description: 'base64url' }),
            expiresAt: z.string().openapi({ format: 'date-time' }),
          }),
        ),
      }),
    ),
    ...problems(...REFUSALS),
  },
})

const signRoute = createRoute({
  method: 'post',
  path: '/v1/issuers/{slug}/signing-requests/{id}',
  summary: 'Hand in a signature',
  description:
    'Needs scope `issue`, or an operator of role `approver`. The signature is checked against the registered key. Only then the credential is issued; it is in the answer ' +
    'and nowhere else; with an `Idempotency-Key`, the same request sent again within 24 hours gets it again.',
  tags: ['Keys'],
  security: bearerOrSession,
  request: {
    params: z.object({ slug: slugParameter, id: z.uuid() }),
    headers: idempotencyHeader,
    body: jsonBody(signatureSchema),
  },
  responses: {
    201: jsonAnswer(
      'What was signed',
      z.object({
        id: z.string(),
        credential: z.string(),
        status: z.array(z.record(z.string(), z.unknown())),
      }),
    ),
    ...problems(
      ...REFUSALS,
      'request.invalid',
      'request.malformed',
      'request.too_large',
      'request.media_type',
      'signing.unknown',
      'key.conflict',
      'signing.outdated',
      'signing.delegation_missing',
      'signing.mismatch',
      'idempotency.conflict',
    ),
  },
})

export const signingRequestRoutes = newRoutes()
  .openapi(listRoute, async (c) => {
    const { slug } = c.req.valid('param')
    await requireActor(c, slug, SIGNERS)
    const services = c.get('services')
    const open = await services.signingRequests.list(
      slug,
      DELEGATION_KIND,
      SIGNING_REQUESTS_PAGE_MAX_COUNT,
    )
    const requests = await Promise.all(
      open.map(async (request) => {
        const { signingInput } = await openDraft(services, request)
        const { id, kind, kid, expiresSeconds } = request
        const bytes = encodeBase64Url(utf8Encode(signingInput))
        return { id, kind, kid, bytes, expiresAt: formatDateTime(expiresSeconds) }
      }),
    )
    return c.json({ requests }, 200)
  })
  .openapi(signRoute, async (c) => {
    const { slug, id } = c.req.valid('param')
    const { issuer, actor } = await requireActor(c, slug, SIGNERS)
    const { signature } = c.req.valid('json')
    const services = c.get('services')
    const order = { sign: id, signature }
    const ask = { actor, order, idempotencyKey: keyOf(c.req.valid('header')) }
    const answer = valueOrRefuse(
      await once(services, issuer, ask, (keep: Replay<Completed>['keep']) =>
        completeSignature(services, issuer, actor, id, signature, keep),
      ),
    )
    return c.json({ ...answer, status: [...answer.status] }, 201)
  })
