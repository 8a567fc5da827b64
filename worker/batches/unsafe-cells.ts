// Texts that no cell may hold, whatever its column is for. Pure.
import type { Column } from '../../shared/credential-types/columns.ts'

interface Rule {
  readonly pattern: RegExp
  readonly reason: string
  /** Numbers may begin with a sign. */
  readonly sparesNumbers: boolean
}

const RULES: readonly Rule[] = [
  {
    // What a spreadsheet would run instead of show, when somebody opens the file or the results; also in the wide letters of Asia.
    pattern: /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]/,
    reason: 'The cell begins like a formula (=, +, - or @): write the value itself.',
    sparesNumbers: true,
  },
  {
    pattern: /[^\P{Cc}\t\n\r]|[\u2028\u2029]/u,
    reason:
      'The cell holds a character that does not show, such as a control character or a foreign line break: write it anew.',
    sparesNumbers: false,
  },
]

/** The first reason against each cell, by the names of their columns. */
export const unsafeCells = (
  columns: readonly Column[],
  named: Readonly<Record<string, string>>,
): { readonly column: string; readonly reason: string }[] =>
  Object.entries(named).flatMap(([name, cell]) => {
    const isNumber = columns.find((entry) => entry.name === name)?.reading === 'number'
    const broken = RULES.find(
      ({ pattern, sparesNumbers }) => pattern.test(cell) && !(isNumber && sparesNumbers),
    )
    return broken ? [{ column: name, reason: broken.reason }] : []
  })
