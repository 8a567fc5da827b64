// CSV as it arrives, row by row: never the whole file at once. Uses csv-parse.
import { CsvError, type Parser, parse } from 'csv-parse/browser/esm'
import { BATCH_ROW_MAX_CHARS } from '../../shared/limits.ts'
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

interface Parsed {
  readonly record: readonly string[]
  readonly info: { readonly lines: number }
}

/**
 * The rows of a CSV file in UTF-8, with or without a byte order mark, with any mixture of line breaks, between commas, semicolons
 * or tabs as its first line has them. Empty lines are passed over. Throws a FileProblem that names the line.
 */
export async function* readCsv(body: AsyncIterable<Uint8Array>): AsyncGenerator<TableRow> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let reader: Reader | undefined
  let pending = ''
  for await (const bytes of body) {
    pending += decode(decoder, bytes)
    // The first line says what stands between the cells.
    if (!reader && !/[\r\n]/.test(pending) && pending.length <= BATCH_ROW_MAX_CHARS) continue
    reader ??= createReader(delimiterOf(pending))
    yield* reader.read(pending)
    pending = ''
  }
  pending += decode(decoder)
  reader ??= createReader(delimiterOf(pending))
  yield* reader.read(pending)
  yield* reader.end()
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
  const [line = ''] = head.split(/[\r\n]/, 1)
  const count = (delimiter: string) => line.split(delimiter).length
  return [',', ';', '\t'].reduce((best, next) => (count(next) > count(best) ? next : best))
}

const countOf = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

interface Reader {
  readonly read: (text: string) => AsyncGenerator<TableRow>
  readonly end: () => AsyncGenerator<TableRow>
}

function createReader(delimiter: string): Reader {
  const rows: TableRow[] = []
  let failure: Error | undefined
  let nextLine = 1
  /** The parser takes a CRLF within quotation marks for two breaks. */
  let countedTwice = 0
  let isEmpty = true
  const parser: Parser = parse({
    delimiter,
    info: true,
    max_record_size: BATCH_ROW_MAX_CHARS,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    skip_empty_lines: true,
  })
  const ended = new Promise<void>((resolve) => {
    parser.on('end', resolve)
    parser.on('error', (error: Error) => {
      failure = error
      resolve()
    })
  })
  parser.on('data', ({ record, info }: Parsed) => {
    const text = record.join('\n')
    const within = countOf(text, /[\r\n]/g) - record.length + 1
    rows.push({ line: info.lines - countedTwice - within, cells: record })
    countedTwice += countOf(text, /\r\n/g)
    nextLine = info.lines - countedTwice + 1
  })

  async function* taken(): AsyncGenerator<TableRow> {
    yield* rows.splice(0)
    if (failure) throw toFileProblem(failure, nextLine)
  }
  return {
    async *read(text) {
      if (text === '') return
      isEmpty = false
      await Promise.race([new Promise((resolve) => parser.write(text, resolve)), ended])
      yield* taken()
    },
    async *end() {
      if (isEmpty) return
      parser.end()
      await ended
      yield* taken()
    },
  }
}

/** @param line - where the row begins that could not be read */
function toFileProblem(error: Error, line: number): Error {
  if (!(error instanceof CsvError)) return error
  const reason = REASONS[error.code]
  return reason ? new FileProblem(`Line ${line}: ${reason}`) : error
}
