// Spreadsheets in tests, as Excel writes them: parts in an archive, shared strings, styles.
import { strToU8, zipSync } from 'fflate'

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** What stands between `<c` and `</c>`, by form. Style 1 is a day, style 2 a moment. */
export const number = (value: number | string, style = 0): string => ` s="${style}"><v>${value}</v>`
export const text = (value: string): string => ` t="inlineStr"><is><t>${value}</t></is>`
export const shared = (index: number): string => ` t="s"><v>${index}</v>`
export const formula = (expression: string, value: string): string =>
  ` t="str"><f>${expression}</f><v>${value}</v>`
export const fault = (code: string): string => ` t="e"><v>${code}</v>`

const letters = (index: number): string =>
  index < 26
    ? String.fromCharCode(65 + index)
    : letters(Math.floor(index / 26) - 1) + letters(index % 26)

/** Rows one below the other; an empty cell is left out, as Excel does. */
export const sheetOf = (rows: readonly (readonly string[])[], firstLine = 1): string =>
  rows
    .map((cells, at) => {
      const line = firstLine + at
      const inner = cells.map((cell, index) =>
        cell === '' ? '' : `<c r="${letters(index)}${line}"${cell}</c>`,
      )
      return `<row r="${line}">${inner.join('')}</row>`
    })
    .join('')

interface Sheet {
  readonly data: string
  readonly state?: string
}

/** Parts of a workbook by name, to be changed by a test before they are packed. */
export function partsOf(
  sheets: readonly Sheet[],
  strings: readonly string[] = [],
): Record<string, string> {
  const names = sheets.map((_, index) => `worksheets/sheet${index + 1}.xml`)
  const relations = [
    ...names.map((target) => ['worksheet', target] as const),
    ['styles', 'styles.xml'] as const,
    ['sharedStrings', 'sharedStrings.xml'] as const,
  ]
  return {
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml': `<workbook ${MAIN} xmlns:r="${RELATION}"><sheets>${sheets
      .map(
        ({ state }, index) =>
          `<sheet name="S${index + 1}" sheetId="${index + 1}"${state ? ` state="${state}"` : ''} r:id="rId${index + 1}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations
      .map(
        ([type, target], index) =>
          `<Relationship Id="rId${index + 1}" Type="${RELATION}/${type}" Target="${target}"/>`,
      )
      .join('')}</Relationships>`,
    'xl/styles.xml': `<styleSheet ${MAIN}><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `<sst ${MAIN}>${strings.map((value) => `<si><t>${value}</t></si>`).join('')}</sst>`,
    ...Object.fromEntries(
      sheets.map(({ data }, index) => [
        `xl/${names[index]}`,
        `<worksheet ${MAIN}><sheetData>${data}</sheetData></worksheet>`,
      ]),
    ),
  }
}

export const packed = (parts: Readonly<Record<string, string>>): Uint8Array<ArrayBuffer> =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, body]) => [name, strToU8(body)])))

/** A workbook of one sheet. */
export const workbook = (
  rows: readonly (readonly string[])[],
  strings?: readonly string[],
): Uint8Array<ArrayBuffer> => packed(partsOf([{ data: sheetOf(rows) }], strings))
