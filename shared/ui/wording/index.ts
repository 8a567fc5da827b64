// Every locale that there is. Pure.
import { en } from './en.ts'
import type { Wording } from './wording.ts'

export type {
  CheckWords,
  MarkWords,
  Outcome,
  PanelWords,
  VerdictWords,
  Wording,
} from './wording.ts'

export const WORDINGS = { en } as const satisfies Record<string, Wording>

export type Locale = keyof typeof WORDINGS

/** The wording of the first language that there is one for, else English. */
export function wordingFor(languages: readonly string[]): Wording {
  const known: ReadonlyMap<string, Wording> = new Map(Object.entries(WORDINGS))
  for (const language of languages) {
    const wording = known.get(language.slice(0, 2).toLowerCase())
    if (wording !== undefined) return wording
  }
  return en
}
