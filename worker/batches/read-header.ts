// The first row of a table: which of its columns is which of the kind's. Pure.
import type { Column } from '../../shared/credential-types/columns.ts'
import { BATCH_COLUMNS_MAX_COUNT } from '../../shared/limits.ts'
import { FileProblem } from './file-problem.ts'

/** The issuer's own key of a row: a row with the same one is never signed again. */
export const KEY_COLUMN = 'key'

/** From the names in the file to those of the template; an empty text leaves a column out. */
export type Mapping = Readonly<Record<string, string>>

/**
 * The template's name for each column of the file, undefined for one that is left out. Throws a FileProblem that says of every
 * column what is wrong: unknown, twice there, missing, or of a formula's form.
 */
export function readHeader(
  cells: readonly string[],
  columns: readonly Column[],
  mapping: Mapping,
): readonly (string | undefined)[] {
  if (cells.length > BATCH_COLUMNS_MAX_COUNT) {
    throw new FileProblem(
      `The file has ${cells.length} columns; at most ${BATCH_COLUMNS_MAX_COUNT} are read. Delete those that are not in the template.`,
    )
  }
  const known = new Set([...columns.map(({ name }) => name), KEY_COLUMN])
  const names = cells.map((cell) => mapped(cell.trim(), mapping, known))
  const faults = [
    ...names.flatMap((name, index) => faultOf(name, index, names, known)),
    ...columns
      .filter(({ name, isRequired }) => isRequired && !names.includes(name))
      .map(({ name }) => ({ column: name, reason: 'This column is missing.' })),
    ...Object.keys(mapping)
      .filter((from) => !cells.some((cell) => cell.trim() === from))
      .map((column) => ({
        column,
        reason: 'The mapping names it, but the file has no such column.',
      })),
  ]
  if (faults.length === 0) return names
  throw new FileProblem('The first line does not have the columns of the template.', faults)
}

/** Columns without a name and without a mapping are those that spreadsheets leave behind at the right. */
function mapped(cell: string, mapping: Mapping, known: ReadonlySet<string>): string | undefined {
  const to = Object.hasOwn(mapping, cell) ? mapping[cell] : undefined
  if (to !== undefined) return to === '' ? undefined : to
  const lower = cell.toLowerCase()
  return known.has(lower) ? lower : cell || undefined
}

function faultOf(
  name: string | undefined,
  index: number,
  names: readonly (string | undefined)[],
  known: ReadonlySet<string>,
) {
  if (name === undefined) return []
  const column = name.slice(0, 64)
  if (!known.has(name)) {
    return [{ column, reason: 'The template has no such column. Rename it, map it or delete it.' }]
  }
  return names.indexOf(name) < index ? [{ column, reason: 'This column is there twice.' }] : []
}
