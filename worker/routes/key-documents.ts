// GET /v1/key-documents?url=: the keys that an issuer publishes at an address of its own; we ask, so that it does not learn who looks.
import { createRoute, z } from '@hono/zod-openapi'
import { limitRate } from '../middleware/limits.ts'
import { refuse } from '../middleware/problem-details.ts'
import { sendDocument } from './etag.ts'
import { newRoutes } from './new-routes.ts'
import { documentAnswer, problems } from './schemas.ts'

const keyDocumentRoute = createRoute({
  method: 'get',
  path: '/v1/key-documents',
  summary: 'Fetch an issuer’s published keys',
  description:
    'JWT VC issuer metadata, a JWK set or a JWK. Answers only documents that publish keys, and none that holds a private one.',
  tags: ['Look-ups'],
  middleware: [limitRate('LOOK_UPS_RATE')] as const,
  request: { query: z.object({ url: z.url({ protocol: /^https?$/ }).max(2048) }) },
  responses: {
    200: documentAnswer('The document that publishes the keys', 'application/json'),
    304: { description: 'Not modified' },
    ...problems('request.invalid', 'look_up.malformed', 'look_up.unreachable', 'rate.exceeded'),
  },
})

export const keyDocumentRoutes = newRoutes().openapi(keyDocumentRoute, async (c) => {
  const found = await c.get('services').lookUps.freshKeyDocument(c.req.valid('query').url)
  if (!found.ok) throw refuse(`look_up.${found.error}`)
  const { document, maxAgeSeconds } = found.value
  return sendDocument(c, {
    text: JSON.stringify(document),
    contentType: 'application/json',
    maxAgeSeconds,
  })
})
