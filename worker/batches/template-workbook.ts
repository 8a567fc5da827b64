// The table that a registrar fills in, as an Excel workbook. Uses fflate.
import { strToU8, zipSync } from 'fflate'

/** So that archives of the same table are the same bytes. */
const WRITTEN_AT = new Date(Date.UTC(2026, 0, 1))
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const relations = (entries: readonly (readonly [type: string, target: string])[]): string =>
  `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${entries
    .map(
      ([type, target], index) =>
        `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`

const part = (name: string, type: string): string =>
  `<Override PartName="/xl/${name}.xml" ContentType="${TYPES}.${type}+xml"/>`

const FIXED = {
  '[Content_Types].xml':
    `${HEAD}<Types xmlns="${PACKAGE}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    part('workbook', 'sheet.main') +
    part('worksheets/sheet1', 'worksheet') +
    `${part('styles', 'styles')}</Types>`,
  '_rels/.rels': relations([['officeDocument', 'xl/workbook.xml']]),
  'xl/workbook.xml':
    `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>` +
    '<sheet name="Credentials" sheetId="1" r:id="rId1"/></sheets></workbook>',
  'xl/_rels/workbook.xml.rels': relations([
    ['worksheet', 'worksheets/sheet1.xml'],
    ['styles', 'styles.xml'],
  ]),
  // Format 49 is text: what is typed stays as it is typed, zeros in front and dates included.
  'xl/styles.xml':
    `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="1"><font/></fonts>` +
    '<fills count="1"><fill/></fills><borders count="1"><border/></borders>' +
    '<cellStyleXfs count="1"><xf/></cellStyleXfs>' +
    '<cellXfs count="2"><xf/><xf numFmtId="49" applyNumberFormat="1"/></cellXfs></styleSheet>',
} as const

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
const escaped = (text: string): string => text.replace(/[&<>]/g, (sign) => ESCAPES[sign] ?? sign)

const COLUMN_WIDTH = 24

/** One sheet with these rows; every cell is text, also those that are still to be filled in. */
export function templateWorkbook(rows: readonly (readonly string[])[]): Uint8Array<ArrayBuffer> {
  const columns = rows[0]?.length ?? 0
  const cells = rows.map(
    (row, index) =>
      `<row r="${index + 1}">${row.map((text, at) => cell(index + 1, at, text)).join('')}</row>`,
  )
  const sheet =
    `${HEAD}<worksheet xmlns="${MAIN}"><cols>` +
    `<col min="1" max="${columns}" width="${COLUMN_WIDTH}" style="1" customWidth="1"/></cols>` +
    `<sheetData>${cells.join('')}</sheetData></worksheet>`
  const files = { ...FIXED, 'xl/worksheets/sheet1.xml': sheet }
  return zipSync(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])),
    { mtime: WRITTEN_AT },
  )
}

const cell = (row: number, at: number, text: string): string =>
  `<c r="${columnName(at)}${row}" s="1" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`

const LETTERS = 26
const columnName = (index: number): string => {
  const last = String.fromCharCode(65 + (index % LETTERS))
  return index < LETTERS ? last : `${columnName(Math.floor(index / LETTERS) - 1)}${last}`
}
