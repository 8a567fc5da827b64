// Signatures of rows that were made elsewhere: all of them are checked, and then all of their credentials are issued, or none.
import { decodeBase64Url } from '../../shared/encoding/base64url.ts'
import { utf8Encode } from '../../shared/encoding/bytes.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { RowSignatures } from '../../shared/wire/keys.ts'
import { openDraft, withSignature } from '../keys/signing-drafts.ts'
import type { Refusal } from '../middleware/problem-details.ts'
import type { Services } from '../services.ts'
import type { BatchDraft } from '../storage/batch-drafts.ts'
import type { SignedRow } from '../storage/batch-rows.ts'
import type { Batch } from '../storage/batch-states.ts'
import type { Issuer } from '../storage/issuers.ts'
import { succeedsUnlessOvertaken } from '../storage/unique.ts'
import { NOT_AWAITING } from './draft-rows.ts'
import { countedOf, finished, resultContext } from './sign-chunk.ts'

/** How often signatures that came while others were counted are written again. */
const ATTEMPTS = 5

type Pair = readonly [draft: BatchDraft, signature: string]

/**
 * Issues what was signed, and counts it.
 *
 * @returns the batch as it is now, or `batch.conflict`, `signing.unknown` where a row is signed already or its draft was made anew,
 *   `key.conflict` where the key is not active any more, `signing.mismatch`, `signing.delegation_missing`, `signing.outdated`
 */
export async function completeRows(
  services: Services,
  issuer: Issuer,
  batch: Batch,
  { signatures }: RowSignatures,
): Promise<Result<Batch, Refusal>> {
  const { accreditations, batchDrafts } = services
  if (batch.state !== 'awaiting_signature') return err(NOT_AWAITING)
  const ids = signatures.map(({ id }) => id)
  const drafts = new Map(
    (await batchDrafts.ofCredentials(batch.id, ids)).map((draft) => [draft.credentialId, draft]),
  )
  const pairs = signatures.flatMap(({ id, signature }): readonly Pair[] => {
    const draft = drafts.get(id)
    return draft ? [[draft, signature]] : []
  })
  const [kid] = pairs.map(([draft]) => draft.kid)
  if (kid === undefined || pairs.length < ids.length) return err({ code: 'signing.unknown' })
  const rows = await signedRows(services, issuer, batch, kid, pairs)
  if (!rows.ok) return rows
  if (!(await accreditations.findDelegation(issuer.slug))) {
    return err({ code: 'signing.delegation_missing' })
  }
  return record(services, batch, kid, rows.value)
}

async function signedRows(
  services: Services,
  { did }: Issuer,
  batch: Batch,
  kid: string,
  pairs: readonly Pair[],
): Promise<Result<readonly SignedRow[], Refusal>> {
  const { platform, sealer, signingKeys } = services
  const key = (await signingKeys.list(did)).find((entry) => entry.kid === kid)
  if (key?.state !== 'active' || pairs.some(([draft]) => draft.kid !== kid)) {
    return err({ code: 'key.conflict' })
  }
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: key.x } as const
  const signRow = async ([draft, signature]: Pair): Promise<SignedRow | undefined> => {
    const { line, credentialId, sealedDraft } = draft
    const { signingInput, places } = await openDraft(services, { id: credentialId, sealedDraft })
    const bytes = decodeBase64Url(signature)
    const isGood =
      bytes && (await platform.engine.verify('EdDSA', jwk, bytes, utf8Encode(signingInput)))
    if (!isGood) return undefined
    const text = JSON.stringify(withSignature(signingInput, bytes))
    const sealedCredential = await sealer.seal(utf8Encode(text), resultContext(batch.id, line))
    return { line, credentialId, sealedCredential, places }
  }
  const rows = await Promise.all(pairs.map(signRow))
  const good = rows.flatMap((row) => row ?? [])
  return good.length === rows.length ? ok(good) : err({ code: 'signing.mismatch' })
}

async function record(
  { audit, batchDrafts, batches, batchRows, transact }: Services,
  { id, issuerSlug }: Batch,
  signingKid: string,
  rows: readonly SignedRow[],
): Promise<Result<Batch, Refusal>> {
  const lines = rows.map(({ line }) => line)
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const batch = await batches.findById(id)
    if (batch?.state !== 'awaiting_signature') return err(NOT_AWAITING)
    const { kind, format } = batch
    const counted = countedOf(batch)
    const statements = [
      ...batchRows.records({
        batchId: id,
        issuerSlug,
        kind,
        format,
        signingKid,
        countedBefore: counted,
        rows,
        refused: [],
      }),
      batchDrafts.remove(id, lines),
    ]
    const isLast = counted + rows.length === batch.rows
    const written = isLast
      ? audit.append(issuerSlug, finished(batch), statements)
      : transact(statements)
    const isWritten = await succeedsUnlessOvertaken(written)
    const now = await batches.findById(id)
    if (isWritten && now) return ok(now)
    if (now && countedOf(now) === counted) break
  }
  // A place on a status list was given away, or somebody has handed in the same: other drafts are made for what is left.
  await transact([batchDrafts.remove(id, lines)])
  return err({ code: 'signing.outdated', detail: 'Fetch what is to be signed of the batch anew.' })
}
