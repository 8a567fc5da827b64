// What a credential is called in the reader's language. Pure.
import { UNREADABLE } from '../summary.ts'
import type { CredentialSummary } from '../verification-result.ts'
import type { Wording } from './wording/index.ts'

/** The name that the credential gives itself, or the locale's words: for one that has none, and for a presentation. */
export function credentialName({ kind, name }: CredentialSummary, wording: Wording): string {
  if (kind === 'presentation') return wording.panel.kinds.presentation
  return name === UNREADABLE.name ? wording.mark.unreadable : name
}
