// The forms in which names are compared: words, without marks, without titles. Pure.

/** Forms of address that say nothing about who somebody is. `md` is not among them: it is also Mohammad. */
const TITLES = new Set(
  'dr doctor prof professor mr mrs ms miss mx sir dame phd mbbs dra herr frau mme'.split(' '),
)

/** Articles that some writers of Arabic names put before a word, and others do not. */
const ARTICLES = new Set(['al', 'el', 'ul', 'ال'])

/** Letters that Unicode does not decompose, and Arabic letters that are written either way. */
const LETTER_FORMS: Readonly<Record<string, string>> = {
  ß: 'ss',
  ς: 'σ',
  ı: 'i',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ى: 'ي',
  ة: 'ه',
  ک: 'ك',
  ی: 'ي',
}

/**
 * Marks that writers leave out: Latin, Greek and Cyrillic diacritics, Hebrew and Arabic vowel signs, the nukta.
 * Vowel signs of Indic scripts are letters in all but name and stay.
 */
const OPTIONAL_MARKS = /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u093c]/gu
const APOSTROPHES = /['’‘`´ʼʹ]/gu
const SEPARATORS = /[^\p{L}\p{M}\p{N}]+/u

const SCRIPTS = [
  'Latin',
  'Cyrillic',
  'Greek',
  'Arabic',
  'Hebrew',
  'Devanagari',
  'Bengali',
  'Tamil',
  'Thai',
  'Han',
  'Hiragana',
  'Katakana',
  'Hangul',
  'Armenian',
  'Georgian',
  'Ethiopic',
].map((name) => ({ name, pattern: new RegExp(`\\p{Script=${name}}`, 'u') }))

/** A text longer than this is not compared in full; no name is. */
const NAME_CHARS_LIMIT = 200

/** The words of a name in lower case and compatibility form. */
export function tokensOf(name: string): readonly string[] {
  return name
    .slice(0, NAME_CHARS_LIMIT)
    .normalize('NFKC')
    .toLowerCase()
    .replace(APOSTROPHES, '')
    .split(SEPARATORS)
    .filter((word) => word !== '')
}

const withoutMarks = (word: string) =>
  [...word.normalize('NFKD').replace(OPTIONAL_MARKS, '').normalize('NFC')]
    .map((letter) => LETTER_FORMS[letter] ?? letter)
    .join('')

/** The words without optional marks, titles and articles; with them where too little else is left. */
export function looseForm(words: readonly string[]): readonly string[] {
  const plain = words.map(withoutMarks)
  const named = plain.filter((word) => !TITLES.has(word))
  const bare = named.filter((word) => !ARTICLES.has(word))
  if (bare.length >= 2) return bare
  return named.length === 0 ? plain : named
}

/** The words run together, so that `Jean-Pierre` and `Jeanpierre` agree. */
export const joinedForm = (words: readonly string[]): string => words.join('')

/** The scripts that the letters of a name belong to; `other` where we know none of them. */
function scriptsOf(name: string): readonly string[] {
  const found = SCRIPTS.filter(({ pattern }) => pattern.test(name)).map((script) => script.name)
  return found.length === 0 ? ['other'] : found
}

/** Whether any letters of two names could be compared at all. */
export function shareScript(a: string, b: string): boolean {
  const scripts = scriptsOf(b)
  return scriptsOf(a).some((script) => scripts.includes(script))
}

const isOneLetter = (word: string) => [...word].length === 1

/** Whether one of the two is a single letter and the other begins with it. */
export function initialMatches(a: string, b: string): boolean {
  return (isOneLetter(a) && b.startsWith(a)) || (isOneLetter(b) && a.startsWith(b))
}

/** `Müller` is also written `Mueller`. */
const digraphsFolded = (word: string) => word.replace(/([aou])e/gu, '$1')

/** How many letters two spellings of one name may differ in: `Elena`, `Olena`; `Mohammed`, `Muhammad`. */
const tolerance = (length: number) => (length >= 7 ? 2 : length >= 4 ? 1 : 0)

/** Shorter words begin or end too many others. */
const PART_LETTERS_MIN = 3

/** `Dan` in `Daniel`, `Hassan` in `Alhassan`, `حسن` in `الحسن`. */
function isPartOfWord(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  return short.length >= PART_LETTERS_MIN && (long.startsWith(short) || long.endsWith(short))
}

/** The first letter and the consonants behind it, doubled ones once: `Yusuf`, `Youssef`; `Muhammed`, `Mohamad`. */
const skeleton = (word: string) =>
  word.slice(0, 1) +
  word
    .slice(1)
    .replace(/[aeiouy]/gu, '')
    .replace(/(.)\1+/gu, '$1')

function soundsAlike(a: string, b: string): boolean {
  const bones = skeleton(a)
  return bones.length >= PART_LETTERS_MIN && bones === skeleton(b)
}

/** Whether two words may be spellings of the same name; in different scripts their letters tell nothing. */
export function nearlySame(a: string, b: string): boolean {
  if (digraphsFolded(a) === digraphsFolded(b)) return true
  if (isPartOfWord(a, b) || soundsAlike(a, b) || !shareScript(a, b)) return true
  const allowed = tolerance(Math.min(a.length, b.length))
  return Math.abs(a.length - b.length) <= allowed && editDistance(a, b) <= allowed
}

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
