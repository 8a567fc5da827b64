// Which files are read as tables, by media type. Uses csv-parse.
import { readCsv, type TableRow } from './read-csv.ts'

export type TableReader = (body: AsyncIterable<Uint8Array>) => AsyncGenerator<TableRow>

export const TABLE_READERS: Readonly<Record<string, TableReader>> = { 'text/csv': readCsv }
