// Every locale that there is. Pure.
import { ar } from './ar.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import { hi } from './hi.ts'
import { pt } from './pt.ts'
import type { Wording } from './wording.ts'

export { nameInRightToLeft } from './name-in-sentence.ts'
export type {
  CheckWords,
  MarkWords,
  Outcome,
  PanelWords,
  ProfessionWords,
  VerdictWords,
  Wording,
} from './wording.ts'

export const WORDINGS = { en, fr, es, pt, ar, hi } as const satisfies Record<string, Wording>

export type Locale = keyof typeof WORDINGS

const isLocale = (code: string): code is Locale => Object.hasOwn(WORDINGS, code)

/** The first language that there is a wording for, whatever its region; else English. */
export const localeFor = (languages: readonly string[]): Locale =>
  languages.map((language) => language.toLowerCase().replace(/-.*/, '')).find(isLocale) ?? 'en'

/** The wording of the first language that there is one for, else English. */
export const wordingFor = (languages: readonly string[]): Wording => WORDINGS[localeFor(languages)]
