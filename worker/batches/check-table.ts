// A whole table, row by row: good orders, faults, and what only the file as a whole shows. Uses no storage.
import { BATCH_ROWS_MAX_COUNT } from '../../shared/limits.ts'
import type { LineFaults } from '../storage/batch-findings.ts'
import { FileProblem } from './file-problem.ts'
import { KEY_COLUMN, type Mapping, readHeader } from './read-header.ts'
import { type GoodRow, readRow, type TablePlan } from './read-row.ts'
import type { TableRow } from './table-row.ts'

/**
 * Reads the first row as the header and every other one as an order. Throws a FileProblem where the file is no such table, has no
 * rows or more than 10,000.
 */
export async function* checkTable(
  rows: AsyncIterable<TableRow>,
  kind: Omit<TablePlan, 'names'>,
  mapping: Mapping,
): AsyncGenerator<GoodRow | LineFaults> {
  let plan: TablePlan | undefined
  let count = 0
  const lineOfKey = new Map<string, number>()
  for await (const row of rows) {
    if (!row.refused && row.cells.every((cell) => cell.trim() === '')) continue
    if (!plan) {
      plan = { ...kind, names: readHeader(row.cells, kind.columns, mapping) }
      continue
    }
    count += 1
    if (count > BATCH_ROWS_MAX_COUNT) {
      throw new FileProblem(
        `The file has more than ${BATCH_ROWS_MAX_COUNT} rows: upload it in several parts.`,
      )
    }
    yield refuseRepeated(readRow(plan, row), lineOfKey)
  }
  if (!plan) throw new FileProblem('The file is empty.')
  if (count === 0) throw new FileProblem('The file has a first line with columns, and no rows.')
}

function refuseRepeated(
  row: GoodRow | LineFaults,
  lineOfKey: Map<string, number>,
): GoodRow | LineFaults {
  if (!('order' in row) || row.key === undefined) return row
  const first = lineOfKey.get(row.key)
  if (first !== undefined) {
    return {
      line: row.line,
      faults: [{ column: KEY_COLUMN, reason: `Line ${first} has the same key.` }],
    }
  }
  lineOfKey.set(row.key, row.line)
  return row
}
