// /v1/issuers/{slug}/batches/{id}/signing-requests and …/signatures: batches of an issuer that keeps its keys to itself.
import { createRoute, z } from '@hono/zod-openapi'
import { encodeBase64Url } from '../../shared/encoding/base64url.ts'
import { utf8Encode } from '../../shared/encoding/bytes.ts'
import { BATCH_SIGNATURES_MAX_COUNT } from '../../shared/limits.ts'
import { rowSignaturesSchema } from '../../shared/wire/keys.ts'
import { completeRows } from '../batches/complete-rows.ts'
import { rowsToSign } from '../batches/draft-rows.ts'
import { requireActor } from '../middleware/issuer-actor.ts'
import { valueOrRefuse } from '../middleware/problem-details.ts'
import { batchParameters, batchSchema, findBatch, toBatchAnswer } from './batch-schemas.ts'
import { newRoutes } from './new-routes.ts'
import { bearerOrSession, jsonAnswer, jsonBody, problems } from './schemas.ts'
import { SIGNERS } from './signing-requests.ts'

const common = {
  tags: ['Batches'],
  security: bearerOrSession,
}
const REFUSALS = [
  'request.invalid',
  'auth.missing',
  'auth.invalid',
  'auth.forbidden',
  'issuer.unknown',
  'batch.unknown',
  'batch.conflict',
  'rate.exceeded',
] as const

const listRoute = createRoute({
  ...common,
  method: 'get',
  path: '/v1/issuers/{slug}/batches/{id}/signing-requests',
  summary: 'What of a batch is to be signed next',
  description:
    `Needs scope \`issue\`, or an operator of role \`approver\`. Of a batch that is \`awaiting_signature\`, up to ` +
    `${BATCH_SIGNATURES_MAX_COUNT} rows, the first ones that are not signed; \`bytes\` are exactly what has to be signed with Ed25519: ` +
    'header and payload of a JWS, in which the whole credential can be read. Sign, hand all signatures in, and ask again. What waits ' +
    'at `…/signing-requests` of the issuer is signed first: without its word to the status service nothing is issued.',
  request: { params: batchParameters },
  responses: {
    200: jsonAnswer(
      'The requests',
      z.object({
        requests: z.array(
          z.object({
            id: z.uuid(),
            line: z.number().int(),
            kind: z.string(),
            kid: z.string(),
            bytes: z.string().openapi({ description: 'base64url' }),
          }),
        ),
      }),
    ),
    ...problems(...REFUSALS, 'key.none'),
  },
})

const signRoute = createRoute({
  ...common,
  method: 'post',
  path: '/v1/issuers/{slug}/batches/{id}/signatures',
  summary: 'Hand in signatures of a batch',
  description:
    'Needs scope `issue`, or an operator of role `approver`. Every signature is checked against the registered key: where one is wrong, ' +
    'nothing of the request is issued. The credentials are among the results once the batch is `done`.',
  request: { params: batchParameters, body: jsonBody(rowSignaturesSchema) },
  responses: {
    200: jsonAnswer('The batch, `awaiting_signature` or `done`', batchSchema),
    ...problems(
      ...REFUSALS,
      'request.malformed',
      'request.too_large',
      'request.media_type',
      'key.conflict',
      'signing.unknown',
      'signing.mismatch',
      'signing.delegation_missing',
      'signing.outdated',
    ),
  },
})

export const batchSignatureRoutes = newRoutes()
  .openapi(listRoute, async (c) => {
    const { slug, id } = c.req.valid('param')
    const { issuer } = await requireActor(c, slug, SIGNERS)
    const services = c.get('services')
    const batch = await findBatch(services, slug, id)
    const rows = valueOrRefuse(await rowsToSign(services, issuer, batch))
    const requests = rows.map(({ signingInput, ...row }) => ({
      ...row,
      kind: batch.kind,
      bytes: encodeBase64Url(utf8Encode(signingInput)),
    }))
    return c.json({ requests }, 200)
  })
  .openapi(signRoute, async (c) => {
    const { slug, id } = c.req.valid('param')
    const { issuer } = await requireActor(c, slug, SIGNERS)
    const services = c.get('services')
    const batch = await findBatch(services, slug, id)
    const signed = await completeRows(services, issuer, batch, c.req.valid('json'))
    return c.json(toBatchAnswer(valueOrRefuse(signed)), 200)
  })
