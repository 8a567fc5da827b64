// Takes an upload in: every row is checked, good ones are sealed and stored, bad ones are told. Nothing is signed. Uses storage.
import { sha256 } from '@noble/hashes/sha2.js'
import { toHex, utf8Encode } from '../../shared/encoding/bytes.ts'
import { BATCH_CHUNK_COUNT, BATCH_ERRORS_MAX_COUNT } from '../../shared/limits.ts'
import { type Actor, nameOfActor } from '../auth/actor.ts'
import type { Services } from '../services.ts'
import type { LineFaults } from '../storage/batch-findings.ts'
import type { Batch } from '../storage/batch-states.ts'
import { checkTable } from './check-table.ts'
import { KEY_COLUMN, type Mapping } from './read-header.ts'
import type { GoodRow, TablePlan } from './read-row.ts'
import type { TableRow } from './table-row.ts'

export interface Upload {
  readonly rows: AsyncIterable<TableRow>
  readonly plan: Omit<TablePlan, 'names'>
  readonly mapping: Mapping
}

export interface Examined {
  readonly rows: number
  readonly badRows: number
  /** The first of them. */
  readonly errors: readonly LineFaults[]
}

type Row = GoodRow | LineFaults

const isGood = (row: Row): row is GoodRow => 'order' in row
const isBad = (row: Row): row is LineFaults => !isGood(row)
const ALREADY_ISSUED = 'A row with this key was issued before.'

/** Context of the sealer: an order opens in its own row only. */
export const orderContext = (batchId: string, line: number): string =>
  `batch-order:${batchId}:${line}`

/** Checks every row and keeps nothing. */
export async function examine(
  services: Services,
  issuerSlug: string,
  upload: Upload,
): Promise<Examined> {
  let rows = 0
  let badRows = 0
  const errors: LineFaults[] = []
  for await (const chunk of chunksOf(services, issuerSlug, upload)) {
    const bad = chunk.filter(isBad)
    rows += chunk.length
    badRows += bad.length
    errors.push(...bad.slice(0, BATCH_ERRORS_MAX_COUNT - errors.length))
  }
  return { rows, badRows, errors }
}

/** Stores an upload as a batch that is `ready`, or `invalid` where a row is bad. A file that is no such table leaves nothing. */
export async function receive(
  services: Services,
  issuerSlug: string,
  upload: Upload,
  actor: Actor,
): Promise<Batch> {
  const { audit, batches, batchFindings, batchRows, platform } = services
  const id = platform.uuid()
  const { kind, format } = upload.plan
  await batches.forgetOld()
  await batches.create({ id, issuerSlug, kind, format, uploadedBy: nameOfActor(actor) })
  let rows = 0
  let badRows = 0
  try {
    for await (const chunk of chunksOf(services, issuerSlug, upload)) {
      const good = chunk.filter(isGood)
      const bad = chunk.filter(isBad)
      rows += chunk.length
      badRows += bad.length
      if (bad.length > 0) await batchFindings.addErrors(id, bad)
      // One bad row is enough: nothing of the file will be signed.
      if (badRows === 0) await batchRows.add(id, await seal(services, issuerSlug, id, good))
    }
    await audit.append(
      issuerSlug,
      { actor, action: 'batch.created', target: id, detail: { kind, format, rows, badRows } },
      batches.settles(id, { rows, badRows }),
    )
  } catch (error) {
    await batches.discard(id)
    throw error
  }
  const batch = await batches.find(issuerSlug, id)
  if (!batch) throw new Error('A batch that was just stored is gone')
  return batch
}

const seal = ({ sealer }: Services, issuerSlug: string, id: string, rows: readonly GoodRow[]) =>
  Promise.all(
    rows.map(async ({ line, order, key }) => ({
      line,
      sealedOrder: await sealer.seal(utf8Encode(JSON.stringify(order)), orderContext(id, line)),
      keyHash: key === undefined ? undefined : hashKey(issuerSlug, key),
    })),
  )

/** What stands in place of a key: it may be a student's number. */
const hashKey = (issuerSlug: string, key: string): string =>
  toHex(sha256(utf8Encode(JSON.stringify([issuerSlug, key]))))

/** The rows of the file by hundreds; keys that this issuer has used before are faults. */
async function* chunksOf(
  { batchFindings }: Services,
  issuerSlug: string,
  { rows, plan, mapping }: Upload,
): AsyncGenerator<readonly Row[]> {
  const refuseTaken = async (chunk: readonly Row[]): Promise<readonly Row[]> => {
    const hashOf = (row: Row) =>
      isGood(row) && row.key !== undefined ? [hashKey(issuerSlug, row.key)] : []
    const hashes = chunk.flatMap(hashOf)
    if (hashes.length === 0) return chunk
    const taken = new Set(await batchFindings.takenKeys(issuerSlug, hashes))
    return chunk.map((row) =>
      hashOf(row).some((hash) => taken.has(hash))
        ? { line: row.line, faults: [{ column: KEY_COLUMN, reason: ALREADY_ISSUED }] }
        : row,
    )
  }
  let chunk: Row[] = []
  for await (const row of checkTable(rows, plan, mapping)) {
    chunk.push(row)
    if (chunk.length < BATCH_CHUNK_COUNT) continue
    yield await refuseTaken(chunk)
    chunk = []
  }
  if (chunk.length > 0) yield await refuseTaken(chunk)
}
