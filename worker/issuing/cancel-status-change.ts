// Takes back a change of status that has not taken effect.
import { err, ok, type Result } from '../../shared/result.ts'
import { type Actor, nameOfActor } from '../auth/actor.ts'
import type { Refusal } from '../middleware/problem-details.ts'
import type { Services } from '../services.ts'
import { type Alongside, nothing } from './alongside.ts'
import { type Prepared, writeInTurn } from './write-in-turn.ts'

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
 * @param alongside - written with it or not at all
 * @returns `credential.unknown`, or `status.conflict` where nothing with that number is still to come
 */
export const cancelStatusChange = (
  services: Services,
  issuerSlug: string,
  order: CancelOrder,
  actor: Actor,
  alongside: Alongside<CancelAnswer> = nothing,
): Promise<Result<CancelAnswer, Refusal>> =>
  writeInTurn(services, issuerSlug, () => prepare(services, issuerSlug, order, actor), alongside)

async function prepare(
  { audit, credentials, statusChanges }: Services,
  issuerSlug: string,
  { id, change }: CancelOrder,
  actor: Actor,
): Promise<Result<Prepared<CancelAnswer>, Refusal>> {
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
  return ok({
    answer: { id: target, cancelled: change },
    statements: [...statements, audit.entry(issuerSlug, act)],
  })
}
