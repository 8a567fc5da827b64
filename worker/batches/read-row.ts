// One row of a table: an order that holds its kind's schema, or what is wrong with which column. Pure.
import type { ZodType } from 'zod'
import { type Column, columnAt, orderOfRow } from '../../shared/credential-types/columns.ts'
import type { AnyOrder } from '../../shared/wire/order-fields.ts'
import type { LineFaults } from '../storage/batch-findings.ts'
import { type CellIssue, EMPTY, plainReason } from './plain-reason.ts'
import { KEY_COLUMN } from './read-header.ts'
import type { RefusedCell, TableRow } from './table-row.ts'
import { unsafeCells } from './unsafe-cells.ts'

/** What all rows of a file have in common. */
export interface TablePlan {
  readonly kind: string
  readonly format: string
  /** Whether each row becomes a claim link instead of a credential. */
  readonly offersClaims?: boolean
  readonly columns: readonly Column[]
  readonly schema: ZodType<AnyOrder>
  /** The template's name for each column of the file. */
  readonly names: readonly (string | undefined)[]
}

export interface GoodRow {
  readonly line: number
  readonly order: AnyOrder
  readonly key?: string
}

type Faults = LineFaults['faults']

const KEY_MAX_CHARS = 255

/** The order of a row, or its faults. Reasons say what was expected, never what was written. */
export function readRow(
  plan: TablePlan,
  { line, cells, refused = [] }: TableRow,
): GoodRow | LineFaults {
  const { kind, format, offersClaims, columns, names, schema } = plan
  const notUsable = refused.flatMap((cell) => faultOfCell(names, cell))
  if (notUsable.length > 0) return { line, faults: notUsable }
  if (cells.length > names.length && cells.slice(names.length).some((cell) => cell.trim() !== '')) {
    const reason = `The row has ${cells.length} cells, the first line ${names.length} columns. Is a comma not in quotation marks?`
    return { line, faults: [{ column: '', reason }] }
  }
  const named: Record<string, string> = {}
  names.forEach((name, index) => {
    const cell = cells[index]?.trim()
    if (name !== undefined && cell) named[name] = cell
  })
  const { [KEY_COLUMN]: key, ...values } = named
  const surroundings = { format, ...(offersClaims === true && { claim: {} }) }
  const parsed = schema.safeParse(orderOfRow(kind, columns, values, surroundings))
  const faults = [
    ...unsafeCells(columns, named),
    ...(parsed.success ? [] : faultsOf(plan, values, parsed.error.issues)),
  ]
  if (key !== undefined && key.length > KEY_MAX_CHARS) {
    faults.push({ column: KEY_COLUMN, reason: `Expected at most ${KEY_MAX_CHARS} characters` })
  }
  return faults.length === 0 && parsed.success
    ? { line, order: parsed.data, ...(key !== undefined && { key }) }
    : { line, faults }
}

/** In a column that is left out, anything may stand. */
const faultOfCell = (
  names: TablePlan['names'],
  { index, reason }: RefusedCell,
): readonly Faults[number][] => {
  const column = index < names.length ? names[index] : ''
  return column === undefined ? [] : [{ column, reason }]
}

/** One fault for each column; what one missing object hides is named, too. */
function faultsOf(
  { columns }: TablePlan,
  cells: Readonly<Record<string, string>>,
  issues: readonly CellIssue[],
): Faults {
  const reasons = new Map<string, string>()
  const tell = (name: string, reason: string) => {
    if (!reasons.has(name)) reasons.set(name, reason)
  }
  for (const issue of issues) {
    const column = columnAt(columns, issue.path)
    const name = column?.name ?? issue.path.join('.')
    tell(name, plainReason(issue, column, cells[name] === undefined))
  }
  for (const { name, isRequired } of columns) {
    if (isRequired && cells[name] === undefined) tell(name, EMPTY)
  }
  return [...reasons].map(([column, reason]) => ({ column, reason }))
}
