// POST /v1/status-service/keys, /v1/registry/keys: the administrator has the deployment's own services sign with other keys.
import { createRoute, z } from '@hono/zod-openapi'
import { formatDateTime } from '../../shared/encoding/time.ts'
import { rotateRegistryKey } from '../keys/rotate-registry-key.ts'
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

const rotateRegistryRoute = createRoute({
  method: 'post',
  path: '/v1/registry/keys',
  summary: 'Rotate the key of the registry',
  description:
    'For the administrator. The new key signs the trust list at once, and the list carries the word of the old one for it, so that pins that ' +
    'hold the old key stay good. A stolen key is not mended in this way: who has it can name a successor, too. Then hand out a new pin.',
  tags: ['Administration'],
  security: bearer,
  responses: {
    201: jsonAnswer(
      'The key that signs now, and its fingerprint for new pins',
      z.object({ kid: z.string(), fingerprint: z.string() }),
    ),
    ...problems('auth.missing', 'auth.invalid', 'key.conflict', 'key.too_many'),
  },
})

export const serviceKeyRoutes = newRoutes()
  .openapi(rotateRoute, async (c) => {
    await requireAdministrator(c)
    const { kid, signsFromSeconds } = valueOrRefuse(await rotateStatusKey(c.get('services')))
    return c.json({ kid, signsFrom: formatDateTime(signsFromSeconds) }, 201)
  })
  .openapi(rotateRegistryRoute, async (c) => {
    await requireAdministrator(c)
    return c.json({ ...valueOrRefuse(await rotateRegistryKey(c.get('services'))) }, 201)
  })
