// GET /v1/dids/{did} and /v1/status-lists?url=: we ask, so that no issuer learns who looks.
import { createRoute, z } from '@hono/zod-openapi'
import { STATUS_LIST_MAX_BYTES } from '../../shared/limits.ts'
import { parseCompactJws } from '../../shared/parse/compact-jws.ts'
import { STATUS_LIST_TYPE } from '../../shared/trust/status-delegation.ts'
import { resolveLocalDid } from '../look-ups/local-did.ts'
import { limitRate } from '../middleware/limits.ts'
import { refuse } from '../middleware/problem-details.ts'
import { sendDocument } from './etag.ts'
import { newRoutes } from './new-routes.ts'
import { compactAnswer, documentAnswer, problems } from './schemas.ts'

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
  summary: 'Fetch a status list credential',
  description: 'Answers only status list credentials, with what is left of their lifetime.',
  tags: ['Look-ups'],
  middleware: [limitRate('LOOK_UPS_RATE')] as const,
  request: { query: z.object({ url: z.url({ protocol: /^https?$/ }).max(2048) }) },
  responses: {
    200: compactAnswer('The status list credential, as its issuer signed it'),
    304: { description: 'Not modified' },
    ...FAILURES,
  },
})

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
    const list = await c.get('services').lookUps.freshStatusList(c.req.valid('query').url)
    if (!list.ok) throw refuse(`look_up.${list.error}`)
    const { text, maxAgeSeconds } = list.value
    const parsed = parseCompactJws(text, { maxChars: STATUS_LIST_MAX_BYTES })
    if (!parsed.ok || !parsed.value.claims.types.includes(STATUS_LIST_TYPE)) {
      throw refuse('look_up.malformed')
    }
    return sendDocument(c, { text, contentType: 'application/vc+jwt', maxAgeSeconds })
  })
