// POST /v1/issuers/{slug}/batches and its template: many credentials out of one table.
import { createRoute, z } from '@hono/zod-openapi'
import type { HTTPException } from 'hono/http-exception'
import { CREDENTIAL_TYPES } from '../../shared/credential-types/index.ts'
import { BATCH_ROWS_MAX_COUNT } from '../../shared/limits.ts'
import { ISSUED_FORMATS } from '../../shared/wire/order-fields.ts'
import { FileProblem } from '../batches/file-problem.ts'
import { BATCH_KINDS } from '../batches/kinds.ts'
import { readUpload, requireBoundedLength } from '../batches/read-upload.ts'
import { examine, receive } from '../batches/receive.ts'
import { TABLE_READERS, type TableReader, XLSX } from '../batches/table-readers.ts'
import { templateRows, templateText } from '../batches/template.ts'
import { templateWorkbook } from '../batches/template-workbook.ts'
import { requireClaimable } from '../claims/require-claimable.ts'
import { requireActor } from '../middleware/issuer-actor.ts'
import { refuse } from '../middleware/problem-details.ts'
import type { LineFaults } from '../storage/batch-findings.ts'
import { batchSchema, ISSUERS, lineFaultsSchema, READERS, toBatchAnswer } from './batch-schemas.ts'
import { newRoutes } from './new-routes.ts'
import { bearer, jsonAnswer, operatorSession, problems, slugParameter } from './schemas.ts'

export const kindParameter = z
  .enum(BATCH_KINDS)
  .openapi({ description: 'The kind of all of its credentials' })

/** A `+` that nobody encoded arrives as a space. */
const formatParameter = z
  .preprocess(
    (value) => (typeof value === 'string' ? value.replaceAll(' ', '+') : value),
    z.enum(ISSUED_FORMATS),
  )
  .default('vc+jwt')

const mappingParameter = z
  .string()
  .max(8192)
  .transform((value, context) => {
    const parsed = z.record(z.string(), z.string()).safeParse(parseJson(value))
    if (parsed.success) return parsed.data
    context.addIssue('Expected a JSON object from columns of the file to columns of the template')
    return z.NEVER
  })
  .optional()
  .openapi({
    type: 'string',
    description: 'JSON: from columns of the file to columns of the template; "" leaves one out',
    example: '{"Student":"holder_name","Remarks":""}',
  })

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const templateRoute = createRoute({
  method: 'get',
  path: '/v1/issuers/{slug}/batches/template',
  summary: 'Download the table to fill in',
  description:
    'The columns of the kind, and one row as an example to be replaced: CSV in UTF-8, or an Excel workbook whose cells are all text, ' +
    'so that zeros in front of a number stay.',
  tags: ['Batches'],
  security: [...bearer, ...operatorSession],
  request: {
    params: z.object({ slug: slugParameter }),
    query: z.object({ kind: kindParameter, as: z.enum(['csv', 'xlsx']).default('csv') }),
  },
  responses: {
    200: {
      description: 'The table',
      content: { 'text/csv': { schema: z.string() }, [XLSX]: { schema: z.string() } },
    },
    ...problems('request.invalid', 'auth.missing', 'auth.invalid', 'auth.forbidden'),
    ...problems('issuer.unknown', 'rate.exceeded'),
  },
})

const examinedSchema = z
  .object({
    rows: z.number().int(),
    badRows: z.number().int(),
    errors: z.array(lineFaultsSchema).openapi({ description: 'The first thousand' }),
    warnedRows: z.number().int(),
    warnings: z.array(lineFaultsSchema).openapi({ description: 'The first thousand' }),
  })
  .openapi('ExaminedBatch')

