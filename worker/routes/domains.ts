// /v1/issuers/{slug}/domain: the domain that people are shown for an issuer; /.well-known/did-configuration.json: our own.
import { createRoute, z } from '@hono/zod-openapi'
import { formatDateTime } from '../../shared/encoding/time.ts'
import { linkDomainSchema } from '../../shared/wire/domains.ts'
import { configurationFor, linkDomain, unlinkDomain } from '../keys/link-domain.ts'
import { ownConfiguration } from '../keys/own-configuration.ts'
import { tooManyRequests } from '../middleware/limits.ts'
import { requireOperator } from '../middleware/operator-session.ts'
import { refuse, valueOrRefuse } from '../middleware/problem-details.ts'
import type { IssuerDomain } from '../storage/issuer-domains.ts'
import { sendDocument } from './etag.ts'
import { newRoutes } from './new-routes.ts'
import {
  documentAnswer,
  jsonAnswer,
  jsonBody,
  operatorSession,
  problems,
  slugParameter,
} from './schemas.ts'

const dateTime = z.string().openapi({ format: 'date-time' })
const domainSchema = z.object({ domain: z.string(), checkedAt: dateTime, validUntil: dateTime })
const common = { tags: ['Keys'], security: operatorSession }
const params = z.object({ slug: slugParameter })
const path = '/v1/issuers/{slug}/domain'
const REFUSALS = ['auth.missing', 'auth.forbidden', 'issuer.unknown', 'rate.exceeded'] as const
const BODY_REFUSALS = [
  'request.invalid',
  'request.malformed',
  'request.too_large',
  'request.media_type',
] as const
const READERS = ['admin', 'approver', 'auditor'] as const
const WRITERS = ['admin'] as const
const OWN_CONFIGURATION_TTL_SECONDS = 300

const readRoute = createRoute({
  ...common,
  method: 'get',
  path,
  summary: 'The domain of an issuer',
  description: 'For its operators of role `admin`, `approver` or `auditor`.',
  request: { params },
  responses: {
    200: jsonAnswer('The linked domain', domainSchema),
    ...problems(...REFUSALS, 'domain.unknown'),
  },
})

const configurationRoute = createRoute({
  ...common,
  method: 'post',
  path: '/v1/issuers/{slug}/domain/configuration',
  summary: 'What to serve at the domain',
  description:
    'For its operators of role `admin`. The file for `https://<domain>/.well-known/did-configuration.json`, with a Domain Linkage Credential ' +
    'for a year, signed by the key of the issuer. Who keeps its key to itself signs one of its own.',
  request: { params, body: jsonBody(linkDomainSchema) },
  responses: {
    200: documentAnswer('The DID configuration', 'application/json'),
    ...problems(...REFUSALS, ...BODY_REFUSALS, 'key.elsewhere'),
  },
})

const linkRoute = createRoute({
  ...common,
  method: 'put',
  path,
  summary: 'Link a domain',
  description:
    'For its operators of role `admin`. Fetches the DID configuration of the domain and checks that it names the DID of the issuer. A DID ' +
    'that is hosted here names the domain from then on; one at a domain of its own must name it already, in a service of type ' +
    '`LinkedDomains`. People are then shown this domain. It is believed for 90 days at most: ask again before.',
  request: { params, body: jsonBody(linkDomainSchema) },
  responses: {
    200: jsonAnswer('The linked domain', domainSchema),
    ...problems(...REFUSALS, ...BODY_REFUSALS, 'domain.unlinked'),
  },
})

const unlinkRoute = createRoute({
  ...common,
  method: 'delete',
  path,
  summary: 'Unlink the domain',
  description: 'For its operators of role `admin`. People are shown the host of the DID again.',
  request: { params },
  responses: {
    204: { description: 'It is not linked any more' },
    ...problems(...REFUSALS, 'domain.unknown'),
  },
})

const ownRoute = createRoute({
  method: 'get',
  path: '/.well-known/did-configuration.json',
  summary: 'The DIDs of this deployment',
  description:
    'Links this origin with the DIDs of the registry and the status service. Issuers that are hosted here link domains of their own: this ' +
    'one is not theirs.',
  tags: ['Trust'],
  responses: {
    200: documentAnswer('The DID configuration', 'application/json'),
    304: { description: 'Not modified' },
  },
})

const describe = ({ host, checkedSeconds, validUntilSeconds }: IssuerDomain) => ({
  domain: host,
  checkedAt: formatDateTime(checkedSeconds),
  validUntil: formatDateTime(validUntilSeconds),
})

export const domainRoutes = newRoutes()
  .openapi(readRoute, async (c) => {
    const { slug } = c.req.valid('param')
    await requireOperator(c, slug, READERS)
    const domain = await c.get('services').issuerDomains.find(slug)
    if (!domain) throw refuse('domain.unknown')
    return c.json(describe(domain), 200)
  })
  .openapi(configurationRoute, async (c) => {
    const { issuer } = await requireOperator(c, c.req.valid('param').slug, WRITERS)
    const { domain } = c.req.valid('json')
    return c.json(await configurationFor(c.get('services'), issuer, domain), 200)
  })
  .openapi(linkRoute, async (c) => {
    const { slug } = c.req.valid('param')
    const { issuer, operator } = await requireOperator(c, slug, WRITERS)
    const { success } = await c.env.KEY_REGISTRATION_RATE.limit({ key: slug })
    if (!success) throw tooManyRequests()
    const actor = { kind: 'operator', id: operator.id } as const
    const { domain } = c.req.valid('json')
    const linked = await linkDomain(c.get('services'), issuer, domain, actor)
    return c.json(describe(valueOrRefuse(linked)), 200)
  })
  .openapi(unlinkRoute, async (c) => {
    const { slug } = c.req.valid('param')
    const { operator } = await requireOperator(c, slug, WRITERS)
    const services = c.get('services')
    const domain = await services.issuerDomains.find(slug)
    if (!domain) throw refuse('domain.unknown')
    await unlinkDomain(services, slug, domain, { kind: 'operator', id: operator.id })
    return c.body(null, 204)
  })
  .openapi(ownRoute, async (c) =>
    sendDocument(c, {
      text: JSON.stringify(await ownConfiguration(c.get('services'))),
      contentType: 'application/json',
      maxAgeSeconds: OWN_CONFIGURATION_TTL_SECONDS,
    }),
  )
