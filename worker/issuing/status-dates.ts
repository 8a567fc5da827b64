// From when and until when a change of status is to hold, and why some dates are refused. Pure.
import { formatDateTime, parseDateTime } from '../../shared/encoding/time.ts'
import type { CredentialState } from '../../shared/status/state-table.ts'
import type { Refusal } from '../middleware/problem-details.ts'
import type { StatusChange } from '../storage/status-changes.ts'
import { scheduledChanges } from './status-timeline.ts'

/** Whole seconds since the Unix epoch. */
export interface StatusDates {
  readonly nowSeconds: number
  readonly fromSeconds: number
  readonly untilSeconds?: number
}

const secondsOf = (text: string): number => Math.floor(parseDateTime(text) ?? 0)

/** @param order - its dates were held against their schema */
export const datesOf = (
  order: { readonly effectiveFrom?: string | undefined; readonly until?: string | undefined },
  nowSeconds: number,
): StatusDates => ({
  nowSeconds,
  fromSeconds: order.effectiveFrom === undefined ? nowSeconds : secondsOf(order.effectiveFrom),
  ...(order.until !== undefined && { untilSeconds: secondsOf(order.until) }),
})

const refused = (detail: string): Refusal => ({ code: 'status.date_refused', detail })
const conflict = (detail: string): Refusal => ({ code: 'status.conflict', detail })

/**
 * Why a state cannot hold from and until these dates, undefined where it can.
 *
 * Codes: `status.date_refused` – the dates make no sense; `status.conflict` – other changes stand in the way.
 */
export function refuseDates(
  state: CredentialState,
  { nowSeconds, fromSeconds, untilSeconds }: StatusDates,
  issuedAt: number,
  changes: readonly StatusChange[],
): Refusal | undefined {
  if (fromSeconds < issuedAt) return refused('It was not issued before that date.')
  if (untilSeconds !== undefined && state !== 'suspended') {
    return refused('Only a suspension ends by itself: schedule the next state instead.')
  }
  if (untilSeconds !== undefined && untilSeconds <= Math.max(fromSeconds, nowSeconds)) {
    return refused('The suspension would be over before it is known.')
  }
  const later = changes.find(
    ({ cancelled, effectiveAt }) =>
      cancelled === undefined && effectiveAt <= nowSeconds && effectiveAt > fromSeconds,
  )
  // A revocation outweighs whatever came after it.
  if (later && state !== 'revoked') {
    return conflict(
      `Another change took effect on ${formatDateTime(later.effectiveAt)}: choose a later date.`,
    )
  }
  const between = scheduledChanges(changes, fromSeconds).find(
    ({ effectiveAt, endsChange }) =>
      endsChange === undefined && untilSeconds !== undefined && effectiveAt <= untilSeconds,
  )
  return between
    ? conflict(
        `Another change is scheduled for ${formatDateTime(between.effectiveAt)}, before the suspension ends: cancel it first, or ` +
          'choose an earlier end.',
      )
    : undefined
}
