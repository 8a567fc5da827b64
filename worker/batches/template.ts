// The table that a registrar fills in: the columns of a kind, and one row that is valid as it stands. Pure.
import type { Column } from '../../shared/credential-types/columns.ts'
import { isJsonObject } from '../../shared/encoding/json.ts'
import { KEY_COLUMN } from './read-header.ts'

/** Without it, Excel reads names in the letters of the computer's own country. */
const BYTE_ORDER_MARK = '\ufeff'

/** The header, and the example under it. */
export const templateRows = (
  columns: readonly Column[],
  example: object,
): readonly (readonly string[])[] => [
  [...columns.map(({ name }) => name), KEY_COLUMN],
  [...exampleCells(columns, example), ''],
]

/** CSV in UTF-8, with a byte order mark. */
export const templateText = (rows: readonly (readonly string[])[]): string =>
  `${BYTE_ORDER_MARK}${rows.map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('')}`

/** What stands in the row of the example, column by column; empty where it says nothing. */
export const exampleCells = (columns: readonly Column[], example: object): readonly string[] =>
  columns.map(({ path }) => cellOf(valueAt(example, path)))

const valueAt = (value: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((at, part) => (isJsonObject(at) ? at[part] : undefined), value)

/** As `orderOfRow` reads it back: lists between semicolons, pairs as `name: value`. */
function cellOf(value: unknown): string {
  if (value === undefined) return ''
  if (Array.isArray(value)) return value.map(cellOf).join('; ')
  return isJsonObject(value) ? `${String(value.name)}: ${String(value.value)}` : String(value)
}

const quoted = (cell: string): string =>
  /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
