// Which files are read as tables, by media type. Uses csv-parse and read-excel-file.
import { readCsv } from './read-csv.ts'
import { readXlsx } from './read-xlsx.ts'
import type { TableRow } from './table-row.ts'

export type TableReader = (body: AsyncIterable<Uint8Array>) => AsyncGenerator<TableRow>

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export const TABLE_READERS: Readonly<Record<string, TableReader>> = {
  'text/csv': readCsv,
  [XLSX]: readXlsx,
}
