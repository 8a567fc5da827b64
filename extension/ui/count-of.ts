// A number with its noun, in the form that the locale's grammar asks for. Uses Intl.PluralRules.
import type { Locale } from '../../shared/ui/wording/index.ts'

/** The plural categories that counts below a million can have; a locale without them does not compile. */
interface Categories extends Record<Locale, Intl.LDMLPluralRule> {
  en: 'one' | 'other'
  fr: 'one' | 'other'
  es: 'one' | 'other'
  pt: 'one' | 'other'
  ar: Intl.LDMLPluralRule
  hi: 'one' | 'other'
}

/**
 * Makes the writer of a counted noun.
 *
 * @param forms - the noun in each plural category of the locale; `#` stands for the number
 */
export function countOf<L extends Locale>(
  locale: L,
  forms: Readonly<Record<Categories[L] | 'other', string>>,
): (count: number) => string {
  const rules = new Intl.PluralRules(locale)
  const table: Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> = forms
  return (count) => (table[rules.select(count)] ?? forms.other).replace('#', String(count))
}
