// Every locale that there is. Pure.
import { en } from './en.ts'
import type { Wording } from './wording.ts'

export type {
  CheckWords,
  MarkWords,
  Outcome,
  PanelWords,
  ProfessionWords,
  VerdictWords,
  Wording,
} from './wording.ts'

export const WORDINGS = { en } as const satisfies Record<string, Wording>

export type Locale = keyof typeof WORDINGS

const isLocale = (code: string): code is Locale => Object.hasOwn(WORDINGS, code)

/** The first language that there is a wording for, else English. */
export const localeFor = (languages: readonly string[]): Locale =>
  languages.map((language) => language.slice(0, 2).toLowerCase()).find(isLocale) ?? 'en'

/** The wording of the first language that there is one for, else English. */
export const wordingFor = (languages: readonly string[]): Wording => WORDINGS[localeFor(languages)]
