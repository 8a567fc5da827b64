// Table operators. An attacker who can write it gives any role at an issuer to any operator.
import { operatorRoleSchema } from '../../shared/wire/operators.ts'

export const OPERATOR_ROLES = operatorRoleSchema.options
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
  /** One who works for this issuer now. */
  readonly findAtWork: (issuerSlug: string, id: string) => Promise<Operator | undefined>
  /** Names by id, of those who worked for this issuer once included. */
  readonly names: (
    issuerSlug: string,
    ids: readonly string[],
  ) => Promise<ReadonlyMap<string, string>>
  /** Those who work for an issuer now, the longest first. */
  readonly list: (issuerSlug: string) => Promise<readonly Operator[]>
  /** Statements that remove an operator, passkeys and sessions; they undo all where that is the last one of role admin. */
  readonly removals: (operator: Operator) => readonly D1PreparedStatement[]
}

export const toOperator = ({ id, issuer_slug, name, role }: OperatorRow): Operator => ({
  id,
  issuerSlug: issuer_slug,
  name,
  role,
})

export const createOperators = (db: D1Database, now: () => number): Operators => ({
  async find(id) {
    const row = await db
      .prepare('SELECT id, issuer_slug, name, role FROM operators WHERE id = ?1')
      .bind(id)
      .first<OperatorRow>()
    return row ? toOperator(row) : undefined
  },

  async findAtWork(issuerSlug, id) {
    const row = await db
      .prepare(
        `SELECT id, issuer_slug, name, role FROM operators
         WHERE id = ?1 AND issuer_slug = ?2 AND removed_at IS NULL`,
      )
      .bind(id, issuerSlug)
      .first<OperatorRow>()
    return row ? toOperator(row) : undefined
  },

  async names(issuerSlug, ids) {
    const { results } = await db
      .prepare(
        `SELECT id, name FROM operators
         WHERE issuer_slug = ?1 AND id IN (SELECT value FROM json_each(?2))`,
      )
      .bind(issuerSlug, JSON.stringify(ids))
      .all<Pick<OperatorRow, 'id' | 'name'>>()
    return new Map(results.map(({ id, name }) => [id, name]))
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

  removals: ({ id, issuerSlug }) => [
    db
      .prepare(
        `UPDATE operators SET removed_at = ?3, role = CASE WHEN role <> 'admin' OR EXISTS (
           SELECT 1 FROM operators AS others WHERE others.issuer_slug = ?2 AND others.id <> ?1
             AND others.role = 'admin' AND others.removed_at IS NULL
         ) THEN role END
         WHERE id = ?1 AND issuer_slug = ?2 AND removed_at IS NULL`,
      )
      .bind(id, issuerSlug, now()),
    db.prepare('DELETE FROM operator_sessions WHERE operator_id = ?1').bind(id),
    db.prepare('DELETE FROM passkeys WHERE operator_id = ?1').bind(id),
  ],
})
