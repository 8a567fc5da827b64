// What a file is by how it begins. Pure.
import { FileProblem } from './file-problem.ts'
import { TABLE_READERS, XLSX } from './table-readers.ts'

/** What browsers call a file follows what is installed beside them; how it begins does not. */
const BEGINNINGS: readonly (readonly [bytes: readonly number[], mediaType: string])[] = [
  [[0x50, 0x4b, 0x03, 0x04], XLSX],
  [[0xd0, 0xcf, 0x11, 0xe0], 'application/vnd.ms-excel'],
]

/** The media type of a file: a workbook by how it begins, a CSV otherwise. Throws a FileProblem where that is not read here. */
export function mediaTypeOf(head: Uint8Array): string {
  const known = BEGINNINGS.find(([bytes]) => bytes.every((byte, at) => head[at] === byte))
  const mediaType = known?.[1] ?? 'text/csv'
  if (TABLE_READERS[mediaType]) return mediaType
  throw new FileProblem(
    'This is a workbook of an old Excel, which is not read here. In Excel, save it as “Excel Workbook (*.xlsx)”.',
  )
}
