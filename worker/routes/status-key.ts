// POST /v1/status-service/keys: the administrator has the status service sign with another key.
import { createRoute, z } from '@hono/zod-openapi'
import { formatDateTime } from '../../shared/encoding/time.ts'
import { rotateStatusKey } from '../keys/rotate-status-key.ts'
import { requireAdministrator } from '../middleware/authenticate.ts'
import { valueOrRefuse } from '../middleware/problem-details.ts'
import { newRoutes } from './new-routes.ts'
import { bearer, jsonAnswer, problems } from './schemas.ts'

const rotateRoute = createRoute({
  method: 'post',
  path: '/v1/status-service/keys',
  summary: 'Rotate the key of the status service',
  description:
    'For the administrator. The new key is published at once and signs a day later, when every verifier has a trust list that names it. ' +
    'The older ones stay published.',
  tags: ['Administration'],
  security: bearer,
  responses: {
    201: jsonAnswer(
      'The key that comes next',
      z.object({ kid: z.string(), signsFrom: z.string().openapi({ format: 'date-time' }) }),
    ),
    ...problems('auth.missing', 'auth.invalid', 'key.conflict', 'key.too_many'),
  },
})

export const statusKeyRoutes = newRoutes().openapi(rotateRoute, async (c) => {
  await requireAdministrator(c)
  const { kid, signsFromSeconds } = valueOrRefuse(await rotateStatusKey(c.get('services')))
  return c.json({ kid, signsFrom: formatDateTime(signsFromSeconds) }, 201)
})
