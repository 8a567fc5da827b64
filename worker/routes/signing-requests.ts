// /v1/issuers/{slug}/signing-requests: what an issuer that keeps its keys to itself has to sign, and its signatures.
import { createRoute, z } from '@hono/zod-openapi'
import { encodeBase64Url } from '../../shared/encoding/base64url.ts'
import { utf8Encode } from '../../shared/encoding/bytes.ts'
import { SIGNING_REQUESTS_PAGE_MAX_COUNT } from '../../shared/limits.ts'
import { signatureSchema } from '../../shared/wire/keys.ts'
import { completeSignature } from '../keys/complete-signature.ts'
import { DELEGATION_KIND } from '../keys/request-signature.ts'
import { openDraft } from '../keys/signing-drafts.ts'
import { requireIssuer } from '../middleware/authenticate.ts'
import { valueOrRefuse } from '../middleware/problem-details.ts'
import { newRoutes } from './new-routes.ts'
import { bearer, jsonAnswer, jsonBody, problems, slugParameter } from './schemas.ts'

const REFUSALS = [
  'auth.missing',
  'auth.invalid',
  'auth.forbidden',
  'issuer.unknown',
  'rate.exceeded',
] as const

const listRoute = createRoute({
  method: 'get',
  path: '/v1/issuers/{slug}/signing-requests',
  summary: 'List what waits for a signature',
  description:
    'Needs scope `issue`. The oldest ones; `bytes` are exactly what has to be signed with Ed25519: header and payload of a JWS, in ' +
    'which the whole credential can be read. Requests to a key that is retired or compromised are gone: order anew.',
  tags: ['Keys'],
  security: bearer,
  request: { params: z.object({ slug: slugParameter }) },
  responses: {
    200: jsonAnswer(
      'The requests',
      z.object({
        requests: z.array(
          z.object({
            id: z.uuid(),
            kind: z.string(),
            kid: z.string(),
            bytes: z.string().openapi({ description: 'base64url' }),
          }),
        ),
      }),
    ),
    ...problems(...REFUSALS),
  },
})

const signRoute = createRoute({
  method: 'post',
  path: '/v1/issuers/{slug}/signing-requests/{id}',
  summary: 'Hand in a signature',
  description:
    'Needs scope `issue`. The signature is checked against the registered key. Only then the credential is issued; it is in the answer ' +
    'and nowhere else.',
  tags: ['Keys'],
  security: bearer,
  request: {
    params: z.object({ slug: slugParameter, id: z.uuid() }),
    body: jsonBody(signatureSchema),
  },
  responses: {
    201: jsonAnswer(
      'What was signed',
      z.object({
        id: z.string(),
        credential: z.string(),
        status: z.array(z.record(z.string(), z.unknown())),
      }),
    ),
    ...problems(
      ...REFUSALS,
      'request.invalid',
      'request.malformed',
      'request.too_large',
      'request.media_type',
      'signing.unknown',
      'key.conflict',
      'signing.outdated',
      'signing.delegation_missing',
      'signing.mismatch',
    ),
  },
})

export const signingRequestRoutes = newRoutes()
  .openapi(listRoute, async (c) => {
    const { slug } = c.req.valid('param')
    await requireIssuer(c, slug, 'issue')
    const services = c.get('services')
    const open = await services.signingRequests.list(
      slug,
      DELEGATION_KIND,
      SIGNING_REQUESTS_PAGE_MAX_COUNT,
    )
    const requests = await Promise.all(
      open.map(async (request) => {
        const { signingInput } = await openDraft(services, request)
        const { id, kind, kid } = request
        return { id, kind, kid, bytes: encodeBase64Url(utf8Encode(signingInput)) }
      }),
    )
    return c.json({ requests }, 200)
  })
  .openapi(signRoute, async (c) => {
    const { slug, id } = c.req.valid('param')
    const { issuer, apiKey } = await requireIssuer(c, slug, 'issue')
    const actor = { kind: 'api_key', keyHash: apiKey.keyHash } as const
    const { signature } = c.req.valid('json')
    const services = c.get('services')
    const answer = valueOrRefuse(await completeSignature(services, issuer, actor, id, signature))
    return c.json({ ...answer, status: [...answer.status] }, 201)
  })
