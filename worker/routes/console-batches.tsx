// `/console/batches`: tables of credentials, how far each is, and the word that starts one, by the same functions as the API.
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { AppContext } from '../app-context.ts'
import { cancelBatch, refuseBatch } from '../batches/end.ts'
import { startOrPropose } from '../batches/start.ts'
import { namesOfActors } from '../console/actor-names.ts'
import type { NamedBatch } from '../console/batch-facts.tsx'
import { BatchList } from '../console/batch-list.tsx'
import { BatchPage, type BatchPageProps } from '../console/batch-page.tsx'
import type { SignedIn } from '../console/console-frame.tsx'
import { answerWithPage, requireSignedIn } from '../console/console-session.tsx'
import { errorsTable } from '../console/errors-table.ts'
import { readText } from '../console/read-form.ts'
import { readRefusal } from '../console/read-refusal.ts'
import { EVERY_ROLE, WRITING_ROLES } from '../console/roles.ts'
import { PROBLEMS, type Refusal, refuse } from '../middleware/problem-details.ts'
import { renderPage } from '../pages/render.tsx'
import type { Batch } from '../storage/batch-states.ts'
import { noteOn, stepFor, typeOfBatch, viewBatch } from './console-batch-view.ts'

const LISTED_COUNT = 50
const DECIDERS = ['approver'] as const

const NOTICES: ReadonlyMap<string, string> = new Map([
  ['proposed', 'It is proposed. An approver finds it under “Tables”.'],
])

const lineSchema = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER)
const querySchema = z.object({
  after: lineSchema.default(0).catch(0),
  line: lineSchema.optional().catch(undefined),
  upload: z.uuid().optional().catch(undefined),
})

const actorOf = ({ operator }: SignedIn) => ({ kind: 'operator', id: operator.id }) as const

async function findBatch(c: Context<AppContext>, { issuer }: SignedIn): Promise<Batch> {
  const id = z.uuid().safeParse(c.req.param('id'))
  const batch = id.success ? await c.get('services').batches.find(issuer.slug, id.data) : undefined
  if (!batch) throw refuse('batch.unknown')
  return batch
}

async function withNames(
  c: Context<AppContext>,
  { issuer }: SignedIn,
  batch: Batch,
): Promise<NamedBatch> {
  const { uploadedBy, startedBy, endedBy } = batch
  const actors = [uploadedBy, startedBy, endedBy].filter((actor) => actor !== null)
  const names = await namesOfActors(c.get('services'), issuer.slug, actors)
  return {
    ...batch,
    uploader: names.get(uploadedBy) ?? uploadedBy,
    starter: startedBy === null ? undefined : names.get(startedBy),
    ender: endedBy === null ? undefined : names.get(endedBy),
  }
}

async function batchPage(
  c: Context<AppContext>,
  signedIn: SignedIn,
  batch: Batch,
  shown: Pick<BatchPageProps, 'entry' | 'errors' | 'isUnconfirmed' | 'notice' | 'refusal'> = {},
) {
  const services = c.get('services')
  const { issuer, operator } = signedIn
  const page = {
    batch: await withNames(c, signedIn, batch),
    type: typeOfBatch(batch),
    note: await noteOn(services, signedIn, batch),
    view: await viewBatch(services, signedIn, batch, querySchema.parse(c.req.query())),
    mayIssue: WRITING_ROLES.includes(operator.role),
    step: await stepFor(services, issuer, operator, batch),
  }
  return renderPage(<BatchPage {...signedIn} {...page} {...shown} />)
}

/** The table as it is now, and why nothing was done with it. */
async function refusalPage(
  c: Context<AppContext>,
  signedIn: SignedIn,
  { code, detail }: Refusal,
): Promise<Response> {
  const [status, title] = PROBLEMS[code]
  const batch = await findBatch(c, signedIn)
  return c.html(await batchPage(c, signedIn, batch, { refusal: detail ?? `${title}.` }), status)
}

export const consoleBatchRoutes = new Hono<AppContext>()
  .get('/console/batches', async (c) => {
    const signedIn = await requireSignedIn(c, EVERY_ROLE)
    const services = c.get('services')
    const { slug } = signedIn.issuer
    const batches = await services.batches.list(slug, LISTED_COUNT)
    const uploaders = batches.map(({ uploadedBy }) => uploadedBy)
    const names = await namesOfActors(services, slug, uploaders)
    return c.html(renderPage(<BatchList {...signedIn} batches={batches} names={names} />))
  })
  .get('/console/batches/:id', async (c) => {
    const signedIn = await requireSignedIn(c, EVERY_ROLE)
    const notice = NOTICES.get(c.req.query('done') ?? '')
    return c.html(await batchPage(c, signedIn, await findBatch(c, signedIn), { notice }))
  })
  .get('/console/batches/:id/errors.csv', async (c) => {
    const batch = await findBatch(c, await requireSignedIn(c, EVERY_ROLE))
    return c.body(errorsTable(c.get('services'), batch), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${batch.kind}-to-be-mended.csv"`,
    })
  })
  .post('/console/batches/:id/start', async (c) => {
    const signedIn = await requireSignedIn(c, WRITING_ROLES)
    const batch = await findBatch(c, signedIn)
    if (readText(await c.req.parseBody(), 'confirmed') !== 'yes') {
      return c.html(await batchPage(c, signedIn, batch, { isUnconfirmed: true }), 400)
    }
    const { issuer, operator } = signedIn
    const started = await startOrPropose(c.get('services'), issuer, batch.id, {
      actor: actorOf(signedIn),
      operator,
    })
    if (!started.ok) return refusalPage(c, signedIn, started.error)
    const done = started.value.state === 'proposed' ? '?done=proposed' : ''
    return c.redirect(`/console/batches/${batch.id}${done}`, 303)
  })
  .post('/console/batches/:id/refusal', async (c) => {
    const signedIn = await requireSignedIn(c, DECIDERS)
    const batch = await findBatch(c, signedIn)
    const form = await c.req.parseBody()
    const entry = { reasonCode: readText(form, 'reasonCode'), note: readText(form, 'note') }
    const read = readRefusal(entry)
    if (!read.ok) {
      return c.html(await batchPage(c, signedIn, batch, { entry, errors: read.error }), 400)
    }
    const refused = await refuseBatch(c.get('services'), batch, actorOf(signedIn), read.value)
    return refused.ok
      ? c.redirect(`/console/batches/${batch.id}`, 303)
      : refusalPage(c, signedIn, refused.error)
  })
  .post('/console/batches/:id/cancellation', async (c) => {
    const signedIn = await requireSignedIn(c, WRITING_ROLES)
    const batch = await findBatch(c, signedIn)
    const ended = await cancelBatch(c.get('services'), batch, actorOf(signedIn))
    return ended.ok
      ? c.redirect(`/console/batches/${batch.id}`, 303)
      : refusalPage(c, signedIn, ended.error)
  })

consoleBatchRoutes.onError(answerWithPage)
