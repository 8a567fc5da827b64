// Signs the next rows of a batch and stores them: all of a chunk in one transaction, or nothing of it.
import { utf8Encode } from '../../shared/encoding/bytes.ts'
import type { CredentialSigner } from '../../shared/issue/signer.ts'
import { BATCH_CHUNK_COUNT } from '../../shared/limits.ts'
import type { AuditedAct } from '../audit/actions.ts'
import { draftClaim } from '../claims/draft-claim.ts'
import type { Services } from '../services.ts'
import type { SealedResult, SignedRow } from '../storage/batch-rows.ts'
import type { Batch } from '../storage/batch-states.ts'
import type { Issuer } from '../storage/issuers.ts'
import { succeedsUnlessOvertaken } from '../storage/unique.ts'
import { issueRow, openRows, type ReadyRow } from './issue-rows.ts'

/** How often a chunk whose indices somebody else was given first is signed again. */
const ATTEMPTS = 5

/** Context of the sealer: a result opens in its own row only. */
export const resultContext = (batchId: string, line: number): string =>
  `batch-result:${batchId}:${line}`

/** `more` where rows are left, `over` where none are or the batch is not running, `elsewhere` where another run is at it. */
export type ChunkAnswer = 'more' | 'over' | 'elsewhere'

/** Safe to run twice, at once or after a crash: a line that has a result cannot get another. */
export async function signChunk(services: Services, batchId: string): Promise<ChunkAnswer> {
  const { audit, batches, batchRows, claims, custody, issuers, transact } = services
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const batch = await batches.findById(batchId)
    if (batch?.state !== 'running') return 'over'
    const issuer = await issuers.find(batch.issuerSlug)
    if (!issuer) throw new Error('A batch has no issuer')
    const rows = await batchRows.next(batchId, BATCH_CHUNK_COUNT)
    if (rows.length === 0) throw new Error('Rows of a batch are gone')
    const signer = await custody.signer(issuer.did)
    const { ready, refused } = await openRows(services, issuer, batch, rows)
    const signed = await Promise.all(
      ready.map((row) => signRow(services, issuer, signer, batch, row)),
    )
    const { issuerSlug, kind, format } = batch
    const records = batchRows.records({
      batchId,
      issuerSlug,
      kind,
      format,
      signingKid: batch.offersClaims === 1 ? undefined : signer.kid,
      countedBefore: countedOf(batch),
      rows: signed,
      refused,
    })
    const links = signed.flatMap(({ claim }) => claim ?? [])
    const statements = [...records, ...(links.length > 0 ? claims.inserts(links) : [])]
    const isLast = countedOf(batch) + rows.length === batch.rows
    const written = isLast
      ? audit.append(issuerSlug, finished(batch), statements)
      : transact(statements)
    if (await succeedsUnlessOvertaken(written)) return isLast ? 'over' : 'more'
    const now = await batches.findById(batchId)
    if (!now || countedOf(now) !== countedOf(batch)) return 'elsewhere'
  }
  throw new Error('No free status indices could be drawn')
}

/** Rows that were signed, or could not be any more. */
export const countedOf = ({ signed, badRows }: Batch): number => signed + badRows

/** What the log tells when the last row is signed. */
export const finished = ({ id, kind, format, rows }: Batch): AuditedAct => ({
  actor: { kind: 'worker' },
  action: 'batch.finished',
  target: id,
  detail: { kind, format, rows },
})

async function signRow(
  services: Services,
  issuer: Issuer,
  signer: CredentialSigner,
  { id, offersClaims }: Batch,
  row: ReadyRow,
): Promise<SignedRow> {
  const { line, places } = row
  if (offersClaims === 1) return offerRow(services, issuer, id, row)
  const { credentialId, credential } = await issueRow(services, issuer, signer, row)
  return { ...(await sealResult(services, id, line, credentialId, credential)), places }
}

/** A row becomes a link: its order stays sealed until its holder brings keys. */
async function offerRow(
  services: Services,
  { slug }: Issuer,
  batchId: string,
  { line, order, places }: ReadyRow,
): Promise<SignedRow> {
  const credentialId = services.platform.uuid()
  const { answer, row: claim } = await draftClaim(services, slug, credentialId, order)
  return { ...(await sealResult(services, batchId, line, credentialId, answer)), places, claim }
}

async function sealResult(
  { sealer }: Services,
  batchId: string,
  line: number,
  credentialId: string,
  result: string | object,
): Promise<SealedResult> {
  const sealedCredential = await sealer.seal(
    utf8Encode(JSON.stringify(result)),
    resultContext(batchId, line),
  )
  return { line, credentialId, sealedCredential }
}
