// POST /v1/issuers/{slug}/successions and …/taints: what an accreditor says of those whom it recognised.
import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { closeIssuerSchema, taintSchema } from '../../shared/wire/remarks.ts'
import type { AppContext } from '../app-context.ts'
import type { Actor } from '../auth/actor.ts'
import { CONFORMANCE_SLUG } from '../dids.ts'
import { hasCredentials, requireAdministrator } from '../middleware/authenticate.ts'
import { ASKING_ROLES } from '../middleware/issuer-actor.ts'
import { findSignedIn, requireOperator } from '../middleware/operator-session.ts'
import { refuse, valueOrRefuse } from '../middleware/problem-details.ts'
import { isProposed } from '../proposals/propose.ts'
import { remarkOrPropose } from '../proposals/remarks.ts'
import type { Issuer } from '../storage/issuers.ts'
import { newRoutes } from './new-routes.ts'
import { idempotencyHeader, keyOf, proposedAnswer } from './proposed.ts'
import { bearerOrSession, jsonAnswer, jsonBody, problems, slugParameter } from './schemas.ts'

const remarkAnswer = {
  202: proposedAnswer,
  201: jsonAnswer('The signed record', z.object({ id: z.string(), credential: z.string() })),
}
const REFUSALS = [
  'request.invalid',
  'request.malformed',
  'request.too_large',
  'request.media_type',
  'auth.missing',
  'auth.invalid',
  'auth.forbidden',
  'issuer.unknown',
  'remark.refused',
  'issuer.closed',
  'idempotency.conflict',
  'rate.exceeded',
] as const
const params = z.object({ slug: slugParameter })

const successionRoute = createRoute({
  method: 'post',
  path: '/v1/issuers/{slug}/successions',
  summary: 'Say that an issuer closed, and who keeps its records',
  description:
    'For the administrator, and for proposers and approvers of the accreditor who are signed in. Signs with the key of the accreditor `slug`, which has accredited the issuer `subject` or an organisation ' +
    'that did. What is dated from `closedOn` on is not recognised; what is older keeps verifying, with a notice, also after the ' +
    'accreditation of the issuer ends (do not revoke that one). Who keeps the records, if it is recognised for what they hold, changes ' +
    'the statuses of its credentials. The record is taken back by revoking its id like a credential.',
  tags: ['Administration'],
  security: bearerOrSession,
  request: { params, headers: idempotencyHeader, body: jsonBody(closeIssuerSchema) },
  responses: { ...remarkAnswer, ...problems(...REFUSALS) },
})

const taintRoute = createRoute({
  method: 'post',
  path: '/v1/issuers/{slug}/taints',
  summary: 'Doubt awards of an issuer from some time',
  description:
    'For the administrator, and for proposers and approvers of the accreditor who are signed in. Signs with the key of the accreditor `slug`, which has accredited the issuer `subject` or an organisation ' +
    'that did. Credentials of these types that were awarded from `awardedFrom` on and before `awardedUntil`, within all limits that ' +
    'are given, cannot be checked from then on; nothing is issued anew. What does not say whether it is within, counts as within. The ' +
    'doubt is lifted by revoking its id like a credential.',
  tags: ['Administration'],
  security: bearerOrSession,
  request: { params, headers: idempotencyHeader, body: jsonBody(taintSchema) },
  responses: { ...remarkAnswer, ...problems(...REFUSALS) },
})

/** Whoever holds the administrator's key, else an operator of the accreditor: never an API key of its software. */
async function requireSpeaker(
  c: Context<AppContext>,
  slug: string,
): Promise<{ readonly speaker: Issuer; readonly actor: Actor }> {
  if (!hasCredentials(c) && (await findSignedIn(c))) {
    const { issuer, operator } = await requireOperator(c, slug, ASKING_ROLES)
    return { speaker: issuer, actor: { kind: 'operator', id: operator.id } }
  }
  await requireAdministrator(c)
  const speaker = await c.get('services').issuers.find(slug)
  if (!speaker || speaker.slug === CONFORMANCE_SLUG) throw refuse('issuer.unknown')
  return { speaker, actor: { kind: 'administrator' } }
}

export const remarkRoutes = newRoutes()
  .openapi(successionRoute, async (c) => {
    const { speaker, actor } = await requireSpeaker(c, c.req.valid('param').slug)
    const remark = { kind: 'succession', order: c.req.valid('json') } as const
    const key = keyOf(c.req.valid('header'))
    const answer = valueOrRefuse(
      await remarkOrPropose(c.get('services'), speaker, actor, remark, key),
    )
    return isProposed(answer) ? c.json(answer, 202) : c.json(answer, 201)
  })
  .openapi(taintRoute, async (c) => {
    const { speaker, actor } = await requireSpeaker(c, c.req.valid('param').slug)
    const remark = { kind: 'taint', order: c.req.valid('json') } as const
    const key = keyOf(c.req.valid('header'))
    const answer = valueOrRefuse(
      await remarkOrPropose(c.get('services'), speaker, actor, remark, key),
    )
    return isProposed(answer) ? c.json(answer, 202) : c.json(answer, 201)
  })
