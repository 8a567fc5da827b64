// From other scripts to the Latin letters of a passport, by table. Pure.
import { ARABIC_SYSTEMS } from './arabic.ts'
import { CYRILLIC_SYSTEMS } from './cyrillic.ts'
import type { Word } from './forms.ts'
import { toWord } from './forms.ts'
import { GREEK_SYSTEMS } from './greek.ts'

/** One way to write a script in Latin letters: what stands in a certain place first, then letter by letter. */
export interface Romanization {
  readonly rewrites?: readonly (readonly [RegExp, string])[]
  readonly letters: ReadonlyMap<string, string>
}

/** Letters with two or three recommended forms; the first form of each is the letter without its marks. */
const LATIN_SYSTEMS: readonly Romanization[] = [
  { ä: 'ae', å: 'aa', ö: 'oe', ø: 'oe', ü: 'ue' },
  { ä: 'ae', å: 'aa', ö: 'oe', ø: 'oe', ü: 'uxx', ñ: 'nxx' },
].map((letters) => ({ letters: new Map(Object.entries(letters)) }))

const SYSTEMS: ReadonlyMap<string, readonly Romanization[]> = new Map([
  ['Latin', LATIN_SYSTEMS],
  ['Cyrillic', CYRILLIC_SYSTEMS],
  ['Greek', GREEK_SYSTEMS],
  ['Arabic', ARABIC_SYSTEMS],
])

/** Whether words of a script can be written in Latin letters. */
export const hasTable = (script: string): boolean => SYSTEMS.has(script)

function romanize(word: string, { rewrites = [], letters }: Romanization): Word {
  const begun = rewrites.reduce((text, [from, to]) => text.replace(from, to), word)
  return toWord(Array.from(begun, (letter) => letters.get(letter) ?? letter).join(''))
}

/**
 * The ways in which papers write these words in the letters A to Z; the first form of a Latin letter, without its marks, is not
 * among them. None for a script without a table.
 *
 * @param script - the only script of the words
 * @see ICAO Doc 9303-3 §6 https://www.icao.int/publications/pages/publication.aspx?docnum=9303
 */
export const romanizations = (
  words: readonly Word[],
  script: string,
): readonly (readonly Word[])[] =>
  (SYSTEMS.get(script) ?? []).map((system) => words.map(({ letters }) => romanize(letters, system)))
