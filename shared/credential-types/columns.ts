// Columns of a table of orders: from the cells of a row to an order, and from a fault of the order back to its column. Pure.
import type { JsonObject } from '../encoding/json.ts'

/** How a cell is read. A `list` stands between semicolons, and so do `pairs`, each as `name: value`. */
type Reading = 'text' | 'number' | 'list' | 'pairs' | 'begin' | 'end'

export interface Column {
  /** As the template's first row has it. */
  readonly name: string
  /** Where its value stands in the order. */
  readonly path: readonly string[]
  readonly isRequired: boolean
  readonly reading: Reading
}

/** A column of the contents, whose name is that of its last field unless it says otherwise. */
export const column = (
  path: string,
  { name, reading = 'text', isRequired = false }: Partial<Omit<Column, 'path'>> = {},
): Column => ({
  name: name ?? snakeCase(path.split('.').at(-1) ?? path),
  path: path.split('.'),
  isRequired,
  reading,
})

/** The same, where an order without it is refused. */
export const required = (path: string, options: Partial<Omit<Column, 'path'>> = {}): Column =>
  column(path, { ...options, isRequired: true })

const snakeCase = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** The columns of every kind: whom the credential is about, and from when to when it holds. */
export const COMMON_COLUMNS: readonly Column[] = [
  required('subject.name', { name: 'holder_name' }),
  column('subject.id', { name: 'holder_did' }),
  required('validFrom', { reading: 'begin' }),
  column('validUntil', { reading: 'end' }),
]

const PLAIN_DATE = /^\d{4}-\d\d-\d\d$/
const NUMBER = /^-?\d+(?:\.\d+)?$/

const parts = (cell: string): readonly string[] =>
  cell.split(';').flatMap((part) => part.trim() || [])

/** What cannot be read stays as it is written: the schema says what is wrong with it. */
const READINGS: Readonly<Record<Reading, (cell: string) => unknown>> = {
  text: (cell) => cell,
  number: (cell) => (NUMBER.test(cell) ? Number(cell) : cell),
  list: parts,
  pairs: (cell) =>
    parts(cell).map((part) => {
      const at = part.lastIndexOf(':')
      return at < 0 ? part : { name: part.slice(0, at).trim(), value: part.slice(at + 1).trim() }
    }),
  begin: (cell) => (PLAIN_DATE.test(cell) ? `${cell}T00:00:00Z` : cell),
  end: (cell) => (PLAIN_DATE.test(cell) ? `${cell}T23:59:59Z` : cell),
}

/**
 * The order that a row asks for, not yet held against its schema. An empty cell is no value. A plain date is read as the
 * beginning of that day, or as its end where something ends, in UTC.
 *
 * @param cells - by the names of the columns; others are left alone
 * @param surroundings - what is the same for all rows, such as `{ format }`
 */
export function orderOfRow(
  kind: string,
  columns: readonly Column[],
  cells: Readonly<Record<string, string | undefined>>,
  surroundings: JsonObject = {},
): JsonObject {
  const order: Record<string, unknown> = { kind, ...surroundings }
  for (const { name, path, reading } of columns) {
    const cell = Object.hasOwn(cells, name) ? cells[name]?.trim() : undefined
    if (cell) put(order, path, READINGS[reading](cell))
  }
  return order
}

function put(target: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const [first = '', ...rest] = path
  if (rest.length === 0) {
    target[first] = value
    return
  }
  const inner = (target[first] ?? {}) as Record<string, unknown>
  target[first] = inner
  put(inner, rest, value)
}

/** The column in which a fault stands that a schema names by its path; undefined where no column has it. */
export const columnAt = (
  columns: readonly Column[],
  path: readonly PropertyKey[],
): Column | undefined =>
  columns.find((entry) => entry.path.every((part, index) => String(path[index]) === part)) ??
  // A whole object that is missing is missing by its first required field.
  columns.find(
    (entry) => entry.isRequired && path.every((part, index) => String(part) === entry.path[index]),
  )
