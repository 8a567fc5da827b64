// A credential as a sheet to print: readable by people, by a camera and, through its attachment, by a verifier. Uses pdf-lib.
import { AFRelationship, PDFDocument, type PDFPage, rgb } from '@cantoo/pdf-lib'
import * as fontkit from 'fontkit'
import type { CredentialFile } from './credential-file.ts'
import type { Weight } from './faces.ts'
import { addFramedPage, PAGE } from './page.ts'
import { qrRows } from './qr-rows.ts'
import type { Sheet } from './sheet.ts'
import {
  ACCENT,
  createTypesetter,
  drawLine,
  INK,
  type Line,
  type Place,
  type ReadAsset,
  type Typesetter,
  widthOf,
} from './typeset.ts'

const MARGIN = 58
const QR_SIZE = 190
/** The code is then 173 modules wide, 0.39 mm each: about the least that telephones read off paper. */
const QR_MAX_CHARS = 2_800
const FACTS_TOP = 268
const FACTS_BOTTOM = 82
const MAX_OTHER_NAMES = 3
const MUTED = rgb(0.33, 0.36, 0.42)

const UNDRAWABLE = 'name as in the attached credential'

interface PrintOrder {
  readonly sheet: Sheet
  readonly file: CredentialFile
  readonly origin: string
}

/** The address that a camera opens: with the credential behind the `#`, which browsers never send, where it fits. */
export function scanAddress(origin: string, { text }: CredentialFile): string {
  const whole = `${origin}/verify#credential=${text}`
  return text.startsWith('{') || whole.length > QR_MAX_CHARS ? `${origin}/verify` : whole
}

/** Draws the sheet and attaches the credential to it. */
export async function printCredential(
  { file, origin, sheet }: PrintOrder,
  readAsset: ReadAsset,
): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  document.registerFontkit(fontkit)
  document.setTitle(sheet.title, { showInWindowTitleBar: true })
  document.setAuthor(sheet.issuer)
  document.setSubject(sheet.names.join(', '))
  document.setLanguage('en')
  document.setCreator('Licet')
  document.setProducer('Licet')
  const page = addFramedPage(document)
  const typesetter = createTypesetter(document, readAsset)
  await drawHead(page, typesetter, sheet)
  await drawFacts(document, typesetter, sheet)
  await drawScan(page, typesetter, { file, origin, sheet })
  await document.attach(new TextEncoder().encode(file.text), file.name, {
    mimeType: file.mediaType,
    description: 'The credential itself. Its signature is what proves this sheet.',
    afRelationship: AFRelationship.Source,
  })
  return document.save()
}

const lineOf = async ({ line }: Typesetter, text: string, weight: Weight): Promise<Line> => {
  const drawn = (await line(text, weight)) ?? (await line(UNDRAWABLE, weight))
  if (!drawn) throw new Error('The basic font lacks a letter of our own words')
  return drawn
}

/** Lines side by side in the middle, smaller where they would not fit. */
function drawCentred(
  page: PDFPage,
  lines: readonly Line[],
  { color, size: wanted, y }: Required<Pick<Place, 'color' | 'size' | 'y'>>,
): void {
  const widthAt = (size: number) =>
    lines.reduce((sum, line) => sum + widthOf(line, size), 0) + (lines.length - 1) * size
  const size = Math.min(wanted, (wanted * (PAGE.width - 2 * MARGIN)) / widthAt(wanted))
  let x = (PAGE.width - widthAt(size)) / 2
  for (const line of lines) {
    drawLine(page, line, { x, y, size, color })
    x += widthOf(line, size) + size
  }
}

async function drawHead(page: PDFPage, typesetter: Typesetter, sheet: Sheet): Promise<void> {
  const [name = UNDRAWABLE, ...otherNames] = sheet.names
  const rows: readonly (readonly [string, number, Weight, number])[] = [
    [sheet.issuer, 20, 600, 508],
    ['certifies that', 12, 400, 470],
    [name, 34, 600, 424],
    [sheet.verb, 12, 400, 362],
    [sheet.title, 25, 600, 326],
  ]
  for (const [text, size, weight, y] of rows) {
    const line = await lineOf(typesetter, text, weight)
    drawCentred(page, [line], { size, y, color: weight === 600 ? ACCENT : INK })
  }
  const others = await Promise.all(otherNames.map((other) => typesetter.line(other, 400)))
  const drawable = others.filter((line) => line !== null).slice(0, MAX_OTHER_NAMES)
  drawCentred(page, drawable, { size: 17, y: 394, color: INK })
  page.drawLine({
    start: { x: PAGE.width / 2 - 70, y: 300 },
    end: { x: PAGE.width / 2 + 70, y: 300 },
    thickness: 0.8,
    color: ACCENT,
  })
}

async function drawFacts(
  document: PDFDocument,
  typesetter: Typesetter,
  { facts }: Sheet,
): Promise<void> {
  const [first] = document.getPages()
  if (!first) throw new Error('The facts need a page')
  const LABEL_WIDTH = 118
  const room = PAGE.width - 2 * MARGIN - QR_SIZE - LABEL_WIDTH - 40
  let page = first
  let y = FACTS_TOP
  for (const { label, value } of facts) {
    const lines = await wrap(typesetter, value, room)
    // Conditions are never cut: what does not fit goes on a second sheet.
    if (y - lines.length * 15 < FACTS_BOTTOM) {
      page = addFramedPage(document)
      y = PAGE.height - 80
    }
    drawLine(page, await lineOf(typesetter, label, 400), { x: MARGIN, y, size: 10.5, color: MUTED })
    for (const line of lines) {
      drawLine(page, line, { x: MARGIN + LABEL_WIDTH, y, size: 11 })
      y -= 15
    }
    y -= 3.5
  }
}

/** Lines no wider than the room; a fact of several lines must never be cut, as it may be a condition. */
async function wrap(typesetter: Typesetter, text: string, room: number): Promise<readonly Line[]> {
  const lines: Line[] = []
  let words = ''
  for (const word of text.split(' ')) {
    const longer = words === '' ? word : `${words} ${word}`
    if (words !== '' && widthOf(await lineOf(typesetter, longer, 400), 11) > room) {
      lines.push(await lineOf(typesetter, words, 400))
      words = word
    } else words = longer
  }
  return [...lines, await lineOf(typesetter, words, 400)]
}

async function drawScan(
  page: PDFPage,
  typesetter: Typesetter,
  { file, origin, sheet }: PrintOrder,
): Promise<void> {
  const { modules, rows } = qrRows(scanAddress(origin, file))
  const x = PAGE.width - MARGIN - QR_SIZE
  const top = FACTS_TOP + 8
  for (const row of rows.filter((path) => path !== '')) {
    page.drawSvgPath(row, { x, y: top, scale: QR_SIZE / modules, color: rgb(0, 0, 0) })
  }
  const small = (text: string) => lineOf(typesetter, text, 400)
  drawLine(page, await small(`Scan, or verify at ${origin}/verify`), {
    ...{ x, y: top - QR_SIZE - 14, size: 7.5, color: MUTED },
  })
  const notes = [
    'This sheet proves nothing by itself. Whether the credential is genuine and still in force is answered by verifying it:',
    'scan the code, or hand this PDF, which carries the signed credential as an attachment, to any verifier of credentials.',
    ...(sheet.id === undefined ? [] : [sheet.id]),
  ]
  let y = 66
  for (const note of notes) {
    drawLine(page, await small(note), { x: MARGIN, y, size: 8, color: MUTED })
    y -= 11
  }
}
