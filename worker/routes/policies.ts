// GET and PUT /v1/issuers/{slug}/policy: whether what one operator or API key asks for waits for another operator.
import { createRoute, z } from '@hono/zod-openapi'
import { changePolicySchema } from '../../shared/wire/proposals.ts'
import { requireActor } from '../middleware/issuer-actor.ts'
import { requireOperator } from '../middleware/operator-session.ts'
import { valueOrRefuse } from '../middleware/problem-details.ts'
import { changePolicy } from '../proposals/policy.ts'
import { isProposed, requiresApproval } from '../proposals/propose.ts'
import { OPERATOR_ROLES } from '../storage/operators.ts'
import { newRoutes } from './new-routes.ts'
import { proposedAnswer } from './proposed.ts'
import {
  bearerOrSession,
  jsonAnswer,
  jsonBody,
  operatorSession,
  problems,
  slugParameter,
} from './schemas.ts'

const policyAnswer = jsonAnswer('The policy', z.object({ fourEyes: z.boolean() }))
const params = z.object({ slug: slugParameter })

const readRoute = createRoute({
  method: 'get',
  path: '/v1/issuers/{slug}/policy',
  summary: 'Whether an issuer asks for four eyes',
  description: 'For operators of the issuer, and API keys of scope `read`.',
  tags: ['Four eyes'],
  security: bearerOrSession,
  request: { params },
  responses: {
    200: policyAnswer,
    ...problems('auth.missing', 'auth.invalid', 'auth.forbidden', 'rate.exceeded'),
  },
})

const changeRoute = createRoute({
  method: 'put',
  path: '/v1/issuers/{slug}/policy',
  summary: 'Switch four eyes on or off',
  description:
    'For admins. On takes effect at once. Off needs a `reasonCode`, and an approver: it becomes a proposal.',
  tags: ['Four eyes'],
  security: operatorSession,
  request: { params, body: jsonBody(changePolicySchema) },
  responses: {
    200: policyAnswer,
    202: proposedAnswer,
    ...problems(
      'request.invalid',
      'request.malformed',
      'request.too_large',
      'request.media_type',
      'auth.missing',
      'auth.forbidden',
    ),
  },
})

export const policyRoutes = newRoutes()
  .openapi(readRoute, async (c) => {
    const { slug } = c.req.valid('param')
    await requireActor(c, slug, { scope: 'read', roles: OPERATOR_ROLES })
    return c.json({ fourEyes: await requiresApproval(c.get('services'), slug) }, 200)
  })
  .openapi(changeRoute, async (c) => {
    const { issuer, operator } = await requireOperator(c, c.req.valid('param').slug, ['admin'])
    const actor = { kind: 'operator', id: operator.id } as const
    const ask = { actor, order: c.req.valid('json') }
    const answer = valueOrRefuse(await changePolicy(c.get('services'), issuer, ask))
    return isProposed(answer) ? c.json(answer, 202) : c.json(answer, 200)
  })
