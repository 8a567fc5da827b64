// /v1/issuers/{slug}/operators: who works for an issuer, and who is invited to.
import { createRoute, z } from '@hono/zod-openapi'
import { inviteOperatorSchema, operatorRoleSchema } from '../../shared/wire/operators.ts'
import { invite } from '../auth/invite.ts'
import { removeOperator } from '../auth/remove-operator.ts'
import { requireOperatorOrAdministrator } from '../middleware/operator-or-administrator.ts'
import { requireOperator } from '../middleware/operator-session.ts'
import { valueOrRefuse } from '../middleware/problem-details.ts'
import { newRoutes } from './new-routes.ts'
import {
  bearer,
  jsonAnswer,
  jsonBody,
  operatorSession,
  problems,
  slugParameter,
} from './schemas.ts'

const operatorSchema = z
  .object({ id: z.string(), name: z.string(), role: operatorRoleSchema })
  .openapi('Operator')

const listRoute = createRoute({
  method: 'get',
  path: '/v1/issuers/{slug}/operators',
  summary: 'List the operators of an issuer',
  description: 'For its operators of role `admin` or `auditor`.',
  tags: ['Operators'],
  security: operatorSession,
  request: { params: z.object({ slug: slugParameter }) },
  responses: {
    200: jsonAnswer('The operators', z.object({ operators: z.array(operatorSchema) })),
    ...problems('auth.missing', 'auth.forbidden', 'issuer.unknown', 'rate.exceeded'),
  },
})

const inviteRoute = createRoute({
  method: 'post',
  path: '/v1/issuers/{slug}/operators/invites',
  summary: 'Invite an operator',
  description:
    'For operators of role `admin`, and for the administrator. The answer is the only place where the link is shown; it works once, ' +
    'within seven days.',
  tags: ['Operators'],
  security: [...operatorSession, ...bearer],
  request: { params: z.object({ slug: slugParameter }), body: jsonBody(inviteOperatorSchema) },
  responses: {
    201: jsonAnswer('The link for the new operator', z.object({ url: z.url() })),
    ...problems(
      'request.invalid',
      'request.malformed',
      'request.too_large',
      'request.media_type',
      'auth.missing',
      'auth.invalid',
      'auth.forbidden',
      'issuer.unknown',
      'rate.exceeded',
    ),
  },
})

const removeRoute = createRoute({
  method: 'delete',
  path: '/v1/issuers/{slug}/operators/{id}',
  summary: 'Remove an operator',
  description: 'For operators of role `admin`. Ends the sessions and forgets the passkeys at once.',
  tags: ['Operators'],
  security: operatorSession,
  request: { params: z.object({ slug: slugParameter, id: z.uuid() }) },
  responses: {
    204: { description: 'The operator is removed' },
    ...problems(
      'request.invalid',
      'auth.missing',
      'auth.forbidden',
      'issuer.unknown',
      'operator.unknown',
      'operator.last_admin',
      'rate.exceeded',
    ),
  },
})

export const operatorRoutes = newRoutes()
  .openapi(listRoute, async (c) => {
    const { slug } = c.req.valid('param')
    await requireOperator(c, slug, ['admin', 'auditor'])
    const operators = await c.get('services').operators.list(slug)
    return c.json({ operators: operators.map(({ id, name, role }) => ({ id, name, role })) }, 200)
  })
  .openapi(inviteRoute, async (c) => {
    const { slug } = c.req.valid('param')
    const { issuer, actor } = await requireOperatorOrAdministrator(c, slug, ['admin'])
    const invitation = { issuerSlug: issuer.slug, ...c.req.valid('json') }
    const url = await invite(c.get('services'), actor, invitation)
    return c.json({ url }, 201, { 'cache-control': 'no-store' })
  })
  .openapi(removeRoute, async (c) => {
    const { slug, id } = c.req.valid('param')
    const { operator } = await requireOperator(c, slug, ['admin'])
    valueOrRefuse(await removeOperator(c.get('services'), operator, id))
    return c.body(null, 204)
  })
