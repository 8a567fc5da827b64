// Periods. Pure.

interface Period {
  readonly validFromSeconds?: number
  readonly validUntilSeconds?: number
}

/** True where a period has begun by `beganBySeconds` and has not ended at `untilSeconds` (the end itself is outside). */
export const isInForce = (
  period: Period,
  beganBySeconds: number,
  untilSeconds: number = beganBySeconds,
): boolean =>
  (period.validFromSeconds ?? Number.NEGATIVE_INFINITY) <= beganBySeconds &&
  untilSeconds < (period.validUntilSeconds ?? Number.POSITIVE_INFINITY)
