// Spreadsheets: what their cells say, what is refused in them, and what is no spreadsheet at all.
import { describe, expect, it } from 'vitest'
import { BATCH_ROWS_MAX_COUNT, SPREADSHEET_INFLATED_MAX_BYTES } from '../../../shared/limits.ts'
import { readXlsx } from '../../../worker/batches/read-xlsx.ts'
import type { TableRow } from '../../../worker/batches/table-row.ts'
import {
  fault,
  formula,
  number,
  packed,
  partsOf,
  shared,
  sheetOf,
  text,
  workbook,
} from '../support/xlsx.ts'

async function* inPieces(bytes: Uint8Array, size = 1000) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function rowsOf(bytes: Uint8Array): Promise<readonly TableRow[]> {
  const rows: TableRow[] = []
  for await (const row of readXlsx(inPieces(bytes))) rows.push(row)
  return rows
}

const reasonFor = async (bytes: Uint8Array): Promise<string> => {
  try {
    await rowsOf(bytes)
  } catch (error) {
    if (error instanceof Error && error.name === 'FileProblem') return error.message
    throw error
  }
  return 'It was read'
}

/** The row below the header. */
const cellsOf = async (row: readonly string[], strings?: readonly string[]) =>
  (await rowsOf(workbook([[text('a')], row], strings))).at(1)

describe('a cell', { timeout: 30_000 }, () => {
  it.each([
    ['of text', text('Amina &amp; Co'), 'Amina & Co'],
    ['of a shared text', shared(1), 'second'],
    ['that is a whole number', number(7), '7'],
    ['that is a broken number', number('0.30000000000000004'), '0.3'],
    ['that is a day', number(46023, 1), '2026-01-01'],
    ['that is a moment', number(46023.5, 2), '2026-01-01T12:00:00Z'],
    ['that is true', ' t="b"><v>1</v>', 'true'],
  ])('%s is read as its text', async (_, cell, expected) => {
    const row = await cellsOf([cell], ['first', 'second'])
    expect(row).toEqual({ line: 2, cells: [expected] })
  })

  it('that is left out is empty, and so is one of a merged area but its first', async () => {
    expect(await cellsOf([text('x'), '', text('z')])).toEqual({ line: 2, cells: ['x', '', 'z'] })
  })

  it('keeps its line where rows are left out', async () => {
    const data = sheetOf([[text('a')]]) + sheetOf([[text('b')]], 5)
    const rows = await rowsOf(packed(partsOf([{ data }])))
    expect(rows.at(-1)).toEqual({ line: 5, cells: ['b'] })
  })

  it.each([
    ['a formula', formula('B2', 'Amina'), /formula/],
    ['a formula without what it came to', '><f>B2</f>', /formula/],
    ['an error of the spreadsheet', fault('#N/A'), /error of the spreadsheet/],
    ['more digits than a spreadsheet keeps', number('1234567890123456'), /15 digits/],
  ])('that holds %s is refused, not the file', async (_, cell, words) => {
    const row = await cellsOf([text('x'), cell])
    expect(row?.refused).toEqual([{ index: 1, reason: expect.stringMatching(words) }])
  })
})

describe('a workbook', { timeout: 30_000 }, () => {
  it('of several sheets is told of; the first that shows is read', async () => {
    const parts = partsOf([
      { data: sheetOf([[text('hidden')]]), state: 'hidden' },
      { data: sheetOf([[text('shown')]]) },
      { data: sheetOf([[text('other')]]) },
    ])
    expect(await rowsOf(packed(parts))).toEqual([
      { line: 1, cells: ['shown'], notice: expect.stringContaining('3 sheets') },
    ])
  })

  it('whose elements have prefixes is read', async () => {
    const parts = partsOf([{ data: sheetOf([[text('a')]]) }])
    const name = 'xl/worksheets/sheet1.xml'
    const prefixed = parts[name]
      ?.replaceAll(/<(\/?)(?=[a-z])/g, '<$1x:')
      .replace('xmlns=', 'xmlns:x=')
    expect(await rowsOf(packed({ ...parts, [name]: prefixed ?? '' }))).toEqual([
      { line: 1, cells: ['a'] },
    ])
  })

  it('of ten thousand rows is read', async () => {
    const rows = Array.from({ length: BATCH_ROWS_MAX_COUNT + 1 }, (_, at) =>
      Array.from({ length: 12 }, (_, column) => text(`Row ${at} of column ${column}`)),
    )
    expect(await rowsOf(workbook(rows))).toHaveLength(BATCH_ROWS_MAX_COUNT + 1)
  }, 30_000)
})

