// What a deployment publishes: trust list, DID documents.
import { createRoute, z } from '@hono/zod-openapi'
import { listAnchors, publishTrustList } from '../issuing/trust-list.ts'
import { hostedDidDocument, OWN_DID_DOCUMENT_TTL_SECONDS } from '../look-ups/own-documents.ts'
import { refuse } from '../middleware/problem-details.ts'
import { sendDocument } from './etag.ts'
import { newRoutes } from './new-routes.ts'
import { compactAnswer, documentAnswer, problems, slugParameter } from './schemas.ts'

const COMPACT = 'application/vc+jwt'
const DID_JSON = 'application/did+json'

const didAnswer = documentAnswer('The DID document', DID_JSON)

const trustListRoute = createRoute({
  method: 'get',
  path: '/v1/trust-list',
  summary: 'The signed trust list',
  description:
    'Anchors, accreditations and issuer keys in one credential, signed by the registry key of the pin.',
  tags: ['Trust'],
  responses: { 200: compactAnswer('The trust list'), 304: { description: 'Not modified' } },
})

const pinRoute = createRoute({
  method: 'get',
  path: '/registry/pin.json',
  summary: 'What a verifier pins',
  description: 'Compare it with what the operator gave you by another way before you rely on it.',
  tags: ['Trust'],
  responses: { 200: documentAnswer('Origin, registry key and anchors', 'application/json') },
})

const serviceDidRoute = createRoute({
  method: 'get',
  path: '/{service}/did.json',
  summary: 'DID document of the registry or the status service',
  tags: ['Trust'],
  request: { params: z.object({ service: z.string().openapi({ enum: ['registry', 'status'] }) }) },
  responses: {
    200: didAnswer,
    304: { description: 'Not modified' },
    ...problems('route.unknown'),
  },
})

const issuerDidRoute = createRoute({
  method: 'get',
  path: '/issuers/{slug}/did.json',
  summary: 'DID document of an issuer',
  tags: ['Trust'],
  request: { params: z.object({ slug: slugParameter }) },
  responses: {
    200: didAnswer,
    304: { description: 'Not modified' },
    ...problems('issuer.unknown'),
  },
})

export const publishedRoutes = newRoutes()
  .openapi(trustListRoute, async (c) => {
    const services = c.get('services')
    const maxAgeSeconds = services.settings.statusTtlSeconds
    return sendDocument(c, {
      text: await publishTrustList(services),
      contentType: COMPACT,
      maxAgeSeconds,
    })
  })
  .openapi(pinRoute, async (c) => {
    const services = c.get('services')
    const { addresses, custody, settings } = services
    const [registryKey] = await custody.publicKeys(addresses.registryDid)
    const anchors = await listAnchors(services)
    return c.json(
      {
        origin: settings.origin,
        registryKey,
        anchors: anchors.map(({ did, name, keys }) => ({ did, name, keys })),
      },
      200,
    )
  })
  .openapi(serviceDidRoute, async (c) => {
    const services = c.get('services')
    const { registryDid: registry, statusDid: status } = services.addresses
    const did = new Map(Object.entries({ registry, status })).get(c.req.valid('param').service)
    if (did === undefined) throw refuse('route.unknown')
    return sendDocument(c, {
      text: JSON.stringify(await hostedDidDocument(services, did)),
      contentType: DID_JSON,
      maxAgeSeconds: OWN_DID_DOCUMENT_TTL_SECONDS,
    })
  })
  .openapi(issuerDidRoute, async (c) => {
    const services = c.get('services')
    const did = services.addresses.issuerDid(c.req.valid('param').slug)
    const found = await hostedDidDocument(services, did)
    if (!found) throw refuse('issuer.unknown')
    return sendDocument(c, {
      text: JSON.stringify(found),
      contentType: DID_JSON,
      maxAgeSeconds: OWN_DID_DOCUMENT_TTL_SECONDS,
    })
  })
