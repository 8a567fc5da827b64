// What the console calls the states of a table, and how it counts. Pure.
import type { Batch, BatchState } from '../storage/batch-states.ts'

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

/** Where a table stands, in one sentence. */
export const HEADLINES: Readonly<Record<BatchState, (batch: Batch) => string>> = {
  receiving: () => 'The table was not read to its end. Upload it again.',
  invalid: ({ rows, badRows }) =>
    `${counted(badRows, 'row')} of ${rows} must be mended first. Nothing was signed.`,
  ready: ({ rows }) => `Every row is good, ${inDigits(rows)} in all. Nothing is signed yet.`,
  proposed: ({ rows }) =>
    `Proposed: ${counted(rows, 'credential')}. An approver decides; nothing is signed yet.`,
  running: () => 'The rows are being signed.',
  awaiting_signature: ({ rows, signed }) =>
    `Approved: ${counted(rows, 'credential')}, of which ${inDigits(signed)} are signed. The rest waits for your own keys.`,
  refused: () => 'Refused: nothing was signed, and nothing will be.',
  cancelled: () => 'Cancelled: nothing was signed, and nothing will be.',
  stopped: ({ rows, signed }) =>
    `Stopped: ${inDigits(signed)} of ${counted(rows, 'row')} were signed, the rest will not be.`,
  done: ({ signed, badRows }) =>
    badRows === 0
      ? `Signed: ${counted(signed, 'credential')}, none left out.`
      : `Signed: ${counted(signed, 'credential')}. ${counted(badRows, 'row')} could not be signed any more.`,
}
