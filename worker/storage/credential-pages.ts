// Reads pages out of table credentials; writes nothing. An attacker who can write the table can hide or invent issuance.
import type { CredentialState } from '../../shared/status/state-table.ts'
import type { IssuedCredential } from './credentials.ts'
import { settleStatus } from './settle-status.ts'

export interface ListedCredential extends IssuedCredential {
  /** Seconds since the Unix epoch. */
  readonly issuedAt: number
}

export interface CredentialFilter {
  readonly state?: CredentialState
  readonly kind?: string
}

interface CredentialPage {
  readonly credentials: readonly ListedCredential[]
  /** The id after which the next page begins; undefined on the last one. */
  readonly next: string | undefined
}

export interface CredentialPages {
  /** One credential of this issuer, by its UUID. */
  readonly find: (issuerSlug: string, id: string) => Promise<ListedCredential | undefined>
  /**
   * Credentials of one issuer, newest first, those behind `after` alone. It costs the same at a hundred as at a million: every
   * filter has an index. An id that is not of this issuer answers an empty page.
   *
   * @param after - the UUID of the last credential that was seen
   * @param count - how many at most
   */
  readonly read: (
    issuerSlug: string,
    filter: CredentialFilter,
    after: string | undefined,
    count: number,
  ) => Promise<CredentialPage>
}

interface Row {
  readonly id: string
  readonly kind: string
  readonly format: string
  readonly state: CredentialState
  readonly issued_at: number
}

interface Place {
  readonly id: string
  readonly issued_at: number
}

type Condition = readonly [sql: string, values: readonly (string | number)[]]

/** The index of what is not in force is a partial one: the query must say so in words. */
const conditionOnState = (state: CredentialState): Condition =>
  state === 'active' ? ['+state = ?', [state]] : ["state = ? AND state <> 'active'", [state]]

/** The statement for a combination of filters, but for its limit, with its values in order. */
export function credentialPageQuery(
  issuerSlug: string,
  { state, kind }: CredentialFilter,
  after: Place | undefined,
): { readonly sql: string; readonly values: readonly (string | number)[] } {
  const conditions: readonly Condition[] = [
    ['issuer_slug = ?', [issuerSlug]],
    ...(state === undefined ? [] : [conditionOnState(state)]),
    ...(kind === undefined ? [] : [['kind = ?', [kind]] as const]),
    // Two values, not a subquery: SQLite would use half of it for its search.
    ...(after === undefined
      ? []
      : [['(issued_at, id) < (?, ?)', [after.issued_at, after.id]] as const]),
  ]
  return {
    sql: `SELECT id, kind, format, state, issued_at FROM credentials
          WHERE ${conditions.map(([sql]) => sql).join(' AND ')}
          ORDER BY issued_at DESC, id DESC LIMIT ?`,
    values: conditions.flatMap(([, values]) => values),
  }
}

const toListed = (issuerSlug: string, { issued_at: issuedAt, ...row }: Row): ListedCredential => ({
  ...row,
  issuerSlug,
  issuedAt,
})

export const createCredentialPages = (db: D1Database, now: () => number): CredentialPages => ({
  async find(issuerSlug, id) {
    await settleStatus(db, now())
    const row = await db
      .prepare(
        `SELECT id, kind, format, state, issued_at FROM credentials
         WHERE id = ?1 AND issuer_slug = ?2`,
      )
      .bind(id, issuerSlug)
      .first<Row>()
    return row ? toListed(issuerSlug, row) : undefined
  },

  async read(issuerSlug, filter, after, count) {
    await settleStatus(db, now())
    const place = after === undefined ? undefined : await findPlace(db, issuerSlug, after)
    if (place === null) return { credentials: [], next: undefined }
    const { sql, values } = credentialPageQuery(issuerSlug, filter, place)
    // One more than is shown tells whether there is another page.
    const { results } = await db
      .prepare(sql)
      .bind(...values, count + 1)
      .all<Row>()
    const shown = results.slice(0, count)
    return {
      credentials: shown.map((row) => toListed(issuerSlug, row)),
      next: results.length > count ? shown.at(-1)?.id : undefined,
    }
  },
})

const findPlace = (db: D1Database, issuerSlug: string, id: string): Promise<Place | null> =>
  db
    .prepare('SELECT id, issued_at FROM credentials WHERE id = ?1 AND issuer_slug = ?2')
    .bind(id, issuerSlug)
    .first<Place>()
