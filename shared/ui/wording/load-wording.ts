// One language instead of six, for pages whose first load counts.
import type { Locale } from './locales.ts'
import type { Wording } from './wording.ts'

const LOADERS = {
  en: () => import('./en.ts').then(({ en }) => en),
  fr: () => import('./fr.ts').then(({ fr }) => fr),
  es: () => import('./es.ts').then(({ es }) => es),
  pt: () => import('./pt.ts').then(({ pt }) => pt),
  ar: () => import('./ar.ts').then(({ ar }) => ar),
  hi: () => import('./hi.ts').then(({ hi }) => hi),
} as const satisfies Record<Locale, () => Promise<Wording>>

export const loadWording = (locale: Locale): Promise<Wording> => LOADERS[locale]()
