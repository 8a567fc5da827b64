// The two encoders of the state table: one list's credentials → the values that it publishes. Pure.
import {
  type CredentialState,
  PUBLISHED_SIZES,
  PUBLISHED_TOKEN_BITS,
  type PublishedPurpose,
  STATE_VALUES,
} from './state-table.ts'
import { createValues, writeValue } from './status-values.ts'

/** A credential's place in a list, and its state. */
export interface PlacedState {
  readonly index: number
  readonly state: CredentialState
}

/** The bitstring of a list; indices that nobody has, or whose credential is in force, are 0. */
export function bitstringOf(
  placed: Iterable<PlacedState>,
  purpose: PublishedPurpose,
  entries: number,
): Uint8Array<ArrayBuffer> {
  const size = PUBLISHED_SIZES[purpose]
  const values = createValues(entries, size)
  for (const { index, state } of placed) {
    writeValue(values, index, STATE_VALUES[state][purpose], size, 'msb')
  }
  return values
}

/** The values of the token list that stands beside any bitstring list, at the same indices. */
export function tokenValuesOf(
  placed: Iterable<PlacedState>,
  entries: number,
): Uint8Array<ArrayBuffer> {
  const values = createValues(entries, PUBLISHED_TOKEN_BITS)
  for (const { index, state } of placed) {
    writeValue(values, index, STATE_VALUES[state].token, PUBLISHED_TOKEN_BITS, 'lsb')
  }
  return values
}
