// Changes the state of one credential, now or from a date on: the one way for a call, an approval and the VC-API.
import { utf8Encode } from '../../shared/encoding/bytes.ts'
import { formatDateTime } from '../../shared/encoding/time.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { type CredentialState, purposesOfState } from '../../shared/status/state-table.ts'
import type { StatusReasonCode } from '../../shared/wire/change-status.ts'
import { type Actor, nameOfActor } from '../auth/actor.ts'
import type { Refusal } from '../middleware/problem-details.ts'
import type { Services } from '../services.ts'
import { type Alongside, nothing } from './alongside.ts'
import { datesOf, refuseDates } from './status-dates.ts'
import { stateAt, stateBeforeSuspension } from './status-timeline.ts'
import { type Prepared, writeInTurn } from './write-in-turn.ts'

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

export const reasonContext = (credentialId: string): string => `status-reason:${credentialId}`

/** Whether an order asks for what is so already, with no date of its own. */
const changesNothing = (
  current: CredentialState,
  { state, effectiveFrom, until }: StatusOrder,
): boolean => current === state && effectiveFrom === undefined && until === undefined

/**
 * Changes a state. What is in that state already stays as it is. Of several at the same time each follows the one before.
 *
 * @param alongside - written with the change or not at all
 * @returns the new state, or `credential.unknown`, `status.not_supported`, `status.conflict`, `status.date_refused`
 */
export const changeStatus = (
  services: ChangeServices,
  issuerSlug: string,
  order: StatusOrder,
  actor: Actor,
  alongside: Alongside<StatusAnswer> = nothing,
): Promise<Result<StatusAnswer, Refusal>> =>
  writeInTurn(
    services,
    issuerSlug,
    () => prepareChange(services, issuerSlug, order, actor),
    alongside,
  )

type ChangeServices = Pick<
  Services,
  'audit' | 'credentials' | 'platform' | 'sealer' | 'statusChanges'
>

/** A change with what the log tells of it, to be written while the status stands as it does. Refuses what `changeStatus` refuses. */
export async function prepareChange(
  { audit, credentials, platform, sealer, statusChanges }: ChangeServices,
  issuerSlug: string,
  order: StatusOrder,
  actor: Actor,
): Promise<Result<Prepared<StatusAnswer>, Refusal>> {
  const { id, state, reason, reasonCode = 'other' } = order
  const credential = await credentials.find(issuerSlug, id)
  if (!credential) return err({ code: 'credential.unknown' })
  const target = `urn:uuid:${id}`
  if (changesNothing(credential.state, order)) {
    return ok({ answer: { id: target, state }, statements: [] })
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
  return ok({
    answer: { id: target, state, ...shown },
    statements: [...statements, audit.entry(issuerSlug, act)],
  })
}
