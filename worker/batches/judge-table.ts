// A whole table in chunks: good rows, bad ones, and what is told of rows that stay good. Uses storage: rows may have been issued before.
import { CREDENTIAL_TYPES, type IssuedKind } from '../../shared/credential-types/index.ts'
import { BATCH_CHUNK_COUNT } from '../../shared/limits.ts'
import { findBaseStatuses } from '../issuing/base-credential.ts'
import type { Services } from '../services.ts'
import type { KnownContent, LineFaults } from '../storage/batch-findings.ts'
import { checkTable, type DigestedRow } from './check-table.ts'
import { KEY_COLUMN, type Mapping } from './read-header.ts'
import type { TablePlan } from './read-row.ts'
import { contentOfRow } from './row-content.ts'
import type { TableRow } from './table-row.ts'

export interface Upload {
  readonly rows: AsyncIterable<TableRow>
  readonly plan: Omit<TablePlan, 'names'>
  readonly mapping: Mapping
}

export interface JudgedChunk {
  readonly good: readonly DigestedRow[]
  readonly bad: readonly LineFaults[]
  /** What whoever uploads should know, and forbids nothing. */
  readonly told: readonly LineFaults[]
}

const ALREADY_ISSUED = 'A row with this key was issued before.'

/** What stands in place of a key belongs to its issuer: it may be a student's number. */
export const keyContext = (issuerSlug: string): string => `batch-key:${issuerSlug}`
const contentContext = (issuerSlug: string): string => `batch-content:${issuerSlug}`

const fault = (line: number, column: string, reason: string): LineFaults => ({
  line,
  faults: [{ column, reason }],
})

/** Throws a FileProblem where the file is no such table. */
export async function* judgeTable(
  services: Services,
  issuerSlug: string,
  { rows, plan, mapping }: Upload,
): AsyncGenerator<JudgedChunk> {
  const told: LineFaults[] = []
  const surroundings = {
    digestOf: (order: DigestedRow['order']) =>
      services.keyedDigest(contentContext(issuerSlug), contentOfRow(order)),
    onNotice: (notice: LineFaults) => told.push(notice),
  }
  let good: DigestedRow[] = []
  let bad: LineFaults[] = []
  const judged = async (): Promise<JudgedChunk> => {
    const { standing, fallen } = await standOnTheirBases(services, issuerSlug, plan, good)
    const chunk = await compareWithIssued(services, issuerSlug, standing)
    return {
      ...chunk,
      bad: [...bad, ...fallen, ...chunk.bad],
      told: [...told.splice(0), ...chunk.told],
    }
  }
  for await (const row of checkTable(rows, plan, mapping, surroundings)) {
    if ('order' in row) good.push(row)
    else bad.push(row)
    if (good.length + bad.length < BATCH_CHUNK_COUNT) continue
    yield await judged()
    good = []
    bad = []
  }
  yield await judged()
}

/** What extends a licence needs one of this issuer that is in force. */
async function standOnTheirBases(
  services: Services,
  issuerSlug: string,
  { kind, columns }: Upload['plan'],
  rows: readonly DigestedRow[],
) {
  const orders = rows.map(({ order }) => order)
  const type = CREDENTIAL_TYPES[kind as IssuedKind]
  const bases = await findBaseStatuses(services, issuerSlug, orders, type)
  const column = columns.find(({ path }) => path.at(-1) === 'baseLicence')?.name ?? ''
  return {
    standing: rows.filter((_, at) => bases[at]?.ok),
    fallen: rows.flatMap(({ line }, at) => {
      const base = bases[at]
      return base && !base.ok ? [fault(line, column, base.error.detail ?? '')] : []
    }),
  }
}

async function compareWithIssued(
  { batchFindings, keyedDigest }: Services,
  issuerSlug: string,
  rows: readonly DigestedRow[],
): Promise<JudgedChunk> {
  const hashOf = (key: string) => keyedDigest(keyContext(issuerSlug), key)
  const hashes = rows.flatMap(({ key }) => (key === undefined ? [] : hashOf(key)))
  const taken = new Set(hashes.length > 0 ? await batchFindings.takenKeys(issuerSlug, hashes) : [])
  const isTaken = ({ key }: DigestedRow) => key !== undefined && taken.has(hashOf(key))
  const contents = rows.map(({ digest }) => digest)
  const known = new Map(
    (contents.length > 0 ? await batchFindings.knownContents(issuerSlug, contents) : []).map(
      (content) => [content.digest, content],
    ),
  )
  const good = rows.filter((row) => !isTaken(row))
  return {
    good,
    bad: rows.filter(isTaken).map(({ line }) => fault(line, KEY_COLUMN, ALREADY_ISSUED)),
    told: good.flatMap(({ line, digest }) => {
      const before = known.get(digest)
      return before ? [fault(line, '', sameAs(before))] : []
    }),
  }
}

const sameAs = ({ batchId, line }: KnownContent): string =>
  `The same was issued before to a person of the same name: batch ${batchId}, line ${line}.`
