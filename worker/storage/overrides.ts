// Table overrides: what one approver did at once although four eyes are asked for, and who looked at it afterwards. No claims.
// An attacker who can write it can hide that somebody acted alone.
import type { CredentialState } from '../../shared/status/state-table.ts'
import type { OverrideReasonCode } from '../../shared/wire/proposals.ts'

export interface Override {
  readonly id: string
  /** UUID, without `urn:uuid:`. */
  readonly credentialId: string
  readonly state: CredentialState
  readonly reasonCode: OverrideReasonCode
  /** @see nameOfActor */
  readonly madeBy: string
  /** Unix seconds. */
  readonly madeAt: number
  readonly reviewedBy?: string
  readonly reviewedAt?: number
}

export interface Overrides {
  readonly insert: (
    issuerSlug: string,
    override: Omit<Override, 'madeAt' | 'reviewedBy' | 'reviewedAt'>,
  ) => D1PreparedStatement
  readonly find: (issuerSlug: string, id: string) => Promise<Override | undefined>
  /** Newest first. @param after - the last override of the page before */
  readonly list: (
    issuerSlug: string,
    limit: number,
    after?: Pick<Override, 'madeAt' | 'id'>,
  ) => Promise<readonly Override[]>
  /** Says who looked at it; what was reviewed before stays as it is. */
  readonly review: (id: string, reviewedBy: string) => D1PreparedStatement
}

interface Row {
  readonly id: string
  readonly credential_id: string
  readonly state: CredentialState
  readonly reason_code: OverrideReasonCode
  readonly made_by: string
  readonly made_at: number
  readonly reviewed_by: string | null
  readonly reviewed_at: number | null
}

const toOverride = (row: Row): Override => ({
  id: row.id,
  credentialId: row.credential_id,
  state: row.state,
  reasonCode: row.reason_code,
  madeBy: row.made_by,
  madeAt: row.made_at,
  ...(row.reviewed_by !== null &&
    row.reviewed_at !== null && { reviewedBy: row.reviewed_by, reviewedAt: row.reviewed_at }),
})

export const createOverrides = (db: D1Database, now: () => number): Overrides => ({
  insert: (issuerSlug, { id, credentialId, state, reasonCode, madeBy }) =>
    db
      .prepare(
        `INSERT INTO overrides (id, issuer_slug, credential_id, state, reason_code, made_by, made_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)`,
      )
      .bind(id, issuerSlug, credentialId, state, reasonCode, madeBy, now()),

  async find(issuerSlug, id) {
    const row = await db
      .prepare('SELECT * FROM overrides WHERE id = ?1 AND issuer_slug = ?2')
      .bind(id, issuerSlug)
      .first<Row>()
    return row ? toOverride(row) : undefined
  },

  async list(issuerSlug, limit, after) {
    const { results } = await db
      .prepare(
        `SELECT * FROM overrides WHERE issuer_slug = ?1 AND (made_at, id) < (?2, ?3)
         ORDER BY made_at DESC, id DESC LIMIT ?4`,
      )
      .bind(issuerSlug, after?.madeAt ?? Number.MAX_SAFE_INTEGER, after?.id ?? '', limit)
      .all<Row>()
    return results.map(toOverride)
  },

  review: (id, reviewedBy) =>
    db
      .prepare(
        `UPDATE overrides SET reviewed_by = ?1, reviewed_at = ?2
         WHERE id = ?3 AND reviewed_by IS NULL`,
      )
      .bind(reviewedBy, now(), id),
})
