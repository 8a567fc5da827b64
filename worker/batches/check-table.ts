// A whole table, row by row: good orders, faults, and what only the file as a whole shows. Uses no storage.
import { BATCH_ROWS_MAX_COUNT } from '../../shared/limits.ts'
import type { AnyOrder } from '../../shared/wire/order-fields.ts'
import type { LineFaults } from '../storage/batch-findings.ts'
import { FileProblem } from './file-problem.ts'
import { KEY_COLUMN, type Mapping, readHeader } from './read-header.ts'
import { type GoodRow, readRow, type TablePlan } from './read-row.ts'
import type { TableRow } from './table-row.ts'

interface Surroundings {
  /** What stands for the contents of a row, in place of them. */
  readonly digestOf: (order: AnyOrder) => string
  /** Is told what whoever uploads should know, and forbids nothing. */
  readonly onNotice: (notice: LineFaults) => void
}

/** A good row, with what stands for its contents. */
export interface DigestedRow extends GoodRow {
  readonly digest: string
}

/**
 * Reads the first row as the header and every other one as an order. Throws a FileProblem where the file is no such table, has no
 * rows or more than 10,000.
 */
export async function* checkTable(
  rows: AsyncIterable<TableRow>,
  kind: Omit<TablePlan, 'names'>,
  mapping: Mapping,
  { digestOf, onNotice }: Surroundings,
): AsyncGenerator<DigestedRow | LineFaults> {
  let plan: TablePlan | undefined
  let count = 0
  const refuseRepeated = createMemory()
  for await (const row of rows) {
    const { line, notice } = row
    if (notice !== undefined) onNotice({ line, faults: [{ column: '', reason: notice }] })
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
    const read = readRow(plan, row)
    yield 'order' in read ? refuseRepeated({ ...read, digest: digestOf(read.order) }) : read
  }
  if (!plan) throw new FileProblem('The file is empty.')
  if (count === 0) throw new FileProblem('The file has a first line with columns, and no rows.')
}

/** Remembers keys and contents of a file. Two people of one name with one award are told apart by keys of their own. */
function createMemory(): (row: DigestedRow) => DigestedRow | LineFaults {
  const lineOfKey = new Map<string, number>()
  const firstOf = new Map<string, DigestedRow>()
  return (row) => {
    const { line, key, digest } = row
    const sameKey = key === undefined ? undefined : lineOfKey.get(key)
    if (sameKey !== undefined) {
      return { line, faults: [{ column: KEY_COLUMN, reason: `Line ${sameKey} has the same key.` }] }
    }
    if (key !== undefined) lineOfKey.set(key, line)
    const same = firstOf.get(digest)
    if (same && (key === undefined || same.key === undefined)) {
      const reason = `Line ${same.line} says the same of a person of the same name. If they are two people, give each row a key of its own in the column ${KEY_COLUMN}.`
      return { line, faults: [{ column: '', reason }] }
    }
    firstOf.set(digest, same ?? row)
    return row
  }
}
