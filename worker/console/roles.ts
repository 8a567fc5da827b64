// Who may do what in the console. Pure.
import type { OperatorRole } from '../storage/operators.ts'

export const EVERY_ROLE: readonly OperatorRole[] = ['proposer', 'approver', 'auditor', 'admin']

/** Who may issue and change states. */
export const WRITING_ROLES: readonly OperatorRole[] = ['proposer', 'approver']

/** Who sees what was done alone, and who says that it was looked at. */
export const OVERRIDE_ROLES: readonly OperatorRole[] = ['approver', 'auditor', 'admin']
export const REVIEWING_ROLES: readonly OperatorRole[] = ['approver', 'auditor']

/** Who reads the audit log. */
export const AUDIT_ROLES: readonly OperatorRole[] = ['auditor', 'admin']

/** Who sees keys and what they signed; only admins end them. */
export const KEY_ROLES: readonly OperatorRole[] = ['approver', 'auditor', 'admin']

/** Who sees who works for the issuer. */
export const TEAM_ROLES: readonly OperatorRole[] = ['auditor', 'admin']
