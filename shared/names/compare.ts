// Do two names name the same person? Never more certain than the letters allow. Pure.
import { type Agreement, agreementOf } from './agreement.ts'
import { bareWords, type FoldedName, foldName, type Word } from './forms.ts'
import { mayBeSameWord, type Spelling, toSpelling } from './likeness.ts'
import { canPairAll, ordersOf } from './pairing.ts'
import { scriptsOf, shareScript } from './scripts.ts'
import { arabicSounds, type Sounds, soundAlike, soundsOf } from './sounds.ts'
import { hasTable, romanizations } from './transliteration.ts'

/**
 * `exact`: the same words in the same order. `variant`: the same but for order, marks, punctuation, title, or the script
 * where a passport's table leads from one to the other. `possible`: nothing contradicts it (a part, initials, another
 * spelling, a script without a table); something else must be compared as well. `different`: they contradict.
 */
export type NameMatch = 'exact' | 'variant' | 'possible' | 'different'

interface Name extends FoldedName {
  readonly bare: readonly Word[]
  readonly scripts: readonly string[]
}

/** Two shared words in full are too many to call two names different: family names change, middle names go. */
const SHARED_WORDS_THAT_DOUBT = 2

const readName = (text: string): Name | undefined => {
  const folded = foldName(text)
  const bare = bareWords(folded?.words ?? [])
  return (
    folded && { ...folded, bare, scripts: scriptsOf(bare.map(({ letters }) => letters).join('')) }
  )
}

const sameWords = (a: readonly string[], b: readonly string[]) => a.join(' ') === b.join(' ')

/**
 * Compares two names of persons, in the script that they share before any other.
 *
 * An accusation ("this is somebody else's") needs letters that contradict; everything that merely cannot be compared is
 * `possible`. Order, diacritics, case, width, punctuation and forms of address never count. Marks that contradict one
 * another (`Hùng`, `Hưng`) and words of mixed alphabets are `possible` at best.
 */
export function compareNames(a: string, b: string): NameMatch {
  const [first, second] = [readName(a), readName(b)]
  if (first === undefined || second === undefined) return a === b ? 'exact' : 'possible'
  if (first.bare.length === 0 || second.bare.length === 0) return 'possible'
  if (sameWords(first.words, second.words) || sameWords(first.turkishWords, second.turkishWords)) {
    return 'exact'
  }
  return shareScript(first.scripts, second.scripts)
    ? compareInScript(first, second)
    : compareAcrossScripts(first, second)
}

const LATIN = ['Latin']

/** Whether the letters of two names can say anything about one another: a script in common, or a table between them. */
export function areComparable(a: string, b: string): boolean {
  const [first, second] = [scriptsOf(a), scriptsOf(b)]
  const [latin, other] = sameWords(first, LATIN) ? [first, second] : [second, first]
  return (
    shareScript(first, second) ||
    (sameWords(latin, LATIN) && other.length === 1 && other.every(hasTable))
  )
}

/** The words without their marks, and in Latin script the other forms that passports have for them. */
const readings = ({ bare, scripts }: Name): readonly (readonly Word[])[] => [
  bare,
  ...(sameWords(scripts, LATIN) ? romanizations(bare, 'Latin') : []),
]

function bestAgreement(
  a: readonly (readonly Word[])[],
  b: readonly (readonly Word[])[],
): Agreement {
  const found = a.flatMap((reading) => b.map((other) => agreementOf(reading, other)))
  return found.includes('same') ? 'same' : found.includes('marks') ? 'marks' : 'none'
}

const spellingsOf = (words: readonly Word[]): readonly Spelling[] =>
  words.map(({ plain }) => toSpelling(plain))

/** `Nur al-Din`, `Noureddine`: all consonants, wherever the words end. */
const soundsInAnyOrder = (words: readonly Word[]): readonly Sounds[] =>
  ordersOf(words.map(({ plain }) => plain).sort()).map((order) => soundsOf(order.join('')))

const isAnyAlike = (a: readonly Sounds[], b: readonly Sounds[]) =>
  a.some((sounds) => b.some((other) => soundAlike(sounds, other)))

function compareInScript(a: Name, b: Name): NameMatch {
  const agreement = bestAgreement(readings(a), readings(b))
  if (agreement !== 'none') return agreement === 'same' ? 'variant' : 'possible'
  const [spellingsA, spellingsB] = [spellingsOf(a.bare), spellingsOf(b.bare)]
  if (canPairAll(spellingsA, spellingsB, mayBeSameWord)) return 'possible'
  if (isAnyAlike(soundsInAnyOrder(a.bare), soundsInAnyOrder(b.bare))) return 'possible'
  const wordsB = new Set(spellingsB.map(({ text }) => text))
  const shared = new Set(spellingsA.filter(({ text, length }) => length > 1 && wordsB.has(text)))
  return shared.size >= SHARED_WORDS_THAT_DOUBT ? 'possible' : 'different'
}

/** One word may be a given name on one paper and a family name on the other, and of initials other scripts say little. */
const saysEnough = (words: readonly Word[]) =>
  words.length >= 2 && words.every(({ plain }) => [...plain].length >= 2)

/**
 * Only a table leads from script to script. Where none of the words can be the same by it, names are `different`; one that
 * can be is enough to doubt, for spellings are many.
 */
function compareAcrossScripts(a: Name, b: Name): NameMatch {
  const [latin, other] = sameWords(a.scripts, LATIN) ? [a, b] : [b, a]
  const [script = '', ...otherScripts] = other.scripts
  const isReadable = sameWords(latin.scripts, LATIN) && otherScripts.length === 0
  if (!isReadable || !hasTable(script)) return 'possible'
  const romanized = romanizations(other.bare, script)
  if (bestAgreement(readings(latin), romanized) !== 'none') return 'variant'
  const isLike = script === 'Arabic' ? soundsLikeArabic : isSpeltLike
  const isDoubtful = !saysEnough(latin.bare) || !saysEnough(other.bare)
  return isDoubtful || isLike(latin.bare, other.bare, romanized) ? 'possible' : 'different'
}

const isSpeltLike = (
  latin: readonly Word[],
  _other: readonly Word[],
  romanized: readonly (readonly Word[])[],
): boolean => {
  const spellings = spellingsOf(latin)
  return romanized.some((words) =>
    spellingsOf(words).some((word) => spellings.some((own) => mayBeSameWord(word, own))),
  )
}

const soundsLikeArabic = (latin: readonly Word[], arabic: readonly Word[]): boolean =>
  isAnyAlike(
    latin.map(({ plain }) => soundsOf(plain)),
    arabic.flatMap(({ plain }) => arabicSounds(plain)),
  ) ||
  isAnyAlike(
    soundsInAnyOrder(latin),
    ordersOf(arabic.map(({ plain }) => plain).sort()).flatMap((order) =>
      arabicSounds(order.join('')),
    ),
  )
