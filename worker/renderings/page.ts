// A sheet of paper with its double frame. Uses pdf-lib.
import type { PDFDocument, PDFPage } from '@cantoo/pdf-lib'
import { ACCENT } from './typeset.ts'

/** A4, landscape, in points. */
export const PAGE = { width: 841.89, height: 595.28 }

/** A further page of the document, framed. */
export function addFramedPage(document: PDFDocument): PDFPage {
  const page = document.addPage([PAGE.width, PAGE.height])
  drawFrame(page)
  return page
}

function drawFrame(page: PDFPage): void {
  for (const [inset, borderWidth] of [
    [22, 2.4],
    [28, 0.6],
  ] as const) {
    page.drawRectangle({
      x: inset,
      y: inset,
      width: PAGE.width - 2 * inset,
      height: PAGE.height - 2 * inset,
      borderColor: ACCENT,
      borderWidth,
    })
  }
}
