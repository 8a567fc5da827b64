// What the console calls the states of a table, and how it counts. Pure.
import type { BatchState } from '../storage/batch-states.ts'

export const BATCH_STATE_WORDS: Readonly<Record<BatchState, string>> = {
  receiving: 'Being read',
  invalid: 'To be mended',
  ready: 'Ready to be signed',
  proposed: 'Waits for an approver',
  running: 'Being signed',
  awaiting_signature: 'Waits for your signatures',
  done: 'Signed',
  refused: 'Refused',
  cancelled: 'Cancelled',
  stopped: 'Stopped',
}

const numbers = new Intl.NumberFormat('en')

export const inDigits = (count: number): string => numbers.format(count)

/** `1 row`, `2,000 rows`. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${inDigits(count)} ${count === 1 ? one : many}`
