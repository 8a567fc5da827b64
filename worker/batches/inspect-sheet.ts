// What a sheet must not hold before it is read whole: cells far away, formulas, errors. Pure.
import { BATCH_COLUMNS_MAX_COUNT, BATCH_ROWS_MAX_COUNT } from '../../shared/limits.ts'
import { FileProblem } from './file-problem.ts'
import { readElements } from './read-workbook.ts'
import type { RefusedCell } from './table-row.ts'

/** Excel's own last row. */
const ROWS_EVER = 1_048_576
/** Empty rows between others are passed over, but not without end. */
const LINES_MAX_COUNT = 2 * BATCH_ROWS_MAX_COUNT
const ADDRESS = /^([A-Z]{1,3})([1-9]\d{0,6})$/

/** What a formula shows depends on where and when it is opened; somebody must have seen what is signed. */
const FORMULA = 'The cell holds a formula: copy the column and paste it as values.'
const FAULTY = 'The cell holds an error of the spreadsheet, such as #N/A.'

/** Faults by line. Throws a FileProblem where a cell with a value lies beyond what is read. */
export function inspectSheet(text: string): ReadonlyMap<number, readonly RefusedCell[]> {
  const refused = new Map<number, RefusedCell[]>()
  let address = ''
  const refuse = (reason: string) => {
    const { line, index } = placeOf(address)
    const others = refused.get(line) ?? []
    if (!others.some((other) => other.index === index)) others.push({ index, reason })
    refused.set(line, others)
  }
  const onElement: Readonly<Record<string, (attribute: Attribute) => void>> = {
    row: (attribute) => requireSane(attribute('r')),
    c(attribute) {
      address = attribute('r') ?? ''
      placeOf(address)
      if (attribute('t') === 'e') refuse(FAULTY)
    },
    f() {
      requireNear(address)
      refuse(FORMULA)
    },
    v: () => requireNear(address),
    is: () => requireNear(address),
  }
  readElements(text, (name, attribute) => {
    if (Object.hasOwn(onElement, name)) onElement[name]?.(attribute)
  })
  return refused
}

type Attribute = (name: string) => string | undefined

const misplaced = () => new FileProblem('The spreadsheet is damaged: save it anew.')

function requireSane(line: string | undefined): void {
  if (line !== undefined && !(Number(line) >= 1 && Number(line) <= ROWS_EVER)) throw misplaced()
}

function placeOf(address: string): { readonly line: number; readonly index: number } {
  const [, letters, line] = ADDRESS.exec(address) ?? []
  if (letters === undefined) throw misplaced()
  const number = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
  return { line: Number(line), index: number - 1 }
}

function requireNear(address: string): void {
  const { line, index } = placeOf(address)
  if (index >= BATCH_COLUMNS_MAX_COUNT) {
    throw new FileProblem(
      `Cell ${address} is filled in; at most ${BATCH_COLUMNS_MAX_COUNT} columns are read. Delete those that are not in the template.`,
    )
  }
  if (line > LINES_MAX_COUNT) {
    throw new FileProblem(
      `Cell ${address} is filled in; a file has up to ${BATCH_ROWS_MAX_COUNT} rows. Delete what stands below the table, or upload it in several parts.`,
    )
  }
}
