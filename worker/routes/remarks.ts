// POST /v1/issuers/{slug}/successions and …/taints: what an accreditor says of those whom it recognised.
import { createRoute, z } from '@hono/zod-openapi'
import { closeIssuerSchema, taintSchema } from '../../shared/wire/remarks.ts'
import { CONFORMANCE_SLUG } from '../dids.ts'
import { closeIssuer, taintIssuer } from '../issuing/remark.ts'
import { requireAdministrator } from '../middleware/authenticate.ts'
import { refuse, valueOrRefuse } from '../middleware/problem-details.ts'
import type { Services } from '../services.ts'
import type { Issuer } from '../storage/issuers.ts'
import { newRoutes } from './new-routes.ts'
import { bearer, jsonAnswer, jsonBody, problems, slugParameter } from './schemas.ts'

const remarkAnswer = {
  201: jsonAnswer('The signed record', z.object({ id: z.string(), credential: z.string() })),
}
const REFUSALS = [
  'request.invalid',
  'request.malformed',
  'request.too_large',
  'request.media_type',
  'auth.missing',
  'auth.invalid',
  'issuer.unknown',
  'remark.refused',
] as const
const params = z.object({ slug: slugParameter })

const successionRoute = createRoute({
  method: 'post',
  path: '/v1/issuers/{slug}/successions',
  summary: 'Say that an issuer closed, and who keeps its records',
  description:
    'For the administrator. Signs with the key of the accreditor `slug`, which has accredited the issuer `subject` or an organisation ' +
    'that did. What is dated from `closedOn` on is not recognised; what is older keeps verifying, with a notice, also after the ' +
    'accreditation of the issuer ends (do not revoke that one). Who keeps the records, if it is recognised for what they hold, changes ' +
    'the statuses of its credentials. The record is taken back by revoking its id like a credential.',
  tags: ['Administration'],
  security: bearer,
  request: { params, body: jsonBody(closeIssuerSchema) },
  responses: { ...remarkAnswer, ...problems(...REFUSALS, 'issuer.closed') },
})

const taintRoute = createRoute({
  method: 'post',
  path: '/v1/issuers/{slug}/taints',
  summary: 'Doubt awards of an issuer from some time',
  description:
    'For the administrator. Signs with the key of the accreditor `slug`, which has accredited the issuer `subject` or an organisation ' +
    'that did. Credentials of these types that were awarded from `awardedFrom` on and before `awardedUntil`, within all limits that ' +
    'are given, cannot be checked from then on; nothing is issued anew. What does not say whether it is within, counts as within. The ' +
    'doubt is lifted by revoking its id like a credential.',
  tags: ['Administration'],
  security: bearer,
  request: { params, body: jsonBody(taintSchema) },
  responses: { ...remarkAnswer, ...problems(...REFUSALS) },
})

const ADMINISTRATOR = { kind: 'administrator' } as const

export const remarkRoutes = newRoutes()
  .openapi(successionRoute, async (c) => {
    await requireAdministrator(c)
    const services = c.get('services')
    const speaker = await findSpeaker(services, c.req.valid('param').slug)
    const order = c.req.valid('json')
    return c.json(valueOrRefuse(await closeIssuer(services, speaker, ADMINISTRATOR, order)), 201)
  })
  .openapi(taintRoute, async (c) => {
    await requireAdministrator(c)
    const services = c.get('services')
    const speaker = await findSpeaker(services, c.req.valid('param').slug)
    const order = c.req.valid('json')
    return c.json(valueOrRefuse(await taintIssuer(services, speaker, ADMINISTRATOR, order)), 201)
  })

async function findSpeaker({ issuers }: Services, slug: string): Promise<Issuer> {
  const speaker = await issuers.find(slug)
  if (!speaker || speaker.slug === CONFORMANCE_SLUG) throw refuse('issuer.unknown')
  return speaker
}
