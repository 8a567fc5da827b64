// What the console calls states, kinds and roles. Pure.
import { CREDENTIAL_TYPES } from '../../shared/credential-types/index.ts'
import type { CredentialState } from '../../shared/status/state-table.ts'
import type { OperatorRole } from '../storage/operators.ts'

export const STATE_WORDS: Readonly<Record<CredentialState, string>> = {
  active: 'In force',
  conditions: 'In force, with conditions',
  suspended: 'Suspended',
  lapsed: 'Lapsed',
  surrendered: 'Surrendered',
  revoked: 'Revoked',
}

export const ROLE_WORDS: Readonly<Record<OperatorRole, string>> = {
  proposer: 'proposer',
  approver: 'approver',
  auditor: 'auditor (reads only)',
  admin: 'admin',
}

const TITLES: ReadonlyMap<string, string> = new Map([
  ...Object.values(CREDENTIAL_TYPES).map(({ kind, title }) => [kind, title] as const),
  ['accreditation', 'Accreditation'],
  ['other', 'Another kind'],
])

/** What a kind of credential is called in lists and headings. */
export const kindInWords = (kind: string): string => TITLES.get(kind) ?? kind
