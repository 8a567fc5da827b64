// Which font draws which letters. The files are assets of the deployment. Table only.

export type Weight = 400 | 600

export interface Face {
  readonly name: string
  /** What a text must hold for the font to be loaded. */
  readonly wanted: RegExp
  /** Letters that change with their neighbours are drawn as outlines, placed one by one. */
  readonly isComplex: boolean
}

const face = (name: string, wanted: RegExp, isComplex = false): Face => ({
  name,
  wanted,
  isComplex,
})

/** The first one that has a letter draws it. Scripts without a row are said to be in the attachment, never drawn as boxes. */
export const FACES: readonly Face[] = [
  face('noto-serif-latin', /^/),
  face('noto-serif-latin-ext', /[^\p{ASCII}]/u),
  face('noto-serif-vietnamese', /[\u0102-\u01b0\u1ea0-\u1ef9]|\p{M}/u),
  face('noto-serif-cyrillic', /\p{Script=Cyrillic}/u),
  face('noto-serif-cyrillic-ext', /\p{Script=Cyrillic}/u),
  face('noto-serif-greek', /\p{Script=Greek}/u),
  face('noto-sans-arabic-arabic', /\p{Script=Arabic}/u, true),
  face('noto-sans-devanagari-devanagari', /\p{Script=Devanagari}/u, true),
]

export const fontPath = ({ name }: Face, weight: Weight): string =>
  `/assets/fonts/${name}-${weight}-normal.ttf`
