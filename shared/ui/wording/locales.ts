// Which languages there are, and who gets which. Pure: what is said in them is loaded by whoever says it.

export const LOCALES = ['en', 'fr', 'es', 'pt', 'ar', 'hi'] as const
export type Locale = (typeof LOCALES)[number]

const isLocale = (code: string): code is Locale => LOCALES.some((locale) => locale === code)

/** The first language that there is a wording for, whatever its region; else English. */
export const localeFor = (languages: readonly string[]): Locale =>
  languages.map((language) => language.toLowerCase().replace(/-.*/, '')).find(isLocale) ?? 'en'
