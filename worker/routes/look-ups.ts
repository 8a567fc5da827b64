// GET /v1/dids/{did} and /v1/status-lists?url=: we ask, so that no issuer learns who looks.
import { createRoute, z } from '@hono/zod-openapi'
import type { StatusListKind } from '../../shared/index.ts'
import { DATE_TIME_MAX_SECONDS } from '../../shared/limits.ts'
import { isStatusList } from '../../shared/status/stated-list.ts'
import { resolveLocalDid } from '../look-ups/local-did.ts'
import { limitRate } from '../middleware/limits.ts'
import { refuse } from '../middleware/problem-details.ts'
import { sendDocument } from './etag.ts'
import { newRoutes } from './new-routes.ts'
import { documentAnswer, problems } from './schemas.ts'

const FAILURES = problems(
  'request.invalid',
  'look_up.malformed',
  'look_up.unreachable',
  'rate.exceeded',
)

const didRoute = createRoute({
  method: 'get',
  path: '/v1/dids/{did}',
  summary: 'Resolve a DID',
  description:
    '`did:web`, `did:key` and `did:jwk`. The DID is percent-encoded once. Answers only documents of that very DID.',
  tags: ['Look-ups'],
  middleware: [limitRate('LOOK_UPS_RATE')] as const,
  request: { params: z.object({ did: z.string().startsWith('did:').max(2048) }) },
  responses: {
    200: documentAnswer('The DID document', 'application/did+json'),
    304: { description: 'Not modified' },
    ...FAILURES,
  },
})

const statusListRoute = createRoute({
  method: 'get',
  path: '/v1/status-lists',
  summary: 'Fetch a status list',
  description:
    'Answers only status lists of the `kind` that is asked for, with what is left of their lifetime; with `at`, the list as it ' +
    'stood at that second.',
  tags: ['Look-ups'],
  middleware: [limitRate('LOOK_UPS_RATE')] as const,
  request: {
    query: z.object({
      url: z.url({ protocol: /^https?$/ }).max(2048),
      kind: z.enum(['bitstring', 'token']).default('bitstring'),
      at: z.coerce.number().int().min(0).max(DATE_TIME_MAX_SECONDS).optional(),
    }),
  },
  responses: {
    200: {
      description: 'The status list, as its issuer signed it',
      content: {
        'application/vc+jwt': { schema: z.string() },
        'application/vc': { schema: z.object({}) },
        'application/statuslist+jwt': { schema: z.string() },
      },
    },
    304: { description: 'Not modified' },
    ...FAILURES,
  },
})

/** A proof inside a credential leaves it JSON. */
const mediaTypeOf = (text: string, kind: StatusListKind): string =>
  kind === 'token'
    ? 'application/statuslist+jwt'
    : text.startsWith('{')
      ? 'application/vc'
      : 'application/vc+jwt'

export const lookUpRoutes = newRoutes()
  .openapi(didRoute, async (c) => {
    const { did } = c.req.valid('param')
    const found = resolveLocalDid(did) ?? (await c.get('services').lookUps.freshDidDocument(did))
    if (!found.ok) throw refuse(`look_up.${found.error}`)
    const { document, maxAgeSeconds } = found.value
    return sendDocument(c, {
      text: JSON.stringify(document),
      contentType: 'application/did+json',
      maxAgeSeconds,
    })
  })
  .openapi(statusListRoute, async (c) => {
    const { at, kind, url } = c.req.valid('query')
    const question = { kind, ...(at !== undefined && { atSeconds: at }) }
    const list = await c.get('services').lookUps.freshStatusList(url, question)
    if (!list.ok) throw refuse(`look_up.${list.error}`)
    const { text, maxAgeSeconds } = list.value
    if (!(await isStatusList(text, kind))) throw refuse('look_up.malformed')
    return sendDocument(c, { text, contentType: mediaTypeOf(text, kind), maxAgeSeconds })
  })
