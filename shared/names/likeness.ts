// Could two words be spellings of one name? Generous: whatever is like it must never be an accusation. Pure.
import { asItLooks, scriptsOf, shareScript } from './scripts.ts'
import { type Sounds, soundAlike, soundsOf } from './sounds.ts'

/** A word with all that it is compared by. */
export interface Spelling {
  readonly text: string
  readonly length: number
  readonly scripts: readonly string[]
  readonly sounds: Sounds
}

/** @param plain - a word in its plain form */
export function toSpelling(plain: string): Spelling {
  const text = asItLooks(plain)
  return { text, length: [...text].length, scripts: scriptsOf(text), sounds: soundsOf(text) }
}

/** Whether one of the two is a single letter and the other begins with it. */
const initialMatches = (a: Spelling, b: Spelling): boolean =>
  (a.length === 1 && b.text.startsWith(a.text)) || (b.length === 1 && a.text.startsWith(b.text))

/** `Jörg Müller` is also written `Joerg Muller`. */
const digraphsFolded = (word: string) => word.replace(/([aou])e/gu, '$1').replaceAll('aa', 'a')

/** How many letters two spellings of one name may differ in: `Elena`, `Olena`; `Mohammed`, `Muhammad`. */
const tolerance = (length: number) => (length >= 8 ? 2 : length >= 4 ? 1 : 0)

/** Shorter words begin or end too many others. */
const PART_LETTERS_MIN = 3

/** `Dan` in `Daniel`, `Hassan` in `Alhassan`, `حسن` in `الحسن`. */
function isPartOfWord(a: Spelling, b: Spelling): boolean {
  const [short, long] = a.length <= b.length ? [a.text, b.text] : [b.text, a.text]
  return short.length >= PART_LETTERS_MIN && (long.startsWith(short) || long.endsWith(short))
}

/** `Lee` and `Li` have one consonant: then the vowel must be of the same colour. */
const VOWEL_COLOURS = [/^[^aeiouwy]*[eiy]/u, /^[^aeiouwy]*[ouw]/u, /^[^aeiouwy]*a/u]
const vowelColour = ({ text }: Spelling) => VOWEL_COLOURS.findIndex((colour) => colour.test(text))

const soundsLike = (a: Spelling, b: Spelling): boolean =>
  soundAlike(a.sounds, b.sounds) && (a.sounds.length > 1 || vowelColour(a) === vowelColour(b))

/** Our table of variant characters has gaps, so that one shared character in its place is enough to doubt. */
const sharesCharacter = (a: Spelling, b: Spelling): boolean =>
  a.length === b.length &&
  [a, b].every(({ scripts }) => scripts.length === 1 && scripts[0] === 'Han') &&
  [...a.text].some((character, at) => character === [...b.text][at])

function isFewLettersApart(a: Spelling, b: Spelling): boolean {
  const allowed = tolerance(Math.min(a.text.length, b.text.length))
  if (Math.abs(a.text.length - b.text.length) > allowed) return false
  return a.text === b.text || (allowed > 0 && editDistance(a.text, b.text) <= allowed)
}

/** Whether two words may be spellings of the same name; in different scripts their letters tell nothing. */
export const mayBeSameWord = (a: Spelling, b: Spelling): boolean =>
  !shareScript(a.scripts, b.scripts) ||
  initialMatches(a, b) ||
  isPartOfWord(a, b) ||
  digraphsFolded(a.text) === digraphsFolded(b.text) ||
  soundsLike(a, b) ||
  sharesCharacter(a, b) ||
  isFewLettersApart(a, b)

function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row]
    for (let column = 1; column <= b.length; column += 1) {
      const replaced = (previous[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1)
      const removed = (previous[column] ?? 0) + 1
      const added = (current[column - 1] ?? 0) + 1
      current.push(Math.min(replaced, removed, added))
    }
    previous = current
  }
  return previous[b.length] ?? 0
}
