// The status of one credential as its issuer reads it: state, what is to come, and the history with its reasons.
import { utf8Decode } from '../../shared/encoding/bytes.ts'
import { formatDateTime } from '../../shared/encoding/time.ts'
import type { CredentialState } from '../../shared/status/state-table.ts'
import type { StatusReasonCode } from '../../shared/wire/change-status.ts'
import type { Services } from '../services.ts'
import type { StatusChange } from '../storage/status-changes.ts'
import { reasonContext } from './change-status.ts'

export interface ShownChange {
  /** Its number; by it a scheduled change is cancelled. */
  readonly change: number
  readonly state: CredentialState
  /** RFC 3339, as all dates here. */
  readonly effectiveFrom: string
  readonly recordedAt: string
  readonly by: string
  readonly reasonCode: StatusReasonCode
  readonly reason: string
  /** The number of the suspension that it ends. */
  readonly ends?: number
  readonly cancelledAt?: string
  readonly cancelledBy?: string
}

export interface StatusRecord {
  /** `urn:uuid:…` */
  readonly id: string
  readonly state: CredentialState
  readonly scheduled: readonly ShownChange[]
  /** What took effect or was cancelled, in the order in which it was recorded. */
  readonly history: readonly ShownChange[]
}

/** undefined where this issuer has issued no such credential. */
export async function readStatus(
  services: Pick<Services, 'credentials' | 'sealer' | 'statusChanges'>,
  issuerSlug: string,
  id: string,
): Promise<StatusRecord | undefined> {
  const credential = await services.credentials.find(issuerSlug, id)
  if (!credential) return undefined
  const changes = await services.statusChanges.read(id)
  const show = (change: StatusChange) => showChange(services, id, change)
  return {
    id: `urn:uuid:${id}`,
    state: credential.state,
    scheduled: await Promise.all(changes.filter(({ isPending }) => isPending).map(show)),
    history: await Promise.all(changes.filter(({ isPending }) => !isPending).map(show)),
  }
}

async function showChange(
  { sealer }: Pick<Services, 'sealer'>,
  id: string,
  change: StatusChange,
): Promise<ShownChange> {
  const { cancelled, endsChange } = change
  return {
    change: change.id,
    state: change.state,
    effectiveFrom: formatDateTime(change.effectiveAt),
    recordedAt: formatDateTime(change.changedAt),
    by: change.changedBy,
    reasonCode: change.reasonCode,
    reason: utf8Decode(await sealer.unseal(change.sealedReason, reasonContext(id))) ?? '',
    ...(endsChange !== undefined && { ends: endsChange }),
    ...(cancelled && {
      cancelledAt: formatDateTime(cancelled.at),
      cancelledBy: cancelled.by,
    }),
  }
}
