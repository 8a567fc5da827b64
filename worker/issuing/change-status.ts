// Changes the state of one credential, now or from a date on: the one way for a call, an approval and the VC-API.
import { utf8Encode } from '../../shared/encoding/bytes.ts'
import { formatDateTime } from '../../shared/encoding/time.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { type CredentialState, purposesOfState } from '../../shared/status/state-table.ts'
import type { StatusReasonCode } from '../../shared/wire/change-status.ts'
import { type Actor, nameOfActor } from '../auth/actor.ts'
import type { Refusal } from '../middleware/problem-details.ts'
import type { Services } from '../services.ts'
import { succeedsUnlessMoved } from '../storage/status-changes.ts'
import { datesOf, refuseDates } from './status-dates.ts'
import { stateAt, stateBeforeSuspension } from './status-timeline.ts'

export interface StatusOrder {
  /** UUID of the credential, without `urn:uuid:`. */
  readonly id: string
  readonly state: CredentialState
  readonly reason: string
  readonly reasonCode?: StatusReasonCode | undefined
  /** RFC 3339. A past moment counts in lists of the past, too; a future one takes effect by itself. Now where it is absent. */
  readonly effectiveFrom?: string | undefined
  /** RFC 3339. Of a suspension: when the state before it holds again. */
  readonly until?: string | undefined
}

export interface StatusAnswer {
  /** `urn:uuid:…` */
  readonly id: string
  readonly state: CredentialState
  /** Where the state takes effect later or ends by itself. */
  readonly effectiveFrom?: string
  readonly until?: string
}

export const MOVED: Refusal = {
  code: 'status.conflict',
  detail:
    'Another change was faster. Read the status again, and repeat yours if it is still right.',
}

export const reasonContext = (credentialId: string): string => `status-reason:${credentialId}`

/** Whether an order asks for what is so already, with no date of its own. */
const changesNothing = (
  current: CredentialState,
  { state, effectiveFrom, until }: StatusOrder,
): boolean => current === state && effectiveFrom === undefined && until === undefined

/**
 * Changes a state. What is in that state already stays as it is.
 *
 * @param alongside - statements for the same transaction: written with the change or not at all
 * @returns the new state, or `credential.unknown`, `status.not_supported`, `status.conflict`, `status.date_refused`
 */
export async function changeStatus(
  services: Pick<
    Services,
    'audit' | 'credentials' | 'platform' | 'sealer' | 'statusChanges' | 'transact'
  >,
  issuerSlug: string,
  order: StatusOrder,
  actor: Actor,
  alongside: readonly D1PreparedStatement[] = [],
): Promise<Result<StatusAnswer, Refusal>> {
  const { audit, credentials, platform, sealer, statusChanges, transact } = services
  const { id, state, reason, reasonCode = 'other' } = order
  const credential = await credentials.find(issuerSlug, id)
  if (!credential) return err({ code: 'credential.unknown' })
  const target = `urn:uuid:${id}`
  if (changesNothing(credential.state, order)) {
    if (alongside.length > 0) await transact(alongside)
    return ok({ id: target, state })
  }
  const dates = datesOf(order, platform.now())
  const changes = await statusChanges.read(id)
  if (stateAt(changes, Math.max(dates.nowSeconds, dates.fromSeconds)) === 'revoked') {
    return err({
      code: 'status.conflict',
      detail: 'A revocation is final: issue a new credential.',
    })
  }
  const places = await credentials.purposes(id)
  if (!purposesOfState(state).every((purpose) => places.includes(purpose))) {
    return err({
      code: 'status.not_supported',
      detail: places.includes('suspension')
        ? 'This credential was issued without a place for such a message.'
        : 'This credential can only be revoked.',
    })
  }
  const refusal = refuseDates(state, dates, credential.issuedAt, changes)
  if (refusal) return err(refusal)
  const { fromSeconds, untilSeconds, nowSeconds } = dates
  const end =
    untilSeconds === undefined
      ? undefined
      : { at: untilSeconds, state: stateBeforeSuspension(changes, fromSeconds) }
  const statements = statusChanges.change({
    credentialId: id,
    version: credential.statusVersion,
    state,
    effectiveAt: fromSeconds,
    changedBy: nameOfActor(actor),
    reasonCode,
    sealedReason: await sealer.seal(utf8Encode(reason), reasonContext(id)),
    ...(end && { end }),
  })
  const shown = {
    ...(fromSeconds !== nowSeconds && { effectiveFrom: formatDateTime(fromSeconds) }),
    ...(untilSeconds !== undefined && { until: formatDateTime(untilSeconds) }),
  }
  const act = {
    actor,
    action: 'credential.status_changed',
    target,
    detail: { state, reasonCode, ...shown },
  } as const
  const written = audit.append(issuerSlug, act, [...statements, ...alongside])
  return (await succeedsUnlessMoved(written)) ? ok({ id: target, state, ...shown }) : err(MOVED)
}
