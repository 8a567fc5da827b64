// CSV, row by row. Uses csv-parse.
import { CsvError, parse } from 'csv-parse/browser/esm/sync'
import { BATCH_ROW_MAX_CHARS, BATCH_ROWS_MAX_COUNT } from '../../shared/limits.ts'
import { FileProblem } from './file-problem.ts'
import type { TableRow } from './table-row.ts'

const LOST_QUOTE = 'A quotation mark (") is opened in this row and never closed.'
const STRAY_QUOTE =
  'A quotation mark (") stands inside of a cell: put the whole cell in quotation marks and write "" for each one in it.'

const REASONS: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: LOST_QUOTE,
  CSV_MAX_RECORD_SIZE: `The row is longer than ${BATCH_ROW_MAX_CHARS} characters; perhaps a quotation mark (") is never closed.`,
  INVALID_OPENING_QUOTE: STRAY_QUOTE,
  CSV_INVALID_CLOSING_QUOTE: STRAY_QUOTE,
}

/**
 * The rows of a CSV file in UTF-8, with or without a byte order mark, with any mixture of line breaks, between commas, semicolons
 * or tabs as its first line has them. Empty rows are passed over, and what is beyond a row too many. Throws a FileProblem that names
 * the line.
 */
export async function* readCsv(body: AsyncIterable<Uint8Array>): AsyncGenerator<TableRow> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let text = ''
  for await (const bytes of body) text += decode(decoder, bytes)
  text += decode(decoder)
  yield* rowsOf(text)
}

function decode(decoder: TextDecoder, bytes?: Uint8Array): string {
  try {
    const text = bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode()
    // UTF-16 without a mark, or no text at all.
    if (!text.includes('\0')) return text
  } catch {
    // Told below.
  }
  throw new FileProblem(
    'The file is not in UTF-8. In Excel, save it as “CSV UTF-8 (Comma delimited)”, or upload the workbook itself (.xlsx).',
  )
}

/** Spreadsheets of many countries write semicolons. */
function delimiterOf(head: string): string {
  const line = /^[^\r\n]*/.exec(head)?.[0] ?? ''
  const count = (delimiter: string) => line.split(delimiter).length
  return [',', ';', '\t'].reduce((best, next) => (count(next) > count(best) ? next : best))
}

const countOf = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

/** The first row, as many as a table may have, and one more, by which others see that there are too many. */
const ROWS_MAX_COUNT = BATCH_ROWS_MAX_COUNT + 2

/**
 * In one go. The parser's streams wait for timers that are all its requests' together: a request that ends before its timer
 * leaves every later one waiting.
 */
function rowsOf(text: string): readonly TableRow[] {
  if (text === '') return []
  const rows: TableRow[] = []
  let nextLine = 1
  /** The parser takes a CRLF within quotation marks for two breaks. */
  let countedTwice = 0
  const take = (cells: readonly string[], lines: number): null => {
    const joined = cells.join('\n')
    const within = countOf(joined, /[\r\n]/g) - cells.length + 1
    if (rows.length < ROWS_MAX_COUNT && cells.some((cell) => cell.trim() !== '')) {
      rows.push({ line: lines - countedTwice - within, cells })
    }
    countedTwice += countOf(joined, /\r\n/g)
    nextLine = lines - countedTwice + 1
    return null
  }
  try {
    parse(text, {
      delimiter: delimiterOf(text),
      max_record_size: BATCH_ROW_MAX_CHARS,
      on_record: (cells: readonly string[], { lines }) => take(cells, lines),
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      skip_empty_lines: true,
    })
  } catch (error) {
    throw error instanceof Error ? toFileProblem(error, nextLine) : error
  }
  return rows
}

/** @param line - where the row begins that could not be read */
function toFileProblem(error: Error, line: number): Error {
  if (!(error instanceof CsvError)) return error
  const reason = REASONS[error.code]
  return reason ? new FileProblem(`Line ${line}: ${reason}`) : error
}
