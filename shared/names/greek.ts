// Greek letters in Latin ones, as Greek and Cypriot passports write them. Pure.
import type { Romanization } from './transliteration.ts'

const LETTERS = {
  ...{ α: 'a', ά: 'a', β: 'v', γ: 'g', δ: 'd', ε: 'e', έ: 'e', ζ: 'z', η: 'i', ή: 'i', θ: 'th' },
  ...{ ι: 'i', ί: 'i', ϊ: 'i', ΐ: 'i', κ: 'k', λ: 'l', μ: 'm', ν: 'n', ξ: 'x', ο: 'o', ό: 'o' },
  ...{ π: 'p', ρ: 'r', σ: 's', τ: 't', υ: 'y', ύ: 'y', ϋ: 'y', ΰ: 'y', φ: 'f', χ: 'ch', ψ: 'ps' },
  ...{ ω: 'o', ώ: 'o' },
}

/** Before a vowel or a voiced consonant, αυ is av; otherwise af. */
const VOICED = '(?=[αάεέηήιίοόυύωώβγδζλμνρ])'

/** @see ELOT 743, ISO 843 type 2 */
export const GREEK_SYSTEMS: readonly Romanization[] = [
  {
    rewrites: [
      [/ο[υύ]/gu, 'ou'],
      [new RegExp(`([αεη])[υύ]${VOICED}`, 'gu'), '$1v'],
      [/([αεη])[υύ]/gu, '$1f'],
      [/γγ/gu, 'ng'],
      [/γξ/gu, 'nx'],
      [/γχ/gu, 'nch'],
      [/^μπ/u, 'b'],
    ],
    letters: new Map(Object.entries(LETTERS)),
  },
]
