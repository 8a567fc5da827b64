// GET /v1/issuers/{slug}/credentials/{id}/status: state, schedule and history; POST …/status/cancellations.
import { createRoute, z } from '@hono/zod-openapi'
import { CREDENTIAL_STATES } from '../../shared/status/state-table.ts'
import { cancelChangeSchema, STATUS_REASON_CODES } from '../../shared/wire/change-status.ts'
import { readStatus } from '../issuing/read-status.ts'
import { ASKING_ROLES, requireActor } from '../middleware/issuer-actor.ts'
import { refuse, valueOrRefuse } from '../middleware/problem-details.ts'
import { cancelOrPropose } from '../proposals/act-or-propose.ts'
import { isProposed } from '../proposals/propose.ts'
import { OPERATOR_ROLES } from '../storage/operators.ts'
import { newRoutes } from './new-routes.ts'
import { idempotencyHeader, keyOf, proposedAnswer } from './proposed.ts'
import { bearerOrSession, jsonAnswer, jsonBody, problems, slugParameter } from './schemas.ts'

const changeSchema = z
  .object({
    change: z.number().int(),
    state: z.enum(CREDENTIAL_STATES),
    effectiveFrom: z.string(),
    recordedAt: z.string(),
    by: z.string(),
    reasonCode: z.enum(STATUS_REASON_CODES),
    reason: z.string(),
    ends: z.number().int().optional(),
    cancelledAt: z.string().optional(),
    cancelledBy: z.string().optional(),
  })
  .openapi('StatusChange')

const readRoute = createRoute({
  method: 'get',
  path: '/v1/issuers/{slug}/credentials/{id}/status',
  summary: 'Read the status of a credential, with its schedule and history',
  description:
    'For operators of the issuer and API keys of scope `read`. `scheduled` has not taken effect; `history` has, or was cancelled.',
  tags: ['Issuing'],
  security: bearerOrSession,
  request: { params: z.object({ slug: slugParameter, id: z.uuid() }) },
  responses: {
    200: jsonAnswer(
      'The status',
      z.object({
        id: z.string(),
        state: z.enum(CREDENTIAL_STATES),
        scheduled: z.array(changeSchema),
        history: z.array(changeSchema),
      }),
    ),
    ...problems(
      'request.invalid',
      'auth.missing',
      'auth.invalid',
      'auth.forbidden',
      'issuer.unknown',
      'credential.unknown',
      'rate.exceeded',
    ),
  },
})

const cancelRoute = createRoute({
  method: 'post',
  path: '/v1/issuers/{slug}/credentials/{id}/status/cancellations',
  summary: 'Cancel a scheduled change of a status',
  description:
    'Needs scope `status`, or a proposer or approver who is signed in. `change` is the number of a change in `scheduled`. With a suspension that has not begun goes its end; ' +
    'without its end a suspension lasts.',
  tags: ['Issuing'],
  security: bearerOrSession,
  request: {
    params: z.object({ slug: slugParameter, id: z.uuid() }),
    headers: idempotencyHeader,
    body: jsonBody(cancelChangeSchema),
  },
  responses: {
    202: proposedAnswer,
    200: jsonAnswer(
      'What was cancelled',
      z.object({ id: z.string(), cancelled: z.number().int() }),
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
      'credential.unknown',
      'issuer.closed',
      'status.conflict',
      'idempotency.conflict',
      'rate.exceeded',
    ),
  },
})

export const credentialStatusRoutes = newRoutes()
  .openapi(readRoute, async (c) => {
    const { slug, id } = c.req.valid('param')
    await requireActor(c, slug, { scope: 'read', roles: OPERATOR_ROLES })
    const status = await readStatus(c.get('services'), slug, id)
    if (!status) throw refuse('credential.unknown')
    return c.json(
      { ...status, scheduled: [...status.scheduled], history: [...status.history] },
      200,
    )
  })
  .openapi(cancelRoute, async (c) => {
    const { slug, id } = c.req.valid('param')
    const caller = await requireActor(c, slug, { scope: 'status', roles: ASKING_ROLES })
    const { issuer, actor, keeper } = caller
    const order = { id, ...c.req.valid('json') }
    const ask = { actor, keeper, order, idempotencyKey: keyOf(c.req.valid('header')) }
    const answer = valueOrRefuse(await cancelOrPropose(c.get('services'), issuer, ask))
    return isProposed(answer) ? c.json(answer, 202) : c.json(answer, 200)
  })
