// `/console/batches/new` and `/console/batches/uploads`: from a template to a table whose every row was checked. Nothing is signed here.
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { ComponentProps } from 'preact'
import { z } from 'zod'
import { CREDENTIAL_TYPES, type IssuedKind } from '../../shared/credential-types/index.ts'
import { BATCH_FILE_MAX_BYTES } from '../../shared/limits.ts'
import { ISSUED_FORMATS } from '../../shared/wire/order-fields.ts'
import type { AppContext } from '../app-context.ts'
import { nameOfActor } from '../auth/actor.ts'
import {
  checkUpload,
  findUpload,
  mappingLike,
  tryUpload,
  typeOfUpload,
} from '../batches/check-upload.ts'
import { FileProblem } from '../batches/file-problem.ts'
import { mediaTypeOf } from '../batches/file-type.ts'
import { BATCH_KINDS } from '../batches/kinds.ts'
import { keepUpload, mappingOf, rowsOfUpload } from '../batches/uploads.ts'
import { requireClaimable } from '../claims/require-claimable.ts'
import { BatchChoice } from '../console/batch-choice.tsx'
import { labelsOf } from '../console/batch-columns.ts'
import { columnsOfMapping, guessColumns } from '../console/batch-guess.ts'
import { BatchMapping, type BatchMappingProps } from '../console/batch-mapping.tsx'
import { BatchTemplatePage } from '../console/batch-template-page.tsx'
import { BatchTry } from '../console/batch-try.tsx'
import type { SignedIn } from '../console/console-frame.tsx'
import { answerWithPage, requireSignedIn } from '../console/console-session.tsx'
import { CLAIM } from '../console/issue-order.ts'
import { readChoices } from '../console/read-choices.ts'
import { readFileColumns } from '../console/read-file-columns.ts'
import { readText } from '../console/read-form.ts'
import { WRITING_ROLES } from '../console/roles.ts'
import { refuse } from '../middleware/problem-details.ts'
import { renderPage } from '../pages/render.tsx'
import type { Batch } from '../storage/batch-states.ts'
import type { BatchUpload } from '../storage/batch-uploads.ts'

/** Boundaries and fields around the file. */
const FORM_SPARE_BYTES = 65_536
const FORGOTTEN = 'Files are kept for an hour between two steps. Upload yours again.'

const limitUpload = bodyLimit({
  maxSize: BATCH_FILE_MAX_BYTES + FORM_SPARE_BYTES,
  onError: () => {
    throw refuse('request.too_large', {
      detail: `A table may have ${BATCH_FILE_MAX_BYTES / 1_048_576} MB. Upload it in several parts.`,
    })
  },
})

const uploadSchema = z.object({
  kind: z.enum(BATCH_KINDS),
  format: z.enum(ISSUED_FORMATS),
  file: z.instanceof(File),
  handover: z.enum(['now', CLAIM]).default('now'),
  like: z.uuid().optional().catch(undefined),
})

const actorOf = ({ operator }: SignedIn) => ({ kind: 'operator', id: operator.id }) as const

function kindOf(c: Context<AppContext>): IssuedKind {
  const kind = BATCH_KINDS.find((known) => known === c.req.param('kind'))
  if (!kind) throw refuse('route.unknown')
  return kind
}

const noteOn = ({ message, columns }: FileProblem): string =>
  [message, ...columns.map(({ column, reason }) => `“${column}”: ${reason}`)].join(' ')

async function requireUpload(c: Context<AppContext>, signedIn: SignedIn): Promise<BatchUpload> {
  const id = z.uuid().safeParse(c.req.param('id')).data
  const upload = await findUpload(c.get('services'), signedIn.issuer.slug, actorOf(signedIn), id)
  if (!upload) throw refuse('batch.unknown', { detail: FORGOTTEN })
  return upload
}

function toBatch(c: Context<AppContext>, { id, state }: Batch, upload: BatchUpload) {
  const query = state === 'invalid' ? `?upload=${upload.id}` : ''
  return c.redirect(`/console/batches/${id}${query}`, 303)
}

