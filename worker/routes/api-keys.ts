// /v1/issuers/{slug}/api-keys: keys for machines, made and revoked by people.
import { createRoute, z } from '@hono/zod-openapi'
import { formatDateTime } from '../../shared/encoding/time.ts'
import { apiScopesSchema, makeApiKeySchema } from '../../shared/wire/operators.ts'
import { makeApiKey, revokeApiKey } from '../auth/api-keys.ts'
import { requireOperator } from '../middleware/operator-session.ts'
import { valueOrRefuse } from '../middleware/problem-details.ts'
import type { NamedApiKey } from '../storage/api-keys.ts'
import { newRoutes } from './new-routes.ts'
import { jsonAnswer, jsonBody, operatorSession, problems, slugParameter } from './schemas.ts'

const PATH = '/v1/issuers/{slug}/api-keys'
const idSchema = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .openapi({ description: 'The SHA-256 of the key: it names the key and opens nothing' })
const apiKeySchema = z
  .object({
    id: idSchema,
    name: z.string(),
    scopes: apiScopesSchema,
    createdAt: z.string(),
    lastUsedAt: z.string().optional(),
  })
  .openapi('ApiKey')
const common = { tags: ['Operators'], security: operatorSession }
const REFUSALS = ['auth.missing', 'auth.forbidden', 'issuer.unknown', 'rate.exceeded'] as const

const makeRoute = createRoute({
  ...common,
  method: 'post',
  path: PATH,
  summary: 'Make an API key',
  description: 'For operators of role `admin`. The answer is the only place where it is shown.',
  request: {
    params: z.object({ slug: slugParameter }),
    body: jsonBody(makeApiKeySchema),
  },
  responses: {
    201: jsonAnswer('The key', z.object({ id: idSchema, apiKey: z.string() })),
    ...problems(
      'request.invalid',
      'request.malformed',
      'request.too_large',
      'request.media_type',
      ...REFUSALS,
    ),
  },
})

const listRoute = createRoute({
  ...common,
  method: 'get',
  path: PATH,
  summary: 'List the API keys of an issuer',
  description: 'For operators of role `admin` or `auditor`. Never the keys themselves.',
  request: { params: z.object({ slug: slugParameter }) },
  responses: {
    200: jsonAnswer('Keys in use', z.object({ apiKeys: z.array(apiKeySchema) })),
    ...problems(...REFUSALS),
  },
})

const revokeRoute = createRoute({
  ...common,
  method: 'delete',
  path: `${PATH}/{id}`,
  summary: 'Revoke an API key',
  description: 'For operators of role `admin`. From then on the key is answered 401.',
  request: { params: z.object({ slug: slugParameter, id: idSchema }) },
  responses: {
    204: { description: 'The key is revoked' },
    ...problems('request.invalid', 'api_key.unknown', ...REFUSALS),
  },
})

const describeKey = ({ keyHash, name, scopes, createdSeconds, usedSeconds }: NamedApiKey) => ({
  id: keyHash,
  name,
  scopes: [...scopes],
  createdAt: formatDateTime(createdSeconds),
  ...(usedSeconds !== undefined && { lastUsedAt: formatDateTime(usedSeconds) }),
})

export const apiKeyRoutes = newRoutes()
  .openapi(makeRoute, async (c) => {
    const { operator } = await requireOperator(c, c.req.valid('param').slug, ['admin'])
    const made = await makeApiKey(c.get('services'), operator, c.req.valid('json'))
    return c.json(made, 201, { 'cache-control': 'no-store' })
  })
  .openapi(listRoute, async (c) => {
    const { slug } = c.req.valid('param')
    await requireOperator(c, slug, ['admin', 'auditor'])
    const apiKeys = await c.get('services').apiKeys.list(slug)
    return c.json({ apiKeys: apiKeys.map(describeKey) }, 200)
  })
  .openapi(revokeRoute, async (c) => {
    const { slug, id } = c.req.valid('param')
    const { operator } = await requireOperator(c, slug, ['admin'])
    valueOrRefuse(await revokeApiKey(c.get('services'), operator, id))
    return c.body(null, 204)
  })
