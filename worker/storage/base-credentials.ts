// Tables credentials and status_entries, read for many at once: what other credentials lean on. See credentials.ts for what an attacker gains.
import type { StatusPlace } from '../../shared/issue/credential-frame.ts'
import { type CredentialState, PUBLISHED_PURPOSES } from '../../shared/status/state-table.ts'
import { settleStatus } from './settle-status.ts'

export interface BaseCredential {
  readonly kind: string
  readonly state: CredentialState
  /** Where its own status is published, not that of its copies, in the order of the purposes' table. */
  readonly places: readonly StatusPlace[]
}

export interface BaseCredentials {
  /** Those of this issuer that are there, by id (UUID, without `urn:uuid:`). */
  readonly find: (
    issuerSlug: string,
    ids: readonly string[],
  ) => Promise<ReadonlyMap<string, BaseCredential>>
}

interface Row {
  readonly id: string
  readonly kind: string
  readonly state: CredentialState
  readonly purpose: StatusPlace['purpose'] | null
  readonly listUrl: string
  readonly index: number
}

export const createBaseCredentials = (db: D1Database, now: () => number): BaseCredentials => ({
  async find(issuerSlug, ids) {
    await settleStatus(db, now())
    const { results } = await db
      .prepare(
        `SELECT c.id, c.kind, c.state, e.purpose, e.list_url AS listUrl, e.list_index AS "index"
         FROM credentials c LEFT JOIN status_entries e ON e.credential_id = c.id AND e.copy = 0
         WHERE c.issuer_slug = ?1 AND c.id IN (SELECT value FROM json_each(?2))`,
      )
      .bind(issuerSlug, JSON.stringify([...new Set(ids)]))
      .all<Row>()
    const byId = Map.groupBy(results, ({ id }) => id)
    return new Map(
      [...byId].flatMap(([id, rows]) => rows.slice(0, 1).map((row) => [id, baseOf(row, rows)])),
    )
  },
})

const baseOf = ({ kind, state }: Row, rows: readonly Row[]): BaseCredential => ({
  kind,
  state,
  places: PUBLISHED_PURPOSES.flatMap((purpose) =>
    rows
      .filter((row) => row.purpose === purpose)
      .map(({ listUrl, index }) => ({ purpose, listUrl, index })),
  ),
})
