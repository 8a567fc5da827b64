// The time in which all tests play, and a clock that counts its readers. Pure.
import { formatDateTime } from '../../shared/encoding/time.ts'

/** 2026-11-22T12:00:00Z */
export const NOW = 1_795_348_800

export const DAY_SECONDS = 86_400

/** A moment as a credential writes it. */
export const at = (seconds: number): string => formatDateTime(seconds)

export const inDays = (days: number): string => at(NOW + days * DAY_SECONDS)

export function createClock(seconds: number = NOW) {
  let reads = 0
  return {
    now: () => {
      reads += 1
      return seconds
    },
    reads: () => reads,
  }
}
