// Takes an upload in: every row is checked, good ones are sealed and stored, bad ones are told. Nothing is signed. Uses storage.
import { utf8Encode } from '../../shared/encoding/bytes.ts'
import { BATCH_ERRORS_MAX_COUNT } from '../../shared/limits.ts'
import { type Actor, nameOfActor } from '../auth/actor.ts'
import type { Services } from '../services.ts'
import type { LineFaults } from '../storage/batch-findings.ts'
import type { Batch } from '../storage/batch-states.ts'
import type { DigestedRow } from './check-table.ts'
import { judgeTable, keyContext, type Upload } from './judge-table.ts'

export interface Examined {
  readonly rows: number
  readonly badRows: number
  /** The first of them. */
  readonly errors: readonly LineFaults[]
  readonly warnedRows: number
  /** The first of them. */
  readonly warnings: readonly LineFaults[]
}

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
  let warnedRows = 0
  const errors: LineFaults[] = []
  const warnings: LineFaults[] = []
  for await (const { good, bad, told } of judgeTable(services, issuerSlug, upload)) {
    rows += good.length + bad.length
    badRows += bad.length
    warnedRows += told.length
    errors.push(...bad.slice(0, BATCH_ERRORS_MAX_COUNT - errors.length))
    warnings.push(...told.slice(0, BATCH_ERRORS_MAX_COUNT - warnings.length))
  }
  return { rows, badRows, errors, warnedRows, warnings }
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
  const { kind, format, offersClaims = false } = upload.plan
  await batches.forgetOld()
  await batches.create({
    id,
    issuerSlug,
    kind,
    format,
    uploadedBy: nameOfActor(actor),
    offersClaims: offersClaims ? 1 : 0,
  })
  let rows = 0
  let badRows = 0
  let warnedRows = 0
  try {
    for await (const { good, bad, told } of judgeTable(services, issuerSlug, upload)) {
      rows += good.length + bad.length
      badRows += bad.length
      warnedRows += told.length
      if (bad.length > 0) await batchFindings.add('batch_errors', id, bad)
      if (told.length > 0) await batchFindings.add('batch_warnings', id, told)
      // One bad row is enough: nothing of the file will be signed.
      if (badRows === 0 && good.length > 0)
        await batchRows.add(id, await seal(services, issuerSlug, id, good))
    }
    await audit.append(
      issuerSlug,
      { actor, action: 'batch.created', target: id, detail: { kind, format, rows, badRows } },
      batches.settles(id, { rows, badRows, warnedRows }),
    )
  } catch (error) {
    await batches.discard(id)
    throw error
  }
  const batch = await batches.find(issuerSlug, id)
  if (!batch) throw new Error('A batch that was just stored is gone')
  return batch
}

const seal = (
  { keyedDigest, sealer }: Services,
  issuerSlug: string,
  id: string,
  rows: readonly DigestedRow[],
) =>
  Promise.all(
    rows.map(async ({ line, order, key, digest }) => ({
      line,
      sealedOrder: await sealer.seal(utf8Encode(JSON.stringify(order)), orderContext(id, line)),
      keyHash: key === undefined ? undefined : keyedDigest(keyContext(issuerSlug), key),
      contentDigest: digest,
    })),
  )
