// Stored rows as credentials: what each asks for, where its status goes, and which cannot be issued any more. Uses the sealer and storage.
import { CREDENTIAL_TYPES, type IssuedKind } from '../../shared/credential-types/index.ts'
import { utf8Decode } from '../../shared/encoding/bytes.ts'
import type { StatusPlace } from '../../shared/issue/credential-frame.ts'
import { issueCredential, type SecuredCredential } from '../../shared/issue/issue-credential.ts'
import type { CredentialSigner } from '../../shared/issue/signer.ts'
import type { IssueCredential } from '../../shared/wire/issue-credential.ts'
import { findBaseStatuses } from '../issuing/base-credential.ts'
import type { Services } from '../services.ts'
import type { LineFaults } from '../storage/batch-findings.ts'
import type { SealedRow } from '../storage/batch-rows.ts'
import type { Batch } from '../storage/batch-states.ts'
import type { Issuer } from '../storage/issuers.ts'
import { drawPlacesForMany } from './draw-places.ts'
import { orderContext } from './receive.ts'

export interface ReadyRow {
  readonly line: number
  readonly order: IssueCredential
  /** Of the credential on which it leans. */
  readonly baseStatus: readonly StatusPlace[] | undefined
  /** Its own, free just now. */
  readonly places: readonly StatusPlace[]
}

export interface OpenedRows {
  readonly ready: readonly ReadyRow[]
  /** Rows that were good when they were uploaded: what they lean on has ended since. */
  readonly refused: readonly LineFaults[]
}

/** What rows ask for; throws where one was altered, or sealed elsewhere. Nothing is recorded. */
export async function openRows(
  services: Services,
  { slug }: Issuer,
  { id, kind }: Batch,
  rows: readonly SealedRow[],
): Promise<OpenedRows> {
  const type = CREDENTIAL_TYPES[kind as IssuedKind]
  const orders = await Promise.all(rows.map((row) => openOrder(services, id, row)))
  const bases = await findBaseStatuses(services, slug, orders, type)
  const standing: Omit<ReadyRow, 'places'>[] = []
  const refused: LineFaults[] = []
  for (const [at, order] of orders.entries()) {
    const [line, base] = [rows[at]?.line ?? 0, bases[at]]
    if (base?.ok) standing.push({ line, order, baseStatus: base.value })
    else refused.push({ line, faults: [{ column: '', reason: base?.error.detail ?? '' }] })
  }
  const places = await drawPlacesForMany(services, slug, type.purposes, standing.length)
  return { ready: standing.map((row, at) => ({ ...row, places: places[at] ?? [] })), refused }
}

async function openOrder(
  { sealer }: Services,
  batchId: string,
  { line, sealedOrder }: SealedRow,
): Promise<IssueCredential> {
  const opened = await sealer.unseal(sealedOrder, orderContext(batchId, line))
  return JSON.parse(utf8Decode(opened) ?? '') as IssueCredential
}

export interface IssuedRow {
  /** UUID, without `urn:uuid:`. */
  readonly credentialId: string
  readonly credential: SecuredCredential
}

/** A fresh credential of what the row asks for, signed by whoever is handed in. Nothing is recorded. */
export async function issueRow(
  { platform, settings }: Pick<Services, 'platform' | 'settings'>,
  issuer: Issuer,
  signer: CredentialSigner,
  { order, baseStatus, places }: ReadyRow,
): Promise<IssuedRow> {
  const credentialId = platform.uuid()
  const frame = {
    id: `urn:uuid:${credentialId}`,
    origin: settings.origin,
    issuer,
    status: places,
    ...(baseStatus && { baseStatus }),
  }
  const credential = await issueCredential(order, frame, signer, {
    achievementId: `urn:uuid:${platform.uuid()}`,
    createdSeconds: platform.now(),
    drawSalt: platform.salt,
  })
  return { credentialId, credential }
}
