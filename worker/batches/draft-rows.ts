// What the key of an issuer that keeps it to itself has to sign next, out of a batch. Drafts are kept, sealed, until they are signed.
import { BATCH_SIGNATURES_MAX_COUNT } from '../../shared/limits.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { activeKid } from '../keys/active-kid.ts'
import { requestDelegation } from '../keys/request-signature.ts'
import { createAbsentSigner, openDraft, sealDraft, signingInputOf } from '../keys/signing-drafts.ts'
import type { Refusal } from '../middleware/problem-details.ts'
import type { Services } from '../services.ts'
import type { LineFaults } from '../storage/batch-findings.ts'
import type { SealedRow } from '../storage/batch-rows.ts'
import type { Batch } from '../storage/batch-states.ts'
import type { Issuer } from '../storage/issuers.ts'
import { succeedsUnlessOvertaken } from '../storage/unique.ts'
import { issueRow, openRows } from './issue-rows.ts'
import { countedOf, finished } from './sign-chunk.ts'

export interface RowToSign {
  /** UUID of the credential that is to be issued. */
  readonly id: string
  readonly line: number
  /** Absolute DID URL of the key that has to sign. */
  readonly kid: string
  /** Header and payload of a compact JWS. */
  readonly signingInput: string
}

/** Nobody but a batch in this state has something to be signed elsewhere. */
export const NOT_AWAITING = {
  code: 'batch.conflict',
  detail: 'Only a batch that was started, of an issuer that keeps its keys, waits for signatures.',
} as const

/**
 * The first rows that are not signed yet. Asked again, the same ones have the same bytes, as long as the key is the same one.
 *
 * @returns also `batch.conflict`, `key.none`
 */
export async function rowsToSign(
  services: Services,
  issuer: Issuer,
  batch: Batch,
): Promise<Result<readonly RowToSign[], Refusal>> {
  if (batch.state !== 'awaiting_signature') return err(NOT_AWAITING)
  const { batchDrafts, batchRows } = services
  const key = await activeKid(services, issuer)
  if (!key.ok) return key
  await services.transact([
    services.signingRequests.removeExpired(),
    ...(await requestDelegation(services, issuer, key.value)),
  ])
  const rows = await batchRows.next(batch.id, BATCH_SIGNATURES_MAX_COUNT)
  const lines = rows.map(({ line }) => line)
  const kept = await batchDrafts.ofLines(batch.id, key.value, lines)
  const drafted = new Set(kept.map(({ line }) => line))
  const missing = rows.filter(({ line }) => !drafted.has(line))
  if (missing.length > 0) await draft(services, issuer, key.value, batch, missing)
  // Somebody else may have been faster.
  const all = await batchDrafts.ofLines(batch.id, key.value, lines)
  if (all.length === 0 && rows.length > 0) {
    // None of them can be issued any more.
    const now = await services.batches.findById(batch.id)
    return now?.state === 'awaiting_signature' ? rowsToSign(services, issuer, now) : ok([])
  }
  return ok(
    await Promise.all(
      all.map(async ({ credentialId: id, line, kid, sealedDraft }) => {
        const { signingInput } = await openDraft(services, { id, sealedDraft })
        return { id, line, kid, signingInput }
      }),
    ),
  )
}

async function draft(
  services: Services,
  issuer: Issuer,
  kid: string,
  batch: Batch,
  rows: readonly SealedRow[],
): Promise<void> {
  const signer = createAbsentSigner(issuer.did, kid)
  const { ready, refused } = await openRows(services, issuer, batch, rows)
  if (refused.length > 0) await dropRefused(services, kid, batch, refused)
  if (ready.length === 0) return
  const drafts = ready.map(async (row) => {
    const { credentialId, credential } = await issueRow(services, issuer, signer, row)
    const draft = { signingInput: signingInputOf(String(credential)), places: row.places }
    const sealedDraft = await sealDraft(services, credentialId, draft)
    return { line: row.line, credentialId, kid, sealedDraft }
  })
  await services.batchDrafts.add(batch.id, await Promise.all(drafts))
}

/** Where somebody else counts meanwhile, the next request drops them. */
async function dropRefused(
  { audit, batchRows, transact }: Services,
  signingKid: string,
  batch: Batch,
  refused: readonly LineFaults[],
): Promise<void> {
  const { id: batchId, issuerSlug, kind, format } = batch
  const countedBefore = countedOf(batch)
  const statements = batchRows.records({
    batchId,
    issuerSlug,
    kind,
    format,
    signingKid,
    countedBefore,
    rows: [],
    refused,
  })
  const isLast = countedBefore + refused.length === batch.rows
  await succeedsUnlessOvertaken(
    isLast ? audit.append(issuerSlug, finished(batch), statements) : transact(statements),
  )
}
