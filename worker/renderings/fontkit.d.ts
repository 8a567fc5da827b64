// The part of fontkit that is used here, and what pdf-lib expects of it; the package brings no types.
declare module 'fontkit' {
  import type { PDFDocument } from '@cantoo/pdf-lib'

  type Library = Parameters<PDFDocument['registerFontkit']>[0]
  type ExpectedFont = Extract<
    Awaited<ReturnType<Library['create']>>,
    { readonly createSubset: unknown }
  >
  type ExpectedGlyph = ReturnType<ExpectedFont['layout']>['glyphs'][number]

  interface GlyphPath {
    scale(x: number, y: number): GlyphPath
    toSVG(): string
  }
  interface GlyphRun {
    glyphs: (ExpectedGlyph & { readonly path: GlyphPath })[]
    readonly positions: readonly {
      readonly xAdvance: number
      readonly xOffset: number
      readonly yOffset: number
    }[]
    readonly advanceWidth: number
  }
  export interface Font extends Omit<ExpectedFont, 'layout'> {
    hasGlyphForCodePoint(codePoint: number): boolean
    layout(text: string): GlyphRun
  }
  export function create(bytes: Uint8Array): Font
}
