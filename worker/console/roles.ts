// Who may do what in the console. Pure.
import type { OperatorRole } from '../storage/operators.ts'

export const EVERY_ROLE: readonly OperatorRole[] = ['proposer', 'approver', 'auditor', 'admin']

/** Who may issue and change states. */
export const WRITING_ROLES: readonly OperatorRole[] = ['proposer', 'approver']
