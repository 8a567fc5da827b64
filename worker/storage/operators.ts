// Table operators. An attacker who can write it gives any role at an issuer to any operator.

export const OPERATOR_ROLES = ['proposer', 'approver', 'auditor', 'admin'] as const
export type OperatorRole = (typeof OPERATOR_ROLES)[number]

export interface Operator {
  readonly id: string
  readonly issuerSlug: string
  readonly name: string
  readonly role: OperatorRole
}

export interface OperatorRow {
  readonly id: string
  readonly issuer_slug: string
  readonly name: string
  readonly role: OperatorRole
}

export interface Operators {
  /** An operator by id, whoever was removed included: records name both. */
  readonly find: (id: string) => Promise<Operator | undefined>
  /** Those who work for an issuer now, the longest first. */
  readonly list: (issuerSlug: string) => Promise<readonly Operator[]>
}

export const toOperator = ({ id, issuer_slug, name, role }: OperatorRow): Operator => ({
  id,
  issuerSlug: issuer_slug,
  name,
  role,
})

export const createOperators = (db: D1Database): Operators => ({
  async find(id) {
    const row = await db
      .prepare('SELECT id, issuer_slug, name, role FROM operators WHERE id = ?1')
      .bind(id)
      .first<OperatorRow>()
    return row ? toOperator(row) : undefined
  },

  async list(issuerSlug) {
    const { results } = await db
      .prepare(
        `SELECT id, issuer_slug, name, role FROM operators
         WHERE issuer_slug = ?1 AND removed_at IS NULL ORDER BY created_at, id`,
      )
      .bind(issuerSlug)
      .all<OperatorRow>()
    return results.map(toOperator)
  },
})
