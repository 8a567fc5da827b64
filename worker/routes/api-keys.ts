// /v1/issuers/{slug}/api-keys: keys for machines, made and revoked by people.
import { createRoute, z } from '@hono/zod-openapi'
import { formatDateTime } from '../../shared/encoding/time.ts'
import { hashSecret } from '../auth/secret.ts'
import { createApiKey } from '../middleware/authenticate.ts'
import { requireOperator } from '../middleware/operator-session.ts'
import { refuse } from '../middleware/problem-details.ts'
import type { NamedApiKey } from '../storage/api-keys.ts'
import { API_SCOPES } from '../storage/issuers.ts'
import { succeedsUnlessRefused } from '../storage/refused.ts'
import { newRoutes } from './new-routes.ts'
import { jsonAnswer, jsonBody, operatorSession, problems, slugParameter } from './schemas.ts'

const PATH = '/v1/issuers/{slug}/api-keys'
const scopes = z.array(z.enum(API_SCOPES)).min(1).max(API_SCOPES.length)
const idSchema = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .openapi({ description: 'The SHA-256 of the key: it names the key and opens nothing' })
const apiKeySchema = z
  .object({ id: idSchema, name: z.string(), scopes, createdAt: z.string() })
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
    body: jsonBody(z.strictObject({ name: z.string().trim().min(1).max(200), scopes })),
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

const describeKey = ({ keyHash, name, scopes, createdSeconds }: NamedApiKey) => ({
  id: keyHash,
  name,
  scopes: [...scopes],
  createdAt: formatDateTime(createdSeconds),
})

export const apiKeyRoutes = newRoutes()
  .openapi(makeRoute, async (c) => {
    const { slug } = c.req.valid('param')
    const { operator } = await requireOperator(c, slug, ['admin'])
    const { apiKeys, audit } = c.get('services')
    const { name, scopes } = c.req.valid('json')
    const apiKey = createApiKey()
    const keyHash = await hashSecret(apiKey)
    const granted = API_SCOPES.filter((scope) => scopes.includes(scope))
    await audit.append(
      slug,
      {
        actor: { kind: 'operator', id: operator.id },
        action: 'api_key.made',
        target: keyHash,
        detail: { scopes: granted.join(' ') },
      },
      [apiKeys.insert({ keyHash, issuerSlug: slug, scopes: granted, name })],
    )
    return c.json({ id: keyHash, apiKey }, 201, { 'cache-control': 'no-store' })
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
    const { apiKeys, audit } = c.get('services')
    const apiKey = await apiKeys.find(id)
    if (apiKey?.issuerSlug !== slug) throw refuse('api_key.unknown')
    const revoking = audit.append(
      slug,
      { actor: { kind: 'operator', id: operator.id }, action: 'api_key.revoked', target: id },
      [apiKeys.revoke(id)],
    )
    if (!(await succeedsUnlessRefused(revoking))) throw refuse('api_key.unknown')
    return c.body(null, 204)
  })
