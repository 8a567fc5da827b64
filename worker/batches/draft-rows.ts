// What the key of an issuer that keeps it to itself has to sign next, out of a batch. Drafts are kept, sealed, until they are signed.
import { CREDENTIAL_TYPES, type IssuedKind } from '../../shared/credential-types/index.ts'
import { BATCH_SIGNATURES_MAX_COUNT } from '../../shared/limits.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { activeKid } from '../keys/active-kid.ts'
import { requestDelegation } from '../keys/request-signature.ts'
import { createAbsentSigner, openDraft, sealDraft, signingInputOf } from '../keys/signing-drafts.ts'
import type { Refusal } from '../middleware/problem-details.ts'
import type { Services } from '../services.ts'
import type { BatchDraft } from '../storage/batch-drafts.ts'
import type { SealedRow } from '../storage/batch-rows.ts'
import type { Batch } from '../storage/batch-states.ts'
import type { Issuer } from '../storage/issuers.ts'
import { drawPlacesForMany } from './draw-places.ts'
import { issueRow } from './issue-row.ts'

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
  if (missing.length > 0) {
    await batchDrafts.add(batch.id, await draft(services, issuer, key.value, batch, missing))
  }
  // Somebody else may have been faster.
  const all = await batchDrafts.ofLines(batch.id, key.value, lines)
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
  { id, kind }: Batch,
  rows: readonly SealedRow[],
): Promise<readonly BatchDraft[]> {
  const { purposes } = CREDENTIAL_TYPES[kind as IssuedKind]
  const places = await drawPlacesForMany(services, issuer.slug, purposes, rows.length)
  const signer = createAbsentSigner(issuer.did, kid)
  return Promise.all(
    rows.map(async (row, at) => {
      const status = places[at] ?? []
      const { credentialId, credential } = await issueRow(services, issuer, signer, id, row, status)
      const signingInput = signingInputOf(String(credential))
      const sealedDraft = await sealDraft(services, credentialId, { signingInput, places: status })
      return { line: row.line, credentialId, kid, sealedDraft }
    }),
  )
}