async function mappingPage(
  c: Context<AppContext>,
  signedIn: SignedIn,
  upload: BatchUpload,
  shown: Partial<Pick<BatchMappingProps, 'choices' | 'errors' | 'note'>> = {},
) {
  const services = c.get('services')
  const type = typeOfUpload(upload)
  const fileColumns = await readFileColumns(rowsOfUpload(services, upload))
  const mapping = await mappingOf(services, upload)
  const names = fileColumns.map(({ name }) => name)
  const choices = mapping ? columnsOfMapping(mapping) : guessColumns(names, type.columns)
  const page = { type, id: upload.id, fileColumns, choices, ...shown }
  return renderPage(<BatchMapping {...signedIn} {...page} />)
}

async function templatePage(
  c: Context<AppContext>,
  signedIn: SignedIn,
  kind: IssuedKind,
  shown: Pick<ComponentProps<typeof BatchTemplatePage>, 'format' | 'handover' | 'error'> = {},
) {
  const page = <BatchTemplatePage {...signedIn} type={CREDENTIAL_TYPES[kind]} {...shown} />
  return c.html(renderPage(page), shown.error === undefined ? 200 : 422)
}

export const consoleBatchUploadRoutes = new Hono<AppContext>()
  .get('/console/batches/new', async (c) => {
    const signedIn = await requireSignedIn(c, WRITING_ROLES)
    return c.html(renderPage(<BatchChoice {...signedIn} />))
  })
  .get('/console/batches/new/:kind', async (c) => {
    const signedIn = await requireSignedIn(c, WRITING_ROLES)
    return templatePage(c, signedIn, kindOf(c))
  })
  .post('/console/batches/uploads', limitUpload, async (c) => {
    const signedIn = await requireSignedIn(c, WRITING_ROLES)
    const services = c.get('services')
    const sent = uploadSchema.safeParse(await c.req.parseBody().catch(() => ({})))
    if (!sent.success)
      throw refuse('request.invalid', { detail: 'Choose a file and send it again.' })
    const { kind, format, file, handover, like } = sent.data
    if (handover === CLAIM) requireClaimable(services, signedIn.issuer, format)
    try {
      const bytes = new Uint8Array(await file.arrayBuffer())
      const mediaType = mediaTypeOf(bytes)
      const uploadedBy = nameOfActor(actorOf(signedIn))
      const kept = {
        issuerSlug: signedIn.issuer.slug,
        kind,
        format,
        mediaType,
        uploadedBy,
        offersClaims: handover === CLAIM ? 1 : 0,
      } as const
      const upload = { ...kept, id: await keepUpload(services, kept, bytes) }
      const columns = await readFileColumns(rowsOfUpload(services, upload))
      const names = columns.map(({ name }) => name)
      const earlier = await findUpload(services, signedIn.issuer.slug, actorOf(signedIn), like)
      const mapping = await mappingLike(services, earlier, names)
      return mapping
        ? toBatch(c, await checkUpload(services, actorOf(signedIn), upload, mapping), upload)
        : c.redirect(`/console/batches/uploads/${upload.id}`, 303)
    } catch (error) {
      if (!(error instanceof FileProblem)) throw error
      return templatePage(c, signedIn, kind, { format, handover, error: error.message })
    }
  })
  .get('/console/batches/uploads/:id', async (c) => {
    const signedIn = await requireSignedIn(c, WRITING_ROLES)
    return c.html(await mappingPage(c, signedIn, await requireUpload(c, signedIn)))
  })
  .post('/console/batches/uploads/:id', async (c) => {
    const signedIn = await requireSignedIn(c, WRITING_ROLES)
    const services = c.get('services')
    const upload = await requireUpload(c, signedIn)
    const type = typeOfUpload(upload)
    const form = await c.req.parseBody()
    const names = (await readFileColumns(rowsOfUpload(services, upload))).map(({ name }) => name)
    const { choices, errors, mapping } = readChoices(form, type.columns, names)
    if (Object.keys(errors).length > 0) {
      return c.html(await mappingPage(c, signedIn, upload, { choices, errors }), 400)
    }
    try {
      if (readText(form, 'step') !== 'try') {
        return toBatch(c, await checkUpload(services, actorOf(signedIn), upload, mapping), upload)
      }
      const examined = await tryUpload(services, upload, mapping)
      const found = { id: upload.id, kind: upload.kind, examined, labels: labelsOf(type) }
      return c.html(renderPage(<BatchTry {...signedIn} {...found} fileNames={choices} />))
    } catch (error) {
      if (!(error instanceof FileProblem)) throw error
      return c.html(await mappingPage(c, signedIn, upload, { choices, note: noteOn(error) }), 422)
    }
  })

consoleBatchUploadRoutes.onError(answerWithPage)
