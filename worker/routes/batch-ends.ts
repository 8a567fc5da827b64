// /v1/issuers/{slug}/batches/{id}/refusal and …/cancellation: batches that are not signed, or not to the last row.
import { createRoute } from '@hono/zod-openapi'
import { refuseProposalSchema } from '../../shared/wire/proposals.ts'
import { cancelBatch, refuseBatch } from '../batches/end.ts'
import { requireActor } from '../middleware/issuer-actor.ts'
import { requireOperator } from '../middleware/operator-session.ts'
import { valueOrRefuse } from '../middleware/problem-details.ts'
import { batchParameters, batchSchema, findBatch, ISSUERS, toBatchAnswer } from './batch-schemas.ts'
import { newRoutes } from './new-routes.ts'
import { bearerOrSession, jsonAnswer, jsonBody, operatorSession, problems } from './schemas.ts'

const REFUSALS = [
  'request.invalid',
  'auth.missing',
  'auth.forbidden',
  'batch.unknown',
  'batch.conflict',
] as const

const refusalRoute = createRoute({
  tags: ['Batches'],
  security: operatorSession,
  method: 'post',
  path: '/v1/issuers/{slug}/batches/{id}/refusal',
  summary: 'Refuse a batch that is proposed',
  description:
    'For an approver who did not upload it. Nothing of it is signed, and its rows are dropped.',
  request: { params: batchParameters, body: jsonBody(refuseProposalSchema) },
  responses: {
    200: jsonAnswer('The batch, `refused`', batchSchema),
    ...problems(...REFUSALS, 'proposal.own'),
    ...problems('request.malformed', 'request.too_large', 'request.media_type'),
  },
})

const cancellationRoute = createRoute({
  tags: ['Batches'],
  security: bearerOrSession,
  method: 'post',
  path: '/v1/issuers/{slug}/batches/{id}/cancellation',
  summary: 'Cancel or stop a batch',
  description:
    'Needs scope `issue`, or an operator who proposes or approves. Before its start a batch is `cancelled`. One that is being signed is ' +
    '`stopped` between two chunks: what is signed by then (`signed`) stays signed, and its results can be fetched. Keys of rows that ' +
    'were not signed may be used again.',
  request: { params: batchParameters },
  responses: {
    200: jsonAnswer('The batch, `cancelled` or `stopped`', batchSchema),
    ...problems(...REFUSALS, 'auth.invalid', 'issuer.unknown', 'rate.exceeded'),
  },
})

export const batchEndRoutes = newRoutes()
  .openapi(refusalRoute, async (c) => {
    const { slug, id } = c.req.valid('param')
    const { operator } = await requireOperator(c, slug, ['approver'])
    const services = c.get('services')
    const batch = await findBatch(services, slug, id)
    const actor = { kind: 'operator', id: operator.id } as const
    const refused = await refuseBatch(services, batch, actor, c.req.valid('json'))
    return c.json(toBatchAnswer(valueOrRefuse(refused)), 200)
  })
  .openapi(cancellationRoute, async (c) => {
    const { slug, id } = c.req.valid('param')
    const { actor } = await requireActor(c, slug, ISSUERS)
    const services = c.get('services')
    const batch = await findBatch(services, slug, id)
    return c.json(toBatchAnswer(valueOrRefuse(await cancelBatch(services, batch, actor))), 200)
  })
