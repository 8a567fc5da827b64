// /v1/issuers/{slug}/batches/{id}/errors and …/warnings: what is wrong with which row, and what should be known of it.
import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { BATCH_ERRORS_MAX_COUNT } from '../../shared/limits.ts'
import type { AppContext } from '../app-context.ts'
import { requireActor } from '../middleware/issuer-actor.ts'
import type { FindingTable } from '../storage/batch-findings.ts'
import { batchParameters, findBatch, lineFaultsSchema, READERS } from './batch-schemas.ts'
import { newRoutes } from './new-routes.ts'
import { bearerOrSession, jsonAnswer, problems } from './schemas.ts'

const findingsRoute = <Name extends string>(name: Name, summary: string, description: string) =>
  createRoute({
    tags: ['Batches'],
    security: bearerOrSession,
    method: 'get',
    path: `/v1/issuers/{slug}/batches/{id}/${name}` as const,
    summary,
    description: `${description} Up to ${BATCH_ERRORS_MAX_COUNT} rows; \`next\` is where to go on, as \`after\`.`,
    request: {
      params: batchParameters,
      query: z.object({ after: z.coerce.number().int().min(0).default(0) }),
    },
    responses: {
      200: jsonAnswer(
        'The rows',
        z.object({ [name]: z.array(lineFaultsSchema), next: z.number().int().optional() }),
      ),
      ...problems('request.invalid', 'auth.missing', 'auth.invalid', 'auth.forbidden'),
      ...problems('issuer.unknown', 'batch.unknown', 'rate.exceeded'),
    },
  })

const errorsRoute = findingsRoute(
  'errors',
  'Every bad row, with its reasons',
  'Of a batch that is `invalid`.',
)
const warningsRoute = findingsRoute(
  'warnings',
  'What should be known of rows that are not bad',
  'Rows that say what was issued before to a person of the same name, and what was left out of a workbook. They forbid nothing.',
)

/** A page of findings, with where the next one begins where this one is full. */
async function pageOf(
  c: Context<AppContext>,
  table: FindingTable,
  { slug, id }: { readonly slug: string; readonly id: string },
  after: number,
) {
  await requireActor(c, slug, READERS)
  const services = c.get('services')
  await findBatch(services, slug, id)
  const rows = await services.batchFindings.list(table, id, after, BATCH_ERRORS_MAX_COUNT)
  const findings = rows.map(({ line, faults }) => ({ line, faults: [...faults] }))
  const last = findings.at(-1)
  const isFull = findings.length === BATCH_ERRORS_MAX_COUNT
  return { findings, ...(isFull && last && { next: last.line }) }
}

export const batchFindingRoutes = newRoutes()
  .openapi(errorsRoute, async (c) => {
    const { after } = c.req.valid('query')
    const { findings, ...more } = await pageOf(c, 'batch_errors', c.req.valid('param'), after)
    return c.json({ errors: findings, ...more }, 200)
  })
  .openapi(warningsRoute, async (c) => {
    const { after } = c.req.valid('query')
    const { findings, ...more } = await pageOf(c, 'batch_warnings', c.req.valid('param'), after)
    return c.json({ warnings: findings, ...more }, 200)
  })
