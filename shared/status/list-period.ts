// Of which time does a list speak? Pure.
import { CLOCK_SKEW_SECONDS } from '../limits.ts'
import type { ReasonCodeOf } from '../reasons.ts'
import type { StatusContext } from './status-context.ts'

interface ListPeriod {
  readonly fromSeconds: number | undefined
  readonly untilSeconds: number | undefined
  /** For how long it may be kept. */
  readonly ttlSeconds: number | undefined
  readonly fetchedAtSeconds: number
}

type Moment = Pick<StatusContext, 'clockSeconds' | 'nowSeconds'>

/** A list that does not say since when it speaks, speaks of the moment at which it was fetched. */
export const beganTooLate = (
  { fetchedAtSeconds, fromSeconds = fetchedAtSeconds }: ListPeriod,
  { clockSeconds, nowSeconds }: Moment,
): boolean => fromSeconds > nowSeconds + (nowSeconds === clockSeconds ? CLOCK_SKEW_SECONDS : 0)

/**
 * The reason why a list says nothing about the moment: it had ended, or was kept for longer than it allows. One without an end
 * is good for the present: who serves it may have changed it since the moment, or will before it.
 */
export function checkEnd(
  { fetchedAtSeconds, ttlSeconds, untilSeconds }: ListPeriod,
  { clockSeconds, nowSeconds }: Moment,
): ReasonCodeOf<'status'> | undefined {
  const isOver = untilSeconds !== undefined && nowSeconds >= untilSeconds
  const isOpen = untilSeconds === undefined
  if (nowSeconds < clockSeconds) return isOver || isOpen ? 'status.history_unavailable' : undefined
  if (isOpen && nowSeconds > clockSeconds + CLOCK_SKEW_SECONDS) return 'status.list_expired'
  const isStale = ttlSeconds !== undefined && clockSeconds - fetchedAtSeconds > ttlSeconds
  return isOver || isStale ? 'status.list_expired' : undefined
}

/** A lifetime in seconds, or null where it is none. An absent one stays absent. */
export function readTtl(value: unknown, unitsPerSecond: number): number | null | undefined {
  if (value === undefined) return undefined
  return typeof value === 'number' && value >= 0 ? value / unitsPerSecond : null
}
