// POST /v1/issuers and /v1/issuers/{slug}/accreditations: what the administrator of a deployment does.
import { createRoute, z } from '@hono/zod-openapi'
import { createAccreditationSchema, createIssuerSchema } from '../../shared/wire/administration.ts'
import { CONFORMANCE_SLUG } from '../dids.ts'
import { type Accredited, accredit } from '../issuing/accredit.ts'
import { ADMINISTRATOR, foundIssuer } from '../issuing/found-issuer.ts'
import type { Replay } from '../issuing/replay.ts'
import { requireAdministrator } from '../middleware/authenticate.ts'
import { refuse, valueOrRefuse } from '../middleware/problem-details.ts'
import { once } from '../proposals/propose.ts'
import { API_SCOPES } from '../storage/issuers.ts'
import { newRoutes } from './new-routes.ts'
import { idempotencyHeader, keyOf } from './proposed.ts'
import { bearer, jsonAnswer, jsonBody, problems, slugParameter } from './schemas.ts'

const createIssuerRoute = createRoute({
  method: 'post',
  path: '/v1/issuers',
  summary: 'Found an issuer',
  description:
    'For the administrator. Makes its signing key and its first API key, which is shown only here. With a `did` at its own domain the ' +
    'issuer keeps its keys to itself and registers the public ones.',
  tags: ['Administration'],
  security: bearer,
  request: { body: jsonBody(createIssuerSchema) },
  responses: {
    201: jsonAnswer(
      'The issuer',
      z.object({ did: z.string(), apiKey: z.string(), scopes: z.array(z.enum(API_SCOPES)) }),
    ),
    ...problems(
      'request.invalid',
      'request.malformed',
      'request.too_large',
      'request.media_type',
      'auth.missing',
      'auth.invalid',
      'issuer.exists',
    ),
  },
})

const listRoute = createRoute({
  method: 'get',
  path: '/v1/issuers',
  summary: 'List the issuers of this deployment',
  description: 'For the administrator.',
  tags: ['Administration'],
  security: bearer,
  responses: {
    200: jsonAnswer(
      'The issuers, by slug',
      z.object({
        issuers: z.array(
          z.object({
            slug: z.string(),
            did: z.string(),
            name: z.string(),
            trustAnchor: z.boolean(),
          }),
        ),
      }),
    ),
    ...problems('auth.missing', 'auth.invalid'),
  },
})

const accreditRoute = createRoute({
  method: 'post',
  path: '/v1/issuers/{slug}/accreditations',
  summary: 'Accredit an organisation',
  description:
    'For the administrator. Signs with the key of the accreditor `slug`; the accreditation stands on the trust list from then on. ' +
    'Its id can be revoked like a credential. With an `Idempotency-Key`, the same request sent again within 24 hours gets the same answer.',
  tags: ['Administration'],
  security: bearer,
  request: {
    params: z.object({ slug: slugParameter }),
    headers: idempotencyHeader,
    body: jsonBody(createAccreditationSchema),
  },
  responses: {
    201: jsonAnswer(
      'The signed accreditation',
      z.object({ id: z.string(), credential: z.string() }),
    ),
    ...problems(
      'request.invalid',
      'request.malformed',
      'request.too_large',
      'request.media_type',
      'auth.missing',
      'auth.invalid',
      'issuer.unknown',
      'accreditation.subject_unresolvable',
      'idempotency.conflict',
    ),
  },
})

export const issuerRoutes = newRoutes()
  .openapi(createIssuerRoute, async (c) => {
    await requireAdministrator(c)
    const founded = await foundIssuer(c.get('services'), c.req.valid('json'))
    if (founded.ok) return c.json({ ...founded.value, scopes: [...API_SCOPES] }, 201)
    if (founded.error === 'taken') throw refuse('issuer.exists')
    throw refuse('request.invalid', {
      errors: [{ field: 'did', message: 'Expected a did:web at another domain than ours' }],
    })
  })
  .openapi(listRoute, async (c) => {
    await requireAdministrator(c)
    const issuers = await c.get('services').issuers.list()
    return c.json(
      {
        issuers: issuers
          .filter(({ slug }) => slug !== CONFORMANCE_SLUG)
          .map(({ slug, did, name, isTrustAnchor }) => ({
            slug,
            did,
            name,
            trustAnchor: isTrustAnchor,
          })),
      },
      200,
    )
  })
  .openapi(accreditRoute, async (c) => {
    await requireAdministrator(c)
    const services = c.get('services')
    const accreditor = await services.issuers.find(c.req.valid('param').slug)
    if (!accreditor || accreditor.slug === CONFORMANCE_SLUG) throw refuse('issuer.unknown')
    const order = c.req.valid('json')
    const ask = { actor: ADMINISTRATOR, order, idempotencyKey: keyOf(c.req.valid('header')) }
    const answer = await once(services, accreditor, ask, (keep: Replay<Accredited>['keep']) =>
      accredit(services, accreditor, ADMINISTRATOR, order, keep),
    )
    return c.json(valueOrRefuse(answer), 201)
  })
