// Cyrillic letters in Latin ones, as the passports of several countries write them. Pure.
import type { Romanization } from './transliteration.ts'

type Letters = Readonly<Record<string, string>>

/** What every country writes alike, and otherwise the form that ICAO puts first. @see ICAO Doc 9303-3 §6 B */
const ICAO: Letters = {
  ...{ а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', е: 'e', ё: 'e', ж: 'zh', з: 'z', и: 'i', й: 'i' },
  ...{ к: 'k', л: 'l', м: 'm', н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f' },
  ...{ х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch', ъ: 'ie', ы: 'y', ь: '', э: 'e', ю: 'iu' },
  ...{ я: 'ia', ђ: 'd', ѓ: 'g', є: 'ie', ѕ: 'dz', і: 'i', ї: 'i', ј: 'j', љ: 'lj', њ: 'nj' },
  ...{ ћ: 'c', ќ: 'k', ў: 'u', џ: 'dz', ѫ: 'u', ѵ: 'y', ґ: 'g', ғ: 'g' },
}

const NATIONAL: readonly {
  readonly letters: Letters
  readonly rewrites?: Romanization['rewrites']
}[] = [
  { letters: {} },
  // Ukrainian: resolution 55 of 2010, which ICAO repeats; only the first letter of a word has the y.
  {
    letters: { г: 'h', и: 'y' },
    rewrites: [
      [/^є/u, 'ye'],
      [/^ї/u, 'yi'],
      [/^й/u, 'y'],
      [/^ю/u, 'yu'],
      [/^я/u, 'ya'],
      [/зг/gu, 'zgh'],
    ],
  },
  { letters: { г: 'h', ё: 'io' } },
  // Bulgarian: ICAO for щ; the Transliteration Act for the rest.
  { letters: { щ: 'sht' } },
  {
    letters: { щ: 'sht', ъ: 'a', ь: 'y', х: 'h', ю: 'yu', я: 'ya' },
    rewrites: [[/ия$/u, 'ia']],
  },
  // Serbian and Montenegrin have a Latin alphabet of their own, here without its marks.
  { letters: { ж: 'z', х: 'h', ц: 'c', ч: 'c', ш: 's' } },
  // Serbian as ICAO has it.
  { letters: { г: 'h', ж: 'z', х: 'h', ц: 'c', ч: 'c', ш: 's' } },
  { letters: { ѓ: 'gj', ќ: 'kj', х: 'h', ц: 'c', џ: 'dj' } },
  // Older Russian passports and most visas (BGN/PCGN, simplified).
  {
    letters: { ё: 'yo', й: 'y', ъ: '', ю: 'yu', я: 'ya' },
    rewrites: [
      [/ий$/u, 'y'],
      [/^е/u, 'ye'],
    ],
  },
  { letters: { й: 'y', ъ: '', ю: 'yu', я: 'ya' } },
]

export const CYRILLIC_SYSTEMS: readonly Romanization[] = NATIONAL.map(({ letters, rewrites }) => ({
  letters: new Map(Object.entries({ ...ICAO, ...letters })),
  ...(rewrites && { rewrites }),
}))
