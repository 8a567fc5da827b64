// Spreadsheets (.xlsx): the first sheet, row by row, as text. Uses read-excel-file.
import { zipSync } from 'fflate'
import { formatDateTime } from '../../shared/encoding/time.ts'
import { FileProblem } from './file-problem.ts'
import { inspectSheet } from './inspect-sheet.ts'
import {
  bytesOf,
  RELATIONS,
  readWorkbook,
  textOf,
  WORKBOOK,
  type Workbook,
} from './read-workbook.ts'
import type { RefusedCell, TableRow } from './table-row.ts'
import { type Archive, openArchive } from './unpack-zip.ts'

const ZIP = [0x50, 0x4b, 0x03, 0x04]
/** Excel before 2007, and everything that Excel protects by a password. */
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0]

/** Beyond it, spreadsheets have changed the last digits already. */
const EXACT_NUMBERS_BELOW = 1e15
const INEXACT =
  'A number of more than 15 digits loses its last ones in a spreadsheet: format the column as text and write it again.'

/**
 * The rows of the first sheet that shows, with the number of each as its line. Dates become `2026-01-31`, those with a time
 * `2026-01-31T12:00:00Z`. Formulas are faults of their cells, whatever they came to. Throws a FileProblem where the file cannot be read.
 */
export async function* readXlsx(body: AsyncIterable<Uint8Array>): AsyncGenerator<TableRow> {
  const { rows, refused, sheets } = await readFirstSheet(await collect(body))
  const lastLine = [...refused.keys()].reduce((a, b) => Math.max(a, b), rows.length)
  for (let line = 1; line <= lastLine; line++) {
    const row = rows[line - 1] ?? []
    const faults = [...(refused.get(line) ?? []), ...inexact(row)]
    yield {
      line,
      cells: row.map(textOfCell),
      ...(faults.length > 0 && { refused: faults }),
      ...(line === 1 && sheets > 1 && { notice: onlyFirst(sheets) }),
    }
  }
}

/** Nothing of the file itself outlives it. */
async function readFirstSheet(bytes: Uint8Array) {
  requireXlsx(bytes)
  const archive = openArchive(bytes)
  const workbook = readWorkbook(archive)
  const { stored, refused } = repack(archive, workbook)
  return { rows: await readRows(stored, workbook.sheet), refused, sheets: workbook.sheets }
}

const onlyFirst = (sheets: number): string =>
  `The spreadsheet has ${sheets} sheets; only the first one was read.`

async function collect(body: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const pieces: Uint8Array<ArrayBuffer>[] = []
  for await (const piece of body) pieces.push(Uint8Array.from(piece))
  return new Uint8Array(await new Blob(pieces).arrayBuffer())
}

const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean =>
  magic.every((byte, index) => bytes[index] === byte)

function requireXlsx(bytes: Uint8Array): void {
  if (bytes.length === 0) throw new FileProblem('The file is empty.')
  if (startsWith(bytes, COMPOUND_FILE)) {
    throw new FileProblem(
      'The file is protected by a password, or of Excel before 2007 (.xls): save it as “Excel Workbook (.xlsx)” without a password.',
    )
  }
  if (!startsWith(bytes, ZIP)) throw new FileProblem('The file is no spreadsheet (.xlsx).')
}

/** The library would inflate in a web worker, which Workers do not have: what it needs is handed over stored. */
function repack(archive: Archive, { path, strings, styles }: Workbook) {
  const sheet = bytesOf(archive, path)
  const refused = inspectSheet(textOf(sheet))
  const files: Record<string, Uint8Array> = { [path]: sheet }
  for (const name of [WORKBOOK, RELATIONS, strings, styles]) {
    const file = name === undefined ? undefined : archive.open(name)
    if (name !== undefined && file) files[name] = file
  }
  return { stored: zipSync(files, { level: 0 }), refused }
}

type Cell = string | number | boolean | Date | null

async function readRows(
  stored: Uint8Array<ArrayBuffer>,
  sheet: number,
): Promise<readonly (readonly Cell[])[]> {
  const { readSheet } = await import('read-excel-file/universal')
  try {
    return (await readSheet(stored.buffer, sheet)) as readonly (readonly Cell[])[]
  } catch {
    // Its words may hold what stands in the file.
    throw new FileProblem('The spreadsheet cannot be read: save it anew as “Excel Workbook”.')
  }
}

const inexact = (row: readonly Cell[]): readonly RefusedCell[] =>
  row.flatMap((cell, index) =>
    typeof cell === 'number' && Math.abs(cell) >= EXACT_NUMBERS_BELOW
      ? [{ index, reason: INEXACT }]
      : [],
  )

function textOfCell(cell: Cell): string {
  if (cell === null) return ''
  if (cell instanceof Date) {
    const moment = formatDateTime(Math.round(cell.getTime() / 1000))
    return moment.endsWith('T00:00:00Z') ? moment.slice(0, 'yyyy-mm-dd'.length) : moment
  }
  // 0.1 + 0.2 is shown as 0.3.
  return typeof cell === 'number' ? String(Number(cell.toPrecision(15))) : String(cell)
}
