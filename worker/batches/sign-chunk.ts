// Signs the next rows of a batch and stores them: all of a chunk in one transaction, or nothing of it.
import { CREDENTIAL_TYPES, type IssuedKind } from '../../shared/credential-types/index.ts'
import { utf8Decode, utf8Encode } from '../../shared/encoding/bytes.ts'
import type { StatusPlace } from '../../shared/issue/credential-frame.ts'
import { issueCredential } from '../../shared/issue/issue-credential.ts'
import type { CredentialSigner } from '../../shared/issue/signer.ts'
import { BATCH_CHUNK_COUNT } from '../../shared/limits.ts'
import type { IssueCredential } from '../../shared/wire/issue-credential.ts'
import type { AuditedAct } from '../audit/actions.ts'
import type { Services } from '../services.ts'
import type { SealedRow, SignedRow } from '../storage/batch-rows.ts'
import type { Batch } from '../storage/batches.ts'
import type { Issuer } from '../storage/issuers.ts'
import { succeedsUnlessTaken } from '../storage/unique.ts'
import { drawPlacesForMany } from './draw-places.ts'
import { orderContext } from './receive.ts'

/** How often a chunk whose indices somebody else was given first is signed again. */
const ATTEMPTS = 5

/** Context of the sealer: a result opens in its own row only. */
export const resultContext = (batchId: string, line: number): string =>
  `batch-result:${batchId}:${line}`

/** `more` where rows are left, `over` where none are or the batch is not running, `elsewhere` where another run is at it. */
export type ChunkAnswer = 'more' | 'over' | 'elsewhere'

/** Safe to run twice, at once or after a crash: a line that has a result cannot get another. */
export async function signChunk(services: Services, batchId: string): Promise<ChunkAnswer> {
  const { audit, batches, batchRows, custody, issuers, transact } = services
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
    const statements = batchRows.records({
      batchId,
      issuerSlug,
      kind,
      format,
      signingKid: signer.kid,
      rows: signed,
    })
    const isLast = batch.signed + rows.length === batch.rows
    const written = isLast
      ? audit.append(issuerSlug, finished(batch), statements)
      : transact(statements)
    if (await succeedsUnlessTaken(written)) return isLast ? 'over' : 'more'
    if ((await batches.findById(batchId))?.signed !== batch.signed) return 'elsewhere'
  }
  throw new Error('No free status indices could be drawn')
}

const finished = ({ id, kind, format, rows }: Batch): AuditedAct => ({
  actor: { kind: 'worker' },
  action: 'batch.finished',
  target: id,
  detail: { kind, format, rows },
})

async function signRows(
  services: Services,
  issuer: Issuer,
  signer: CredentialSigner,
  { id, kind }: Batch,
  rows: readonly SealedRow[],
): Promise<readonly SignedRow[]> {
  const { purposes } = CREDENTIAL_TYPES[kind as IssuedKind]
  const places = await drawPlacesForMany(services, issuer.slug, purposes, rows.length)
  return Promise.all(
    rows.map((row, at) => signRow(services, issuer, signer, id, row, places[at] ?? [])),
  )
}

async function signRow(
  { platform, sealer, settings }: Services,
  issuer: Issuer,
  signer: CredentialSigner,
  batchId: string,
  { line, sealedOrder }: SealedRow,
  places: readonly StatusPlace[],
): Promise<SignedRow> {
  const opened = await sealer.unseal(sealedOrder, orderContext(batchId, line))
  const order = JSON.parse(utf8Decode(opened) ?? '') as IssueCredential
  const credentialId = platform.uuid()
  const frame = {
    id: `urn:uuid:${credentialId}`,
    origin: settings.origin,
    issuer,
    status: places,
  }
  const credential = await issueCredential(order, frame, signer, {
    achievementId: `urn:uuid:${platform.uuid()}`,
    createdSeconds: platform.now(),
    drawSalt: platform.salt,
  })
  const sealedCredential = await sealer.seal(
    utf8Encode(JSON.stringify(credential)),
    resultContext(batchId, line),
  )
  return { line, credentialId, sealedCredential, places }
}