const compound = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0])
const one = partsOf([{ data: sheetOf([[text('a')]]) }])
const sheet = (data: string) => packed(partsOf([{ data }]))
const without = (name: string) =>
  packed(Object.fromEntries(Object.entries(one).filter(([other]) => other !== name)))

describe('a file', { timeout: 30_000 }, () => {
  it.each([
    ['of nothing', new Uint8Array(), /empty/],
    ['of Excel before 2007, or with a password', compound, /protected by a password/],
    ['that is CSV', new TextEncoder().encode('a,b\r\n'), /no spreadsheet/],
    ['that broke off', packed(one).slice(0, -30), /damaged/],
    ['that is another archive', packed({ 'a.txt': 'a' }), /no spreadsheet/],
    ['without its sheet', without('xl/worksheets/sheet1.xml'), /no spreadsheet/],
    [
      'whose sheet is no XML',
      packed({ ...one, 'xl/worksheets/sheet1.xml': '<a' }),
      /no spreadsheet/,
    ],
    [
      'that defines entities',
      packed({ ...one, 'xl/worksheets/sheet1.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a/>' }),
      /no spreadsheet/,
    ],
    ['with a cell nowhere', sheet('<row r="1"><c r="?"><v>1</v></c></row>'), /damaged/],
    ['with a row nowhere', sheet('<row r="99999999999"/>'), /damaged/],
    ['with a cell far to the right', sheet('<row r="1"><c r="XFD1"><v>1</v></c></row>'), /XFD1/],
    ['with a cell far below', sheet('<row r="9"><c r="A1048576"><v>1</v></c></row>'), /A1048576/],
    ['with a text that is nowhere', sheet(sheetOf([[shared(7)]])), /cannot be read/],
  ])('%s is refused in words', async (_, bytes, words) => {
    expect(await reasonFor(bytes)).toMatch(words)
  })

  it('that unpacks to more than the cap is not unpacked further', async () => {
    const bomb = `<a>${' '.repeat(SPREADSHEET_INFLATED_MAX_BYTES)}</a>`
    const bytes = packed({ ...one, 'xl/worksheets/sheet1.xml': bomb })
    expect(bytes.length).toBeLessThan(100_000)
    expect(await reasonFor(bytes)).toMatch(/unpacks to more than/)
  })

  it('that lies about what it unpacks to is no way around the cap', async () => {
    const bomb = `<a>${' '.repeat(SPREADSHEET_INFLATED_MAX_BYTES)}</a>`
    const bytes = packed({ ...one, 'xl/worksheets/sheet1.xml': bomb })
    const view = new DataView(bytes.buffer)
    for (let at = 0; at < bytes.length - 4; at++) {
      if (view.getUint32(at, true) === SPREADSHEET_INFLATED_MAX_BYTES + 7) {
        view.setUint32(at, 10, true)
      }
    }
    expect(await reasonFor(bytes)).toMatch(/unpacks to more than/)
  })

  it('that is protected inside is refused in words', async () => {
    const bytes = packed(one)
    const view = new DataView(bytes.buffer)
    for (let at = 0; at < bytes.length - 4; at++) {
      if (view.getUint32(at, true) === 0x02_01_4b_50) view.setUint16(at + 8, 1, true)
    }
    expect(await reasonFor(bytes)).toMatch(/password/)
  })

  it('with one name twice is refused', async () => {
    const bytes = packed({ ...one, 'xl/workbook.xmm': '<a/>' })
    const wrong = new TextEncoder().encode('workbook.xmm')
    for (let at = 0; at < bytes.length - wrong.length; at++) {
      if (wrong.every((byte, index) => bytes[at + index] === byte)) bytes[at + 11] = 0x6c
    }
    expect(await reasonFor(bytes)).toMatch(/damaged/)
  })
})
