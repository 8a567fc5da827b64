// One stored row as a credential, signed by whoever is handed in. Uses the sealer.
import { utf8Decode } from '../../shared/encoding/bytes.ts'
import type { StatusPlace } from '../../shared/issue/credential-frame.ts'
import { issueCredential, type SecuredCredential } from '../../shared/issue/issue-credential.ts'
import type { CredentialSigner } from '../../shared/issue/signer.ts'
import type { IssueCredential } from '../../shared/wire/issue-credential.ts'
import type { Services } from '../services.ts'
import type { SealedRow } from '../storage/batch-rows.ts'
import type { Issuer } from '../storage/issuers.ts'
import { orderContext } from './receive.ts'

export interface IssuedRow {
  /** UUID, without `urn:uuid:`. */
  readonly credentialId: string
  readonly credential: SecuredCredential
}

/** What the row asks for; throws where it was altered, or sealed elsewhere. */
export async function openRow(
  { sealer }: Pick<Services, 'sealer'>,
  batchId: string,
  { line, sealedOrder }: SealedRow,
): Promise<IssueCredential> {
  const opened = await sealer.unseal(sealedOrder, orderContext(batchId, line))
  return JSON.parse(utf8Decode(opened) ?? '') as IssueCredential
}

/** A fresh credential of what the row asks for. Nothing is recorded. */
export async function issueRow(
  services: Pick<Services, 'platform' | 'sealer' | 'settings'>,
  issuer: Issuer,
  signer: CredentialSigner,
  batchId: string,
  row: SealedRow,
  status: readonly StatusPlace[],
): Promise<IssuedRow> {
  const { platform, settings } = services
  const order = await openRow(services, batchId, row)
  const credentialId = platform.uuid()
  const frame = { id: `urn:uuid:${credentialId}`, origin: settings.origin, issuer, status }
  const credential = await issueCredential(order, frame, signer, {
    achievementId: `urn:uuid:${platform.uuid()}`,
    createdSeconds: platform.now(),
    drawSalt: platform.salt,
  })
  return { credentialId, credential }
}