const uploadRoute = createRoute({
  method: 'post',
  path: '/v1/issuers/{slug}/batches',
  summary: 'Upload a table of credentials',
  description:
    `Needs scope \`issue\`, or an operator. CSV in UTF-8, or the first sheet of an Excel workbook, with up to ${BATCH_ROWS_MAX_COUNT} rows. Every row is checked; nothing ` +
    'is signed before the batch is started, and nothing at all while a row is bad. The column `key` may hold a key of your own ' +
    'for each row: a row with the same key is never signed again.',
  tags: ['Batches'],
  security: [...bearer, ...operatorSession],
  request: {
    params: z.object({ slug: slugParameter }),
    query: z.object({
      kind: kindParameter,
      format: formatParameter,
      mapping: mappingParameter,
      claims: z.enum(['true', 'false']).default('false').openapi({
        description:
          '`true`: each row becomes a claim link for its holder; `dc+sd-jwt` or `vc+jwt`',
      }),
      dryRun: z.enum(['true', 'false']).default('false').openapi({
        description: '`true` checks the file and keeps nothing',
      }),
    }),
    body: {
      required: true,
      content: { 'text/csv': { schema: z.string() }, [XLSX]: { schema: z.string() } },
    },
  },
  responses: {
    200: jsonAnswer('What a dry run found', examinedSchema),
    201: jsonAnswer('The batch, `ready` or `invalid`', batchSchema),
    ...problems(
      'request.invalid',
      'auth.missing',
      'auth.invalid',
      'auth.forbidden',
      'issuer.unknown',
      'request.too_large',
      'batch.media_type',
      'batch.unreadable',
      'claim.refused',
      'key.elsewhere',
      'rate.exceeded',
    ),
  },
})

export const batchUploadRoutes = newRoutes()
  .openapi(templateRoute, async (c) => {
    await requireActor(c, c.req.valid('param').slug, READERS)
    const { kind, as } = c.req.valid('query')
    const { columns, example } = CREDENTIAL_TYPES[kind]
    const rows = templateRows(columns, example)
    const [body, type] =
      as === 'xlsx'
        ? [templateWorkbook(rows), XLSX]
        : [templateText(rows), 'text/csv; charset=utf-8']
    return c.body(body, 200, {
      'content-type': type,
      'content-disposition': `attachment; filename="${kind}.${as}"`,
    })
  })
  .openapi(uploadRoute, async (c) => {
    const { issuer, actor } = await requireActor(c, c.req.valid('param').slug, ISSUERS)
    const services = c.get('services')
    const { kind, format, mapping = {}, dryRun, claims } = c.req.valid('query')
    const offersClaims = claims === 'true'
    if (offersClaims) requireClaimable(services, issuer, format)
    const { columns, schema } = CREDENTIAL_TYPES[kind]
    const upload = {
      rows: rowsOf(c.req.raw),
      mapping,
      plan: { kind, format, columns, schema, offersClaims },
    }
    try {
      if (dryRun === 'true') {
        const { errors, warnings, ...counts } = await examine(services, issuer.slug, upload)
        return c.json({ ...counts, errors: listed(errors), warnings: listed(warnings) }, 200)
      }
      return c.json(toBatchAnswer(await receive(services, issuer.slug, upload, actor)), 201)
    } catch (error) {
      throw error instanceof FileProblem ? unreadable(error) : error
    }
  })

const listed = (findings: readonly LineFaults[]) =>
  findings.map(({ line, faults }) => ({ line, faults: [...faults] }))

function rowsOf({ headers, body }: Request): ReturnType<TableReader> {
  const [mediaType = ''] = (headers.get('content-type') ?? '').split(';')
  const read = TABLE_READERS[mediaType.trim().toLowerCase()]
  if (!read || !body) throw refuse('batch.media_type')
  requireBoundedLength(headers)
  return read(readUpload(body))
}

const unreadable = ({ message, columns }: FileProblem): HTTPException =>
  refuse('batch.unreadable', {
    detail: message,
    ...(columns.length > 0 && {
      errors: columns.map(({ column, reason }) => ({ field: column, message: reason })),
    }),
  })
