// Which scripts names are written in, and words that mix what nobody mixes. Pure.

export type Script = 'Latin' | 'Cyrillic' | 'Greek' | 'Arabic' | 'other'

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

/** The scripts that the letters of a text belong to; `other` where we know none of them. */
export function scriptsOf(text: string): readonly string[] {
  const found = SCRIPTS.filter(({ pattern }) => pattern.test(text)).map(({ name }) => name)
  return found.length === 0 ? ['other'] : found
}

/** Whether any letters of two texts could be compared at all. */
export function shareScript(a: readonly string[], b: readonly string[]): boolean {
  return a.some((script) => b.includes(script))
}

/** Letters of other alphabets that look like Latin ones, in lower case. */
const LOOKALIKES: ReadonlyMap<string, string> = new Map([
  ...Object.entries({ а: 'a', в: 'b', е: 'e', ё: 'e', һ: 'h', і: 'i', ї: 'i', ј: 'j', к: 'k' }),
  ...Object.entries({ м: 'm', н: 'h', о: 'o', р: 'p', ѕ: 's', с: 'c', т: 't', у: 'y', х: 'x' }),
  ...Object.entries({ α: 'a', β: 'b', ε: 'e', η: 'n', ι: 'i', κ: 'k', ν: 'v', ο: 'o', ρ: 'p' }),
  ...Object.entries({ τ: 't', υ: 'u', χ: 'x', ԁ: 'd', ԛ: 'q', ԝ: 'w', ɑ: 'a', ɡ: 'g' }),
])

const ALPHABETS = ['Latin', 'Cyrillic', 'Greek']

/**
 * A word as the eye reads it where it mixes alphabets, as `Аmina` with a Cyrillic А does; the word itself otherwise.
 *
 * A slip of the keyboard and an attempt to deceive look the same, so that such a word makes a name `possible` at best.
 */
export function asItLooks(word: string): string {
  const mixed = scriptsOf(word).filter((script) => ALPHABETS.includes(script)).length > 1
  return mixed ? Array.from(word, (letter) => LOOKALIKES.get(letter) ?? letter).join('') : word
}
