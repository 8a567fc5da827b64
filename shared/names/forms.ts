// The words of a name, as they are compared: folded, without marks, without titles. Pure.
import { HAN_VARIANTS } from './han-variants.ts'

/** One word of a name. */
export interface Word {
  /** Case-folded, in compatibility form, with its marks. */
  readonly letters: string
  /** Without what writers leave out or write in one of two ways. */
  readonly plain: string
}

/** Forms of address that say nothing about who somebody is. `md` is not among them: it is also Mohammad. */
const TITLES = new Set(
  `dr doctor prof professor mr mrs ms miss mx sir dame phd mbbs msc bsc bds frcs mrcp dra sra srta herr frau mme mlle dott dottssa
  shri smt др доктор проф डॉ श्री श्रीमती دكتور الدكتور دكتوره الدكتوره דר`.split(/\s+/u),
)

/** Articles that some writers of Arabic names put before a word, and others do not. */
const ARTICLES = new Set(['al', 'el', 'ul', 'ال'])

/**
 * Letters that Unicode does not decompose (Latin ones as ICAO Doc 9303-3 §6 A has them), and letters of other scripts that
 * are written either way.
 */
const LETTER_FORMS: ReadonlyMap<string, string> = new Map([
  ...Object.entries({
    ...{ ı: 'i', ø: 'o', æ: 'ae', œ: 'oe', đ: 'd', ð: 'd', ł: 'l', þ: 'th', ħ: 'h', ŧ: 't' },
    ...{ ŋ: 'n', ə: 'e', ɛ: 'e', ɔ: 'o', ɓ: 'b', ɗ: 'd', ƙ: 'k', ƴ: 'y', ĸ: 'q' },
    ...{ ё: 'е', ѐ: 'е', ѝ: 'и' },
    ...{ ى: 'ي', ة: 'ه', ک: 'ك', ی: 'ي', ہ: 'ه', ھ: 'ه', ۃ: 'ه', ے: 'ي', ٱ: 'ا', ء: '' },
    'ँ': 'ं',
  }),
  ...HAN_VARIANTS,
])

/**
 * Marks that writers leave out: Latin and Greek diacritics, Hebrew and Arabic vowel signs, the nukta.
 * Vowel signs of Indic scripts are letters in all but name and stay.
 */
const OPTIONAL_MARKS = /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u093c]/gu
/** Also the signs for ayn, hamza and the okina, and the Hebrew geresh. */
const APOSTROPHES = /['’‘`´′＇ʹʼʻʾʿ׳״]/gu
/** Bidi controls, joiners, soft hyphens: a reader sees none of them. */
const INVISIBLE = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu
const SEPARATORS = /[^\p{L}\p{M}\p{N}]+/u

/** No name is longer; what is longer is not compared. */
const NAME_CHARS_LIMIT = 200
const NAME_WORDS_LIMIT = 24

/** What full case folding does beyond lower case. @see Unicode CaseFolding.txt, status F and C */
const FOLDINGS: Readonly<Record<string, string>> = { ß: 'ss', ς: 'σ', և: 'եւ' }

const wordsOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .replace(/[ßςև]/gu, (letter) => FOLDINGS[letter] ?? letter)
    .normalize('NFC')
    .split(SEPARATORS)
    .filter((word) => word !== '')

/** A name's words by the two case foldings: Turkish has a dotless capital of its own. */
export interface FoldedName {
  readonly words: readonly string[]
  readonly turkishWords: readonly string[]
}

/** The words of a name; undefined where it is too long to be one. */
export function foldName(name: string): FoldedName | undefined {
  if (name.length > NAME_CHARS_LIMIT) return undefined
  const text = name.replace(INVISIBLE, '').replace(APOSTROPHES, '').normalize('NFKC')
  const words = wordsOf(text)
  if (text.length > NAME_CHARS_LIMIT || words.length > NAME_WORDS_LIMIT) return undefined
  return { words, turkishWords: wordsOf(text.replaceAll('I', 'ı').replaceAll('İ', 'i')) }
}

/** In Cyrillic, й, ї and ў are letters; only ё is also written е. */
const KEPT_WHOLE = /\p{Script=Cyrillic}/u

const plainLetter = (letter: string): string => {
  const form = LETTER_FORMS.get(letter)
  if (form !== undefined || KEPT_WHOLE.test(letter)) return form ?? letter
  const bare = letter.normalize('NFKD').replace(OPTIONAL_MARKS, '').normalize('NFC')
  return LETTER_FORMS.get(bare) ?? bare
}

/** A word with its plain form. */
export const toWord = (letters: string): Word => ({
  letters,
  plain: Array.from(letters, plainLetter).join(''),
})

/** The words without titles and articles; with them where too little else is left. */
export function bareWords(folded: readonly string[]): readonly Word[] {
  const words = folded.map(toWord).filter(({ plain }) => plain !== '')
  const named = words.filter(({ plain }) => !TITLES.has(plain))
  const bare = named.filter(({ plain }) => !ARTICLES.has(plain))
  if (bare.length >= 2) return bare
  return named.length === 0 ? words : named
}

const LATIN = /\p{Script=Latin}/u

/**
 * Whether two words carry different marks on the same Latin letter, as `Hùng` and `Hưng` do: one of them is not merely written
 * without.
 */
export function marksContradict(a: string, b: string): boolean {
  const [first, second] = [[...a], [...b]]
  if (first.length !== second.length) return false
  return first.some((letter, at) => {
    const other = second[at] ?? ''
    if (letter === other || !LATIN.test(letter)) return false
    const bare = plainLetter(letter)
    return bare === plainLetter(other) && letter !== bare && other !== bare
  })
}
