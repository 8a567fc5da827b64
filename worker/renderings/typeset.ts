// Lines of text in any script that we have letters for, on a page of a PDF. Uses pdf-lib and fontkit.
/// <reference path="./fontkit.d.ts" />
import { type PDFDocument, type PDFFont, type PDFPage, rgb } from '@cantoo/pdf-lib'
import * as fontkit from 'fontkit'
import { FACES, type Face, fontPath, type Weight } from './faces.ts'

export type ReadAsset = (path: string) => Promise<Uint8Array>

interface LoadedFace {
  readonly font: fontkit.Font
  /** Undefined where letters are drawn as outlines. */
  readonly embedded: PDFFont | undefined
}

interface Run {
  readonly face: LoadedFace
  readonly text: string
}

export interface Line {
  readonly runs: readonly Run[]
}

export const INK = rgb(0.1, 0.13, 0.2)
export const ACCENT = rgb(0.106, 0.212, 0.365)

const RIGHT_TO_LEFT = /^[^\p{L}]*[\p{Script=Arabic}\p{Script=Hebrew}]/u

export interface Typesetter {
  /** The text as a line, or null where a letter of it cannot be drawn. */
  readonly line: (text: string, weight: Weight) => Promise<Line | null>
}

/** Loads each font once, and only those that a text needs. */
export function createTypesetter(document: PDFDocument, readAsset: ReadAsset): Typesetter {
  const loaded = new Map<string, Promise<LoadedFace>>()

  const load = async (face: Face, path: string): Promise<LoadedFace> => {
    const bytes = await readAsset(path)
    const embedded = face.isComplex ? undefined : await document.embedFont(bytes, { subset: true })
    return { font: fontkit.create(bytes), embedded }
  }
  const loadOnce = (face: Face, weight: Weight) => {
    const path = fontPath(face, weight)
    const known = loaded.get(path) ?? load(face, path)
    loaded.set(path, known)
    return known
  }

  return {
    line: async (text, weight) => {
      const composed = text.normalize('NFC')
      const wanted = FACES.filter(({ wanted }) => wanted.test(composed))
      const faces = await Promise.all(wanted.map((face) => loadOnce(face, weight)))
      const runs = splitIntoRuns(composed, faces)
      return runs && { runs: RIGHT_TO_LEFT.test(composed) ? runs.toReversed() : runs }
    },
  }
}

/** A letter stays with the one before it where their font has both: marks and spaces belong to their word. */
function splitIntoRuns(text: string, faces: readonly LoadedFace[]): readonly Run[] | null {
  const runs: { face: LoadedFace; text: string }[] = []
  for (const letter of text) {
    const has = ({ font }: LoadedFace) => font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0)
    const last = runs.at(-1)
    if (last && has(last.face)) {
      last.text += letter
      continue
    }
    const face = faces.find(has)
    if (!face) return null
    runs.push({ face, text: letter })
  }
  return runs
}

const widthOfRun = ({ face, text }: Run, size: number): number =>
  face.embedded?.widthOfTextAtSize(text, size) ??
  (face.font.layout(text).advanceWidth * size) / face.font.unitsPerEm

/** In points, as are sizes. */
export const widthOf = ({ runs }: Line, size: number): number =>
  runs.reduce((sum, run) => sum + widthOfRun(run, size), 0)

/** In points; `x` and `y` from the lower left corner. */
export interface Place {
  readonly x: number
  readonly y: number
  readonly size: number
  readonly color?: ReturnType<typeof rgb>
}

/** Draws a line from its left end on its base line. */
export function drawLine(page: PDFPage, line: Line, { x, y, size, color = INK }: Place): void {
  let pen = x
  for (const run of line.runs) {
    const { embedded, font } = run.face
    if (embedded) page.drawText(run.text, { x: pen, y, size, font: embedded, color })
    else drawOutlines(page, font, run.text, { x: pen, y, size, color })
    pen += widthOfRun(run, size)
  }
}

function drawOutlines(page: PDFPage, font: fontkit.Font, text: string, place: Required<Place>) {
  const scale = place.size / font.unitsPerEm
  const { glyphs, positions } = font.layout(text)
  let pen = place.x
  glyphs.forEach(({ path }, index) => {
    const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[index] ?? {}
    // An SVG path counts downwards, a font upwards.
    const outline = path.scale(1, -1).toSVG()
    const at = { x: pen + xOffset * scale, y: place.y + yOffset * scale, scale }
    if (outline !== '') page.drawSvgPath(outline, { ...at, color: place.color })
    pen += xAdvance * scale
  })
}
