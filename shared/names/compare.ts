// Do two names name the same person? Never more certain than the letters allow. Pure.
import {
  initialMatches,
  joinedForm,
  looseForm,
  nearlySame,
  shareScript,
  tokensOf,
} from './forms.ts'

/**
 * `exact`: the same words in the same order. `variant`: the same but for order, marks, punctuation or title.
 * `possible`: nothing contradicts it (a part, initials, one letter, another script). `different`: they contradict.
 */
export type NameMatch = 'exact' | 'variant' | 'possible' | 'different'

/** Two shared words in full are too many to call two names different: family names change, middle names go. */
const SHARED_WORDS_THAT_DOUBT = 2

const sorted = (words: readonly string[]) => [...words].sort().join(' ')

/** Pairs each word of the shorter name with a word of the longer one that it could stand for. */
function isPartOf(shorter: readonly string[], longer: readonly string[]): boolean {
  const left = [...longer]
  return shorter.every((word) => {
    const at = [
      left.indexOf(word),
      left.findIndex((other) => nearlySame(word, other)),
      left.findIndex((other) => initialMatches(word, other)),
    ].find((index) => index !== -1)
    if (at === undefined) return false
    left.splice(at, 1)
    return true
  })
}

/**
 * Compares two names of persons.
 *
 * An accusation ("this is somebody else's") needs two names in the same script that share too little; everything that
 * merely cannot be compared is `possible`. Order, diacritics, case, width, punctuation and forms of address never count.
 */
export function compareNames(a: string, b: string): NameMatch {
  const [wordsA, wordsB] = [tokensOf(a), tokensOf(b)]
  if (wordsA.length === 0 || wordsB.length === 0) return 'possible'
  if (wordsA.join(' ') === wordsB.join(' ')) return 'exact'
  const [looseA, looseB] = [looseForm(wordsA), looseForm(wordsB)]
  if (sorted(looseA) === sorted(looseB) || joinedForm(looseA) === joinedForm(looseB)) {
    return 'variant'
  }
  if (!shareScript(a, b)) return 'possible'
  const [shorter, longer] = looseA.length <= looseB.length ? [looseA, looseB] : [looseB, looseA]
  if (isPartOf(shorter, longer)) return 'possible'
  const shared = shorter.filter((word) => word.length > 1 && longer.includes(word))
  return shared.length >= SHARED_WORDS_THAT_DOUBT ? 'possible' : 'different'
}
