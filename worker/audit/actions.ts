// What an audit log tells of: the closed table of actions, and the form of an entry. Pure.
import type { Actor } from '../auth/actor.ts'

export const AUDIT_ACTIONS = [
  'credential.issued',
  'credential.status_changed',
  'credential.status_change_cancelled',
  'claim.offered',
  'claim.collected',
  'claim.locked',
  'accreditation.made',
  'issuer.closed',
  'issuer.tainted',
  'batch.created',
  'batch.approved',
  'batch.finished',
  'batch.refused',
  'batch.cancelled',
  'batch.stopped',
  'proposal.created',
  'proposal.approved',
  'proposal.refused',
  'override.reviewed',
  'operator.invited',
  'operator.joined',
  'operator.removed',
  'passkey.added',
  'passkey.removed',
  'key.made',
  'key.rotated',
  'key.retired',
  'key.compromised',
  'domain.linked',
  'domain.unlinked',
  'api_key.made',
  'api_key.revoked',
  'policy.changed',
  'export.made',
] as const
export type AuditAction = (typeof AUDIT_ACTIONS)[number]

/** Never a claim: kinds, counts, states and ids only. */
export type AuditDetail = Readonly<Record<string, string | number>>

/** What somebody did, as it is handed to the log. */
export interface AuditedAct {
  readonly actor: Actor
  readonly action: AuditAction
  /** What it was done to, such as `urn:uuid:…`. */
  readonly target?: string
  readonly detail?: AuditDetail
}
