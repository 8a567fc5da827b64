// What is wrong with a cell, in the words of somebody who fills in tables. Says what was expected, never what was written. Pure.
import type { Column } from '../../shared/credential-types/columns.ts'

/** The part of an issue of zod that is read here. */
export interface CellIssue {
  readonly code?: string | undefined
  readonly message: string
  readonly path: readonly PropertyKey[]
  readonly expected?: unknown
  readonly origin?: unknown
  readonly minimum?: unknown
  readonly maximum?: unknown
  readonly values?: readonly unknown[] | undefined
}

export const EMPTY = 'This cell is empty, and it is needed.'

const PAIRS = 'Expected “name: value”; several stand between semicolons.'
const DATE = 'Expected a date, such as 2026-01-31.'

const BY_EXPECTED: Readonly<Record<string, string>> = {
  number: 'Expected a number, in digits.',
  int: 'Expected a whole number, in digits.',
}

const BY_COLUMN: Readonly<Record<string, string>> = {
  holder_did: 'Expected a DID, such as did:key:z6Mk…, or nothing.',
}

const BY_MESSAGE: Readonly<Record<string, string>> = {
  'validUntil must be later than validFrom': 'The end must be later than the beginning.',
}

const BY_CODE: Readonly<Record<string, (issue: CellIssue) => string | undefined>> = {
  invalid_type: ({ expected }) => BY_EXPECTED[String(expected)],
  invalid_value: ({ values = [] }) => `Expected one of: ${values.join(', ')}.`,
  too_big: ({ origin, maximum }) =>
    origin === 'string'
      ? `Expected at most ${maximum} characters.`
      : origin === 'array'
        ? `Expected at most ${maximum} values.`
        : `Expected at most ${maximum}.`,
  too_small: ({ origin, minimum }) =>
    origin === 'number'
      ? `Expected at least ${minimum}.`
      : origin === 'string' && Number(minimum) > 1
        ? `Expected at least ${minimum} characters.`
        : EMPTY,
  invalid_format: () => 'It does not have the form that is expected here.',
  invalid_union: () => 'It does not have the form that is expected here.',
}

/** The message of a schema stays where it was written for people already. */
const isPlain = (message: string): boolean => message.startsWith('Expected')

/**
 * @param column - the one in which the fault stands; undefined where no column has it
 * @param isEmpty - whether its cell is
 */
export function plainReason(issue: CellIssue, column?: Column, isEmpty = false): string {
  if (isEmpty && column?.isRequired) return EMPTY
  const { message, code = '' } = issue
  if (column?.reading === 'pairs' && code === 'invalid_type') return PAIRS
  if (message.startsWith('Expected a date and time') && column?.reading !== 'text') return DATE
  const own = BY_MESSAGE[message] ?? BY_COLUMN[column?.name ?? '']
  if (own) return own
  return isPlain(message) ? message : (BY_CODE[code]?.(issue) ?? message)
}
