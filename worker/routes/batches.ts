// /v1/issuers/{slug}/batches/{id}: how far a batch is, what is wrong with it, its start and its results.
import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { AppContext } from '../app-context.ts'
import { resultsArchive, resultsTable } from '../batches/results.ts'
import { startOrPropose } from '../batches/start.ts'
import { requireActor } from '../middleware/issuer-actor.ts'
import { refuse } from '../middleware/problem-details.ts'
import { BATCH_STATES, type BatchState } from '../storage/batch-states.ts'
import {
  batchParameters,
  batchSchema,
  findBatch,
  ISSUERS,
  READERS,
  toBatchAnswer,
} from './batch-schemas.ts'
import { newRoutes } from './new-routes.ts'
import { bearer, jsonAnswer, operatorSession, problems, slugParameter } from './schemas.ts'

/** What a person looks through; older ones are known by their ids. */
const LISTED_COUNT = 50

const ofABatch = {
  tags: ['Batches'],
  security: [...bearer, ...operatorSession],
  request: { params: batchParameters },
}
const refusals = problems(
  'request.invalid',
  'auth.missing',
  'auth.invalid',
  'auth.forbidden',
  'issuer.unknown',
  'batch.unknown',
  'rate.exceeded',
)

const listRoute = createRoute({
  method: 'get',
  path: '/v1/issuers/{slug}/batches',
  summary: 'List the newest batches',
  description: `Needs scope \`issue\`, or an operator. The newest ${LISTED_COUNT}; those of state \`proposed\` wait for an approver.`,
  tags: ['Batches'],
  security: [...bearer, ...operatorSession],
  request: {
    params: z.object({ slug: slugParameter }),
    query: z.object({ state: z.enum(BATCH_STATES).optional() }),
  },
  responses: {
    200: jsonAnswer('The batches', z.object({ batches: z.array(batchSchema) })),
    ...problems('request.invalid', 'auth.missing', 'auth.invalid', 'auth.forbidden'),
    ...problems('issuer.unknown'),
    ...problems('rate.exceeded'),
  },
})

const stateRoute = createRoute({
  ...ofABatch,
  method: 'get',
  path: '/v1/issuers/{slug}/batches/{id}',
  summary: 'How far a batch is',
  responses: { 200: jsonAnswer('The batch', batchSchema), ...refusals },
})

const startRoute = createRoute({
  ...ofABatch,
  method: 'post',
  path: '/v1/issuers/{slug}/batches/{id}/start',
  summary: 'Start signing',
  description:
    'The rows are signed in the background, each exactly once whatever happens meanwhile. Ask for the batch to see how far it is. ' +
    'Where the issuer asks for four eyes, the batch is `proposed` until an approver who did not upload it sends this, too. Where the ' +
    'issuer keeps its keys to itself, it is `awaiting_signature`, and takes signatures.',
  responses: {
    202: jsonAnswer('The batch, `running`, `awaiting_signature` or `proposed`', batchSchema),
    ...refusals,
    ...problems('batch.conflict', 'issuer.closed', 'key.none', 'key.elsewhere', 'signing.format'),
    ...problems('proposal.own'),
  },
})

const results = (name: string, mediaType: string, summary: string) =>
  createRoute({
    ...ofABatch,
    method: 'get',
    path: `/v1/issuers/{slug}/batches/{id}/${name}`,
    summary,
    description: 'Once a batch is `done` or `stopped`, for 30 days.',
    responses: {
      200: { description: 'The file', content: { [mediaType]: { schema: z.string() } } },
      ...refusals,
      ...problems('batch.conflict'),
    },
  })
const archiveRoute = results('results.zip', 'application/zip', 'Download the credentials')
const tableRoute = results(
  'results.csv',
  'text/csv',
  'Download ids, and claim links where the batch brought those',
)

const HAVE_RESULTS: ReadonlySet<BatchState> = new Set(['done', 'stopped'])

async function finishedBatch(c: Context<AppContext>, { slug, id }: { slug: string; id: string }) {
  await requireActor(c, slug, ISSUERS)
  const batch = await findBatch(c.get('services'), slug, id)
  if (HAVE_RESULTS.has(batch.state)) return batch
  throw refuse('batch.conflict', {
    detail: 'The results are there once the batch is done or stopped.',
  })
}

export const batchRoutes = newRoutes()
  .openapi(listRoute, async (c) => {
    const { slug } = c.req.valid('param')
    await requireActor(c, slug, READERS)
    const { state } = c.req.valid('query')
    const batches = await c.get('services').batches.list(slug, LISTED_COUNT, state)
    return c.json({ batches: batches.map(toBatchAnswer) }, 200)
  })
  .openapi(stateRoute, async (c) => {
    const { slug, id } = c.req.valid('param')
    await requireActor(c, slug, READERS)
    return c.json(toBatchAnswer(await findBatch(c.get('services'), slug, id)), 200)
  })
  .openapi(startRoute, async (c) => {
    const { slug, id } = c.req.valid('param')
    const { issuer, ...starter } = await requireActor(c, slug, ISSUERS)
    const started = await startOrPropose(c.get('services'), issuer, id, starter)
    if (!started.ok) throw refuse(started.error.code, started.error)
    return c.json(toBatchAnswer(started.value), 202)
  })
  .openapi(archiveRoute, async (c) => {
    const batch = await finishedBatch(c, c.req.valid('param'))
    if (batch.offersClaims === 1) {
      throw refuse('batch.conflict', { detail: 'It brought claim links: they are in results.csv.' })
    }
    return c.body(resultsArchive(c.get('services'), batch), 200, {
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="${batch.kind}-${batch.id}.zip"`,
    })
  })
  .openapi(tableRoute, async (c) => {
    const batch = await finishedBatch(c, c.req.valid('param'))
    return c.body(resultsTable(c.get('services'), batch), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${batch.kind}-${batch.id}.csv"`,
    })
  })
