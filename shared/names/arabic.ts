// Arabic letters in Latin ones: the reversible table of passports, and the consonants that any spelling keeps. Pure.
import type { Romanization } from './transliteration.ts'

const LETTERS = {
  ...{ ء: 'xe', آ: 'xaa', أ: 'xae', ؤ: 'u', إ: 'i', ئ: 'xi', ا: 'a', ب: 'b', ة: 'xta', ت: 't' },
  ...{ ث: 'xth', ج: 'j', ح: 'xh', خ: 'xkh', د: 'd', ذ: 'xdh', ر: 'r', ز: 'z', س: 's', ش: 'xsh' },
  ...{ ص: 'xss', ض: 'xdz', ط: 'xtt', ظ: 'xzz', ع: 'e', غ: 'g', ف: 'f', ق: 'q', ك: 'k', ل: 'l' },
  ...{ م: 'm', ن: 'n', ه: 'h', و: 'w', ى: 'xay', ي: 'y', ٱ: 'xxa', ٹ: 'xxt', ټ: 'xrt', پ: 'p' },
  ...{ ځ: 'xke', څ: 'xxh', چ: 'xc', ڈ: 'xxd', ډ: 'xdr', ڑ: 'xxr', ړ: 'xrr', ږ: 'xrx', ژ: 'xj' },
  ...{ ښ: 'xxs', ک: 'xkk', ګ: 'xxk', ڭ: 'xng', گ: 'xgg', ں: 'xnn', ڼ: 'xxn', ھ: 'xdo', ۀ: 'xyh' },
  ...{ ہ: 'xxg', ۂ: 'xge', ۃ: 'xtg', ی: 'xya', ۍ: 'xxy', ې: 'y', ے: 'xyb', ۓ: 'xbe' },
}

/** Vowel signs are not encoded; the shadda doubles its letter. @see ICAO Doc 9303-3 §6 C */
export const ARABIC_SYSTEMS: readonly Romanization[] = [
  {
    rewrites: [
      [/(.)[\u064b-\u0650]?\u0651/gu, '$1$1'],
      [/[\u0640\u064b-\u0650\u0652\u0670]/gu, ''],
      [/ة$/u, 'xah'],
    ],
    letters: new Map(Object.entries(LETTERS)),
  },
]

/**
 * What a letter may sound like in a Latin spelling, one character for each sound (see `sounds.ts`). Letters that only carry
 * vowels sound like nothing, but for the first of a word.
 */
export const ARABIC_SOUNDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ ب: 'bp', پ: 'p', ت: 't', ٹ: 't', ث: 'tsθ', ج: 'jg', ح: 'hx', خ: 'xkh', د: 'dt', ڈ: 'd' },
    ...{ ذ: 'dzθ', ر: 'r', ڑ: 'rd', ز: 'zs', ژ: 'jz', س: 'sz', ش: 'š', ص: 's', ض: 'dzθ', ط: 't' },
    ...{ ظ: 'dzθ', غ: 'gr', ف: 'fvp', ق: 'qkg', ك: 'kgq', گ: 'gk', ل: 'l', م: 'm', ن: 'n', ں: 'n' },
    ...{ ه: 'h', چ: 'šc' },
  }),
)
