// Every locale that there is. Pure.
import { ar } from './ar.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import { hi } from './hi.ts'
import { type Locale, localeFor } from './locales.ts'
import { pt } from './pt.ts'
import type { Wording } from './wording.ts'

export { type Locale, localeFor } from './locales.ts'
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

export const WORDINGS = { en, fr, es, pt, ar, hi } as const satisfies Record<Locale, Wording>

/** The wording of the first language that there is one for, else English. */
export const wordingFor = (languages: readonly string[]): Wording => WORDINGS[localeFor(languages)]
