// The columns of a file, each with what stands first in it, for whoever says which is which. Pure.
import { FileProblem } from '../batches/file-problem.ts'
import type { TableRow } from '../batches/table-row.ts'
import type { FileColumn } from './batch-mapping.tsx'

const isBlank = ({ cells }: TableRow): boolean => cells.every((cell) => cell.trim() === '')

/** The named columns, each once. Throws a FileProblem where there is no first row, or it cannot be read. */
export async function readFileColumns(
  rows: AsyncIterable<TableRow>,
): Promise<readonly FileColumn[]> {
  let header: TableRow | undefined
  let first: TableRow | undefined
  for await (const row of rows) {
    if (isBlank(row)) continue
    if (header) {
      first = row
      break
    }
    header = row
  }
  if (!header) throw new FileProblem('It is empty.')
  const columns = new Map<string, FileColumn>()
  for (const [at, cell] of header.cells.entries()) {
    const name = cell.trim()
    if (name !== '' && !columns.has(name)) {
      columns.set(name, { name, sample: first?.cells[at]?.trim() ?? '' })
    }
  }
  return [...columns.values()]
}
