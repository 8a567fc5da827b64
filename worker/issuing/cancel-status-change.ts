// Takes back a change of status that has not taken effect.
import { err, ok, type Result } from '../../shared/result.ts'
import { type Actor, nameOfActor } from '../auth/actor.ts'
import type { Refusal } from '../middleware/problem-details.ts'
import type { Services } from '../services.ts'
import { succeedsUnlessMoved } from '../storage/status-changes.ts'
import { MOVED } from './change-status.ts'

export interface CancelOrder {
  /** UUID of the credential, without `urn:uuid:`. */
  readonly id: string
  /** The number of the change, as its status answers it. */
  readonly change: number
}

export interface CancelAnswer {
  /** `urn:uuid:…` */
  readonly id: string
  readonly cancelled: number
}

/**
 * Cancels a scheduled change; with a suspension that has not begun goes its end.
 *
 * @param alongside - statements for the same transaction
 * @returns `credential.unknown`, or `status.conflict` where nothing with that number is still to come
 */
export async function cancelStatusChange(
  { audit, credentials, statusChanges }: Services,
  issuerSlug: string,
  { id, change }: CancelOrder,
  actor: Actor,
  alongside: readonly D1PreparedStatement[] = [],
): Promise<Result<CancelAnswer, Refusal>> {
  const credential = await credentials.find(issuerSlug, id)
  if (!credential) return err({ code: 'credential.unknown' })
  const scheduled = (await statusChanges.read(id)).find((known) => known.id === change)
  if (!scheduled?.isPending) {
    return err({
      code: 'status.conflict',
      detail: 'Nothing with this number is still to come. Change the status instead.',
    })
  }
  const target = `urn:uuid:${id}`
  const statements = statusChanges.cancel({
    credentialId: id,
    version: credential.statusVersion,
    change,
    cancelledBy: nameOfActor(actor),
  })
  const act = {
    actor,
    action: 'credential.status_change_cancelled',
    target,
    detail: { change, state: scheduled.state },
  } as const
  const written = audit.append(issuerSlug, act, [...statements, ...alongside])
  return (await succeedsUnlessMoved(written)) ? ok({ id: target, cancelled: change }) : err(MOVED)
}
