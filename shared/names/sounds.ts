// The consonants of a word, by what they may sound like: all that the spellings of one name have in common. Pure.
import { ARABIC_SOUNDS } from './arabic.ts'

/** Sounds of a word in their order, each with the characters of all that it may be; `V` is a vowel in front. */
export type Sounds = readonly string[]

/** What Latin letters may sound like in the names of several languages; `š`: sh, `θ`: th, `x`: kh. */
const LATIN_SOUNDS: Readonly<Record<string, string>> = {
  ...{ b: 'b', c: 'kcs', ch: 'škxc', ck: 'k', d: 'd', dh: 'dzθ', dj: 'j', dz: 'dz', f: 'f' },
  ...{ g: 'gkj', gh: 'gr', h: 'h', j: 'jy', k: 'k', kh: 'kxh', l: 'l', m: 'm', n: 'n', p: 'p' },
  ...{ ph: 'f', q: 'qkg', r: 'r', s: 's', sch: 'š', sh: 'š', t: 't', tch: 'šc', th: 'tsdzθ' },
  ...{ ts: 'tsc', tsch: 'šc', tz: 'tsc', v: 'v', y: 'yj', z: 'zd', zh: 'zjš' },
}

const LATIN_UNIT = /tsch|sch|tch|ch|ck|dh|dj|dz|gh|kh|ph|sh|th|ts|tz|zh|\p{L}/gu
const VOWELS = 'aeiouw'
/** Hebrew and Arabic letters that are written or left out for a vowel. */
const MATRES = /(?<=.)[אויاوي]/gu
/** The article inside `Abdelkader`, which `Abd Kader` has not. */
const INNER_ARTICLE = /(abd|عبد)(?:ou?l|[aeiu]l|ال)/gu

const latinSounds = (word: string): Sounds => {
  const letters = word
    .replace(INNER_ARTICLE, '$1')
    .replaceAll('x', 'ks')
    .replace(/(.)\1+/gu, '$1')
    .replace(/(?<=.)h$/u, '')
    .replace(/(?<=.)y/gu, 'i')
  return Array.from(letters.matchAll(LATIN_UNIT), ([unit], at) => {
    const isVowel = VOWELS.includes(unit)
    if (isVowel) return at === 0 ? 'V' : ''
    return LATIN_SOUNDS[unit] ?? unit
  })
    .map((sound, at, all) => (at > 0 && at === all.length - 1 && sound === 't' ? 'td' : sound))
    .filter((sound) => sound !== '')
}

/** The consonants of a plain word. */
export const soundsOf = (plain: string): Sounds =>
  /^[a-z]+$/u.test(plain)
    ? latinSounds(plain)
    : [...plain.replace(MATRES, '').replace(/(.)\1+/gu, '$1')]

const INITIALS: Readonly<Record<string, string>> = { ي: 'yjV', و: 'V', ا: 'V', ع: 'V' }

/**
 * The consonants of a plain Arabic word as Latin spellings may have them: with its article or without, and with the h at its
 * end or without.
 */
export function arabicSounds(plain: string): readonly Sounds[] {
  const whole = plain.replace(INNER_ARTICLE, '$1')
  const stems = [whole, whole.replace(/^ال(?=..)/u, '')]
  return stems
    .flatMap((stem) => [stem, stem.replace(/(?<=.)ه$/u, '')])
    .map((stem) =>
      Array.from(stem.replace(/(.)\1+/gu, '$1'), (letter, at) =>
        at === 0 ? (INITIALS[letter] ?? ARABIC_SOUNDS.get(letter)) : ARABIC_SOUNDS.get(letter),
      ).filter((sound) => sound !== undefined),
    )
}

const alike = (a: string, b: string) => [...a].some((sound) => b.includes(sound))

/** Whether two words have the same consonants, as far as spellings tell. */
export const soundAlike = (a: Sounds, b: Sounds): boolean =>
  a.length > 0 && a.length === b.length && a.every((sound, at) => alike(sound, b[at] ?? ''))
