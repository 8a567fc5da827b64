// Signs the next rows of a batch and stores them: all of a chunk in one transaction, or nothing of it.
import { CREDENTIAL_TYPES, type IssuedKind } from '../../shared/credential-types/index.ts'
import { utf8Encode } from '../../shared/encoding/bytes.ts'
import type { StatusPlace } from '../../shared/issue/credential-frame.ts'
import type { CredentialSigner } from '../../shared/issue/signer.ts'
import { BATCH_CHUNK_COUNT } from '../../shared/limits.ts'
import type { AuditedAct } from '../audit/actions.ts'
import { draftClaim } from '../claims/draft-claim.ts'
import type { Services } from '../services.ts'
import type { SealedResult, SealedRow, SignedRow } from '../storage/batch-rows.ts'
import type { Batch } from '../storage/batch-states.ts'
import type { Issuer } from '../storage/issuers.ts'
import { succeedsUnlessOvertaken } from '../storage/unique.ts'
import { drawPlacesForMany } from './draw-places.ts'
import { issueRow, openRow } from './issue-row.ts'

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
    const signed = await signRows(services, issuer, signer, batch, rows)
    const { issuerSlug, kind, format } = batch
    const records = batchRows.records({
      batchId,
      issuerSlug,
      kind,
      format,
      signingKid: batch.offersClaims === 1 ? undefined : signer.kid,
      signedBefore: batch.signed,
      rows: signed,
    })
    const links = signed.flatMap(({ claim }) => claim ?? [])
    const statements = [...records, ...(links.length > 0 ? claims.inserts(links) : [])]
    const isLast = batch.signed + rows.length === batch.rows
    const written = isLast
      ? audit.append(issuerSlug, finished(batch), statements)
      : transact(statements)
    if (await succeedsUnlessOvertaken(written)) return isLast ? 'over' : 'more'
    if ((await batches.findById(batchId))?.signed !== batch.signed) return 'elsewhere'
  }
  throw new Error('No free status indices could be drawn')
}

/** What the log tells when the last row is signed. */
export const finished = ({ id, kind, format, rows }: Batch): AuditedAct => ({
  actor: { kind: 'worker' },
  action: 'batch.finished',
  target: id,
  detail: { kind, format, rows },
})

async function signRows(
  services: Services,
  issuer: Issuer,
  signer: CredentialSigner,
  { id, kind, offersClaims }: Batch,
  rows: readonly SealedRow[],
): Promise<readonly SignedRow[]> {
  const { purposes } = CREDENTIAL_TYPES[kind as IssuedKind]
  const places = await drawPlacesForMany(services, issuer.slug, purposes, rows.length)
  return Promise.all(
    rows.map((row, at) =>
      offersClaims === 1
        ? offerRow(services, issuer, id, row, places[at] ?? [])
        : signRow(services, issuer, signer, id, row, places[at] ?? []),
    ),
  )
}

async function signRow(
  services: Services,
  issuer: Issuer,
  signer: CredentialSigner,
  batchId: string,
  row: SealedRow,
  places: readonly StatusPlace[],
): Promise<SignedRow> {
  const { credentialId, credential } = await issueRow(
    services,
    issuer,
    signer,
    batchId,
    row,
    places,
  )
  return { ...(await sealResult(services, batchId, row, credentialId, credential)), places }
}

/** A row becomes a link: its order stays sealed until its holder brings keys. */
async function offerRow(
  services: Services,
  { slug }: Issuer,
  batchId: string,
  row: SealedRow,
  places: readonly StatusPlace[],
): Promise<SignedRow> {
  const credentialId = services.platform.uuid()
  const order = await openRow(services, batchId, row)
  const { answer, row: claim } = await draftClaim(services, slug, credentialId, order)
  return { ...(await sealResult(services, batchId, row, credentialId, answer)), places, claim }
}

async function sealResult(
  { sealer }: Services,
  batchId: string,
  { line }: SealedRow,
  credentialId: string,
  result: string | object,
): Promise<SealedResult> {
  const sealedCredential = await sealer.seal(
    utf8Encode(JSON.stringify(result)),
    resultContext(batchId, line),
  )
  return { line, credentialId, sealedCredential }
}
