// GET /conformance and /conformance/status/{list}: what outside suites need of the conformance issuer. 404 unless it is switched on.
import { createRoute, z } from '@hono/zod-openapi'
import { conformanceIssuer } from '../issuing/conformance-issuer.ts'
import { publishConformanceList } from '../issuing/conformance-list.ts'
import { refuse } from '../middleware/problem-details.ts'
import { describeImplementation } from '../vc-api/implementation.ts'
import { sendDocument } from './etag.ts'
import { newRoutes } from './new-routes.ts'
import { documentAnswer, jsonAnswer, problems } from './schemas.ts'

const implementationRoute = createRoute({
  method: 'get',
  path: '/conformance',
  summary: 'How outside test suites are configured for this server',
  description:
    'Only where the conformance issuer is switched on: an issuer that needs no key and that nobody recognises.',
  tags: ['VC-API'],
  responses: {
    200: jsonAnswer('The configuration', z.record(z.string(), z.unknown())),
    ...problems('route.unknown'),
  },
})

const listRoute = createRoute({
  method: 'get',
  path: '/conformance/status/{list}',
  summary: 'A status list of the conformance issuer',
  tags: ['VC-API'],
  request: { params: z.object({ list: z.string().openapi({ example: 'r1' }) }) },
  responses: {
    200: documentAnswer('The list, with an embedded proof', 'application/vc'),
    304: { description: 'Not modified' },
    ...problems('route.unknown', 'status_list.unknown'),
  },
})

export const conformanceRoutes = newRoutes()
  .openapi(implementationRoute, async (c) => {
    const services = c.get('services')
    const issuer = await conformanceIssuer(services)
    if (!issuer) throw refuse('route.unknown')
    return c.json(describeImplementation(services.settings.origin, issuer.did), 200)
  })
  .openapi(listRoute, async (c) => {
    const services = c.get('services')
    const issuer = await conformanceIssuer(services)
    if (!issuer) throw refuse('route.unknown')
    const { origin, statusTtlSeconds: maxAgeSeconds } = services.settings
    const url = `${origin}/conformance/status/${c.req.valid('param').list}`
    const list = await publishConformanceList(services, issuer, url)
    if (!list) throw refuse('status_list.unknown')
    return sendDocument(c, {
      text: JSON.stringify(list),
      contentType: 'application/vc',
      maxAgeSeconds,
    })
  })
