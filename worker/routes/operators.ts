// /v1/issuers/{slug}/operators: who works for an issuer.
import { createRoute, z } from '@hono/zod-openapi'
import { requireOperator } from '../middleware/operator-session.ts'
import { OPERATOR_ROLES } from '../storage/operators.ts'
import { newRoutes } from './new-routes.ts'
import { jsonAnswer, operatorSession, problems, slugParameter } from './schemas.ts'

const operatorSchema = z
  .object({ id: z.string(), name: z.string(), role: z.enum(OPERATOR_ROLES) })
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
    ...problems('auth.missing', 'auth.forbidden', 'issuer.unknown'),
  },
})

export const operatorRoutes = newRoutes().openapi(listRoute, async (c) => {
  const { slug } = c.req.valid('param')
  await requireOperator(c, slug, ['admin', 'auditor'])
  const operators = await c.get('services').operators.list(slug)
  return c.json({ operators: operators.map(({ id, name, role }) => ({ id, name, role })) }, 200)
})
