// GET /v1/issuers/{slug}/credentials: what an issuer has issued, page by page.
import { createRoute, z } from '@hono/zod-openapi'
import { formatDateTime } from '../../shared/encoding/time.ts'
import { CREDENTIALS_PAGE_MAX_COUNT } from '../../shared/limits.ts'
import { CREDENTIAL_STATES } from '../../shared/status/state-table.ts'
import { requireReader } from '../middleware/issuer-actor.ts'
import type { CredentialFilter } from '../storage/credential-pages.ts'
import { newRoutes } from './new-routes.ts'
import { bearer, jsonAnswer, problems, slugParameter } from './schemas.ts'

const listedSchema = z
  .object({
    id: z.string().openapi({ example: 'urn:uuid:0b1e5a54-8f5b-4b5e-9a52-5a3f1d4a7c11' }),
    kind: z.string(),
    format: z.string(),
    state: z.enum(CREDENTIAL_STATES),
    issuedAt: z.string().openapi({ format: 'date-time' }),
  })
  .openapi('ListedCredential')

const listRoute = createRoute({
  method: 'get',
  path: '/v1/issuers/{slug}/credentials',
  summary: 'List what was issued',
  description:
    'Needs scope `read`. Newest first; `next` is the `after` of the next page and absent on the last one. What the credentials ' +
    'say, names included, is not kept and so cannot be listed.',
  tags: ['Issuing'],
  security: bearer,
  request: {
    params: z.object({ slug: slugParameter }),
    query: z.object({
      state: z.enum(CREDENTIAL_STATES).optional(),
      kind: z.string().max(64).optional(),
      after: z.uuid().optional(),
    }),
  },
  responses: {
    200: jsonAnswer(
      'One page',
      z.object({ credentials: z.array(listedSchema), next: z.uuid().optional() }),
    ),
    ...problems(
      'request.invalid',
      'auth.missing',
      'auth.invalid',
      'auth.forbidden',
      'issuer.unknown',
      'rate.exceeded',
    ),
  },
})

export const credentialListRoutes = newRoutes().openapi(listRoute, async (c) => {
  const { slug } = c.req.valid('param')
  await requireReader(c, slug)
  const { state, kind, after } = c.req.valid('query')
  const filter: CredentialFilter = {
    ...(state !== undefined && { state }),
    ...(kind !== undefined && { kind }),
  }
  const { credentialPages } = c.get('services')
  const { credentials, next } = await credentialPages.read(
    slug,
    filter,
    after,
    CREDENTIALS_PAGE_MAX_COUNT,
  )
  return c.json(
    {
      credentials: credentials.map(({ id, issuedAt, kind, format, state }) => ({
        id: `urn:uuid:${id}`,
        kind,
        format,
        state,
        issuedAt: formatDateTime(issuedAt),
      })),
      ...(next !== undefined && { next }),
    },
    200,
  )
})
