// One line for a person's name. Pure.
import type { IssueCredential } from '../wire/issue-credential.ts'

/** The name itself, or the first of its forms. */
export const displayName = (name: IssueCredential['subject']['name']): string =>
  typeof name === 'string' ? name : (name[0]?.value ?? '')
