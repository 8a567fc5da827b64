// Gathers what the page of a table shows, by its state and by who looks. Uses storage and the sealer.
import { CREDENTIAL_TYPES, type IssuedKind } from '../../shared/credential-types/index.ts'
import { utf8Decode } from '../../shared/encoding/bytes.ts'
import { isPresentation, parseSecured } from '../../shared/parse/parse-secured.ts'
import { summarize } from '../../shared/summary.ts'
import type { IssueCredential } from '../../shared/wire/issue-credential.ts'
import { nameOfActor } from '../auth/actor.ts'
import { batchNoteContext } from '../batches/end.ts'
import { orderContext } from '../batches/receive.ts'
import { openResult } from '../batches/results.ts'
import { mappingOf } from '../batches/uploads.ts'
import { labelsOf } from '../console/batch-columns.ts'
import { columnsOfMapping } from '../console/batch-guess.ts'
import type { BatchView } from '../console/batch-page.tsx'
import type { BatchSampleProps, SampledRow } from '../console/batch-sample.tsx'
import type { StartStep } from '../console/batch-start.tsx'
import type { SignedIn } from '../console/console-frame.tsx'
import { WRITING_ROLES } from '../console/roles.ts'
import { previewOrder } from '../issuing/preview.ts'
import { requiresApproval } from '../proposals/propose.ts'
import type { Services } from '../services.ts'
import type { SealedResult, SealedRow } from '../storage/batch-rows.ts'
import type { Batch } from '../storage/batch-states.ts'
import type { Issuer } from '../storage/issuers.ts'
import type { Operator } from '../storage/operators.ts'

const SAMPLE_COUNT = 5
const LINES_PER_PAGE = 50
/** What somebody looks through before signing; the API lists all. */
const WARNINGS_COUNT = 200

/** What the address of the page asks for. */
export interface BatchQuery {
  /** The line after which a list begins. */
  readonly after: number
  /** The row that is shown; absent for the first. */
  readonly line?: number | undefined
  readonly upload?: string | undefined
}

export const typeOfBatch = ({ kind }: Pick<Batch, 'kind'>) => CREDENTIAL_TYPES[kind as IssuedKind]

/** What this operator can do with a table now; undefined where nothing is to be decided. */
export async function stepFor(
  services: Services,
  issuer: Issuer,
  { id, role }: Operator,
  { state, uploadedBy }: Batch,
): Promise<StartStep | undefined> {
  if (state !== 'ready' && state !== 'proposed') return undefined
  if (!WRITING_ROLES.includes(role)) return 'wait'
  if (!(await requiresApproval(services, issuer.slug))) return 'sign'
  const isOwn = uploadedBy === nameOfActor({ kind: 'operator', id })
  if (role === 'approver' && !isOwn) return 'approve'
  if (state === 'ready') return 'propose'
  return isOwn ? 'wait_own' : 'wait'
}

export async function viewBatch(
  services: Services,
  signedIn: SignedIn,
  batch: Batch,
  query: BatchQuery,
): Promise<BatchView> {
  const mayRead = WRITING_ROLES.includes(signedIn.operator.role)
  switch (batch.state) {
    case 'invalid':
      return { findings: await findings(services, signedIn, batch, query) }
    case 'ready':
    case 'proposed':
      return {
        ...(mayRead && { sample: await sample(services, signedIn.issuer, batch, query) }),
        ...(batch.warnedRows > 0 && { warnings: await warnings(services, batch) }),
      }
    case 'done':
    case 'stopped':
      return { results: await results(services, batch, query, mayRead) }
    default:
      return {}
  }
}

const fullPage = <T extends { readonly line: number }>(page: readonly T[]): number | undefined =>
  page.length === LINES_PER_PAGE ? page.at(-1)?.line : undefined

async function findings(
  services: Services,
  { issuer, operator }: SignedIn,
  batch: Batch,
  { after, upload: id }: BatchQuery,
): Promise<NonNullable<BatchView['findings']>> {
  const { batchFindings, batchUploads } = services
  const errors = await batchFindings.list('batch_errors', batch.id, after, LINES_PER_PAGE)
  const actor = nameOfActor({ kind: 'operator', id: operator.id })
  const upload = id === undefined ? undefined : await batchUploads.find(issuer.slug, actor, id)
  const mapping = upload && (await mappingOf(services, upload))
  return {
    findings: errors,
    labels: labelsOf(typeOfBatch(batch)),
    fileNames: mapping && columnsOfMapping(mapping),
    upload: upload?.id,
    next: fullPage(errors),
  }
}

const warnings = async (services: Services, batch: Batch): Promise<BatchView['warnings']> => ({
  findings: await services.batchFindings.list('batch_warnings', batch.id, 0, WARNINGS_COUNT),
  labels: labelsOf(typeOfBatch(batch)),
})

/** What an approver wrote who refused a table, for those who may read its rows. */
export async function noteOn(
  { sealer }: Pick<Services, 'sealer'>,
  { operator }: SignedIn,
  { id, sealedNote }: Batch,
): Promise<string | undefined> {
  if (sealedNote === null || !WRITING_ROLES.includes(operator.role)) return undefined
  return utf8Decode(await sealer.unseal(sealedNote, batchNoteContext(id))) ?? undefined
}

async function sample(
  services: Services,
  issuer: Issuer,
  batch: Batch,
  query: BatchQuery,
): Promise<BatchSampleProps | undefined> {
  const { batchRows, sealer } = services
  const type = typeOfBatch(batch)
  const open = async ({ line, sealedOrder }: SealedRow) =>
    JSON.parse(
      utf8Decode(await sealer.unseal(sealedOrder, orderContext(batch.id, line))) ?? '',
    ) as IssueCredential
  const look = async (row: SealedRow): Promise<SampledRow> => ({
    line: row.line,
    summary: await previewOrder(services, issuer, await open(row)),
  })
  const spread = await batchRows.spread(batch.id, SAMPLE_COUNT)
  const [first] = spread
  const wanted = query.line && (await batchRows.atOrAfter(batch.id, query.line))
  const shown = wanted || first
  if (!first || !shown) return undefined
  const example = type.schema.safeParse({ ...type.example, format: batch.format })
  return {
    id: batch.id,
    title: type.title,
    shown: await look(shown),
    isFirst: shown.line === first.line,
    others: await Promise.all(spread.map(look)),
    isExample: JSON.stringify(await open(first)) === JSON.stringify(example.data),
  }
}

async function results(
  services: Services,
  batch: Batch,
  { after }: BatchQuery,
  mayRead: boolean,
): Promise<NonNullable<BatchView['results']>> {
  const page = await services.batchRows.results(batch.id, after, LINES_PER_PAGE)
  const holderOf = async (result: SealedResult): Promise<string | undefined> => {
    const parsed = await parseSecured(await openResult(services, batch, result))
    if (!parsed.ok || isPresentation(parsed.value)) return undefined
    return summarize(parsed.value.claims, parsed.value.envelope, false).subject.name
  }
  const lines = page.map(async (result) => ({
    line: result.line,
    credentialId: result.credentialId,
    ...(mayRead && batch.offersClaims === 0 && { holder: await holderOf(result) }),
  }))
  return { lines: await Promise.all(lines), after, next: fullPage(page) }
}
