// Which file of a spreadsheet holds its first sheet that shows, and how many others there are. Pure; parses with saxes.
import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { utf8Decode } from '../../shared/encoding/bytes.ts'
import { FileProblem } from './file-problem.ts'
import type { Archive } from './unpack-zip.ts'

export const WORKBOOK = 'xl/workbook.xml'
export const RELATIONS = 'xl/_rels/workbook.xml.rels'

export interface Workbook {
  /** Place of the sheet among all, the first one being 1. */
  readonly sheet: number
  readonly path: string
  readonly sheets: number
  /** Paths of what cells lean on, where there are such. */
  readonly strings: string | undefined
  readonly styles: string | undefined
}

const noSpreadsheet = () =>
  new FileProblem('The file is no spreadsheet of the kind .xlsx: save it as “Excel Workbook”.')

/** Calls back for every element, by its name without a prefix. Throws a FileProblem where the text is no XML. */
export function readElements(
  text: string,
  onOpen: (name: string, attribute: (name: string) => string | undefined) => void,
  onClose: (name: string) => void = () => undefined,
): void {
  const parser = new SaxesParser()
  const fail = (error: unknown) => {
    throw error instanceof FileProblem ? error : noSpreadsheet()
  }
  parser.on('error', fail)
  parser.on('doctype', fail)
  parser.on('opentag', ({ name, attributes }: SaxesTagPlain) =>
    onOpen(plain(name), (wanted) => attributes[wanted] ?? prefixed(attributes, wanted)),
  )
  parser.on('closetag', ({ name }: SaxesTagPlain) => onClose(plain(name)))
  parser.write(text).close()
}

function prefixed(attributes: Readonly<Record<string, string>>, wanted: string) {
  for (const name in attributes) {
    if (name.length > wanted.length && plain(name) === wanted) return attributes[name]
  }
  return undefined
}

const plain = (name: string): string => name.slice(name.indexOf(':') + 1)

/** Throws a FileProblem where the archive holds no spreadsheet. */
export function readWorkbook(archive: Archive): Workbook {
  const sheets: { id: string | undefined; isShown: boolean }[] = []
  readElements(textOf(bytesOf(archive, WORKBOOK)), (name, attribute) => {
    if (name !== 'sheet' || !attribute('name')) return
    const state = attribute('state') ?? 'visible'
    sheets.push({ id: attribute('id'), isShown: state === 'visible' })
  })
  const paths = new Map<string, string>()
  const byType = new Map<string, string>()
  readElements(textOf(bytesOf(archive, RELATIONS)), (name, attribute) => {
    const [id, type, target] = ['Id', 'Type', 'Target'].map(attribute)
    if (name !== 'Relationship' || !id || !type || !target) return
    const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`
    paths.set(id, path)
    byType.set(type.slice(type.lastIndexOf('/') + 1), path)
  })
  const index = sheets.findIndex(({ isShown }) => isShown)
  const path = paths.get(sheets[index]?.id ?? '')
  if (path === undefined) throw noSpreadsheet()
  return {
    sheet: index + 1,
    path,
    sheets: sheets.length,
    strings: byType.get('sharedStrings'),
    styles: byType.get('styles'),
  }
}

/** Throws a FileProblem where the file is not there. */
export function bytesOf(archive: Archive, path: string): Uint8Array {
  const bytes = archive.open(path)
  if (!bytes) throw noSpreadsheet()
  return bytes
}

/** Throws a FileProblem where the bytes are no UTF-8. */
export function textOf(bytes: Uint8Array): string {
  const text = utf8Decode(bytes)
  if (text === null) throw noSpreadsheet()
  return text
}
