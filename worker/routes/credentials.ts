// POST /v1/issuers/{slug}/credentials and PATCH …/{id}/status.
import { createRoute, z } from '@hono/zod-openapi'
import { CREDENTIAL_STATES } from '../../shared/status/state-table.ts'
import { changeStatusSchema } from '../../shared/wire/change-status.ts'
import { issueCredentialSchema } from '../../shared/wire/issue-credential.ts'
import { changeStatus } from '../issuing/change-status.ts'
import { type IssuedAnswer, issueAndRecord } from '../issuing/issue.ts'
import { answerOnce } from '../issuing/replay.ts'
import { requireIssuer } from '../middleware/authenticate.ts'
import { valueOrRefuse } from '../middleware/problem-details.ts'
import { newRoutes } from './new-routes.ts'
import { bearer, jsonAnswer, jsonBody, problems, slugParameter } from './schemas.ts'

const issuedSchema = z
  .object({
    id: z.string().openapi({ example: 'urn:uuid:0b1e5a54-8f5b-4b5e-9a52-5a3f1d4a7c11' }),
    credential: z
      .union([z.string(), z.record(z.string(), z.unknown())])
      .openapi({ description: 'A compact text; an object where the proof is inside' }),
    status: z.array(z.record(z.string(), z.unknown())),
  })
  .openapi('IssuedCredential')

const issueRoute = createRoute({
  method: 'post',
  path: '/v1/issuers/{slug}/credentials',
  summary: 'Sign a credential',
  description:
    'Needs scope `issue`. The signed credential is in the answer and nowhere else. With an `Idempotency-Key`, the same request ' +
    'sent again within 24 hours gets the same answer.',
  tags: ['Issuing'],
  security: bearer,
  request: {
    params: z.object({ slug: slugParameter }),
    headers: z.object({ 'idempotency-key': z.string().min(1).max(255).optional() }),
    body: jsonBody(issueCredentialSchema),
  },
  responses: {
    201: jsonAnswer('The signed credential', issuedSchema),
    ...problems(
      'request.invalid',
      'request.malformed',
      'request.too_large',
      'request.media_type',
      'auth.missing',
      'auth.invalid',
      'auth.forbidden',
      'issuer.unknown',
      'idempotency.conflict',
      'base_credential.refused',
      'rate.exceeded',
    ),
  },
})

const statusRoute = createRoute({
  method: 'patch',
  path: '/v1/issuers/{slug}/credentials/{id}/status',
  summary: 'Change the state of a credential',
  description:
    'Needs scope `status`. The next fetch of the status list shows it. A degree can be revoked. A licence can also be suspended, ' +
    'be limited by conditions, lapse, be surrendered, and be active again; a revocation is final.',
  tags: ['Issuing'],
  security: bearer,
  request: {
    params: z.object({
      slug: slugParameter,
      id: z.uuid().openapi({ description: 'The UUID of the credential, without `urn:uuid:`' }),
    }),
    body: jsonBody(changeStatusSchema),
  },
  responses: {
    200: jsonAnswer(
      'The new state',
      z.object({ id: z.string(), state: z.enum(CREDENTIAL_STATES) }),
    ),
    ...problems(
      'request.invalid',
      'request.malformed',
      'request.too_large',
      'request.media_type',
      'auth.missing',
      'auth.invalid',
      'auth.forbidden',
      'credential.unknown',
      'status.conflict',
      'status.not_supported',
      'rate.exceeded',
    ),
  },
})

export const credentialRoutes = newRoutes()
  .openapi(issueRoute, async (c) => {
    const { slug } = c.req.valid('param')
    const { issuer, apiKey } = await requireIssuer(c, slug, 'issue')
    const services = c.get('services')
    const actor = { kind: 'api_key', keyHash: apiKey.keyHash } as const
    const order = c.req.valid('json')
    const key = c.req.valid('header')['idempotency-key']
    const scope = key === undefined ? undefined : [apiKey.keyHash, slug, key]
    const answer = await answerOnce<IssuedAnswer>(services, scope, order, (keep) =>
      issueAndRecord(services, issuer, actor, order, keep),
    )
    return c.json(valueOrRefuse(answer) as z.output<typeof issuedSchema>, 201)
  })
  .openapi(statusRoute, async (c) => {
    const { slug, id } = c.req.valid('param')
    const { apiKey } = await requireIssuer(c, slug, 'status')
    const actor = { kind: 'api_key', keyHash: apiKey.keyHash } as const
    const order = { id, ...c.req.valid('json') }
    return c.json(valueOrRefuse(await changeStatus(c.get('services'), slug, order, actor)), 200)
  })
