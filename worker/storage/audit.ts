// Table audit_entries: who did what in an issuer's name, chained by hashes. Its triggers refuse changes. An attacker who can
// change the schema too can write a whole new chain: it ends in another hash than the one that an auditor noted before.
import { formatDateTime } from '../../shared/encoding/time.ts'
import type { AuditDetail } from '../audit/actions.ts'
import { type AuditEntry, type AuditHead, EMPTY_LOG } from '../audit/chain.ts'

/** An entry that has no number and no hashes yet. */
export interface NewEntry extends Omit<AuditEntry, 'number' | 'at' | 'previous' | 'hash'> {
  /** Seconds since the Unix epoch. */
  readonly at: number
}

export interface AuditLog {
  /** The newest entry with a hash, and the first ones that were written behind it and have none. */
  readonly end: (
    issuerSlug: string,
    limit: number,
  ) => Promise<{
    readonly head: AuditHead
    readonly unsealed: readonly Omit<AuditEntry, 'previous' | 'hash'>[]
  }>
  /** A statement that appends an entry under the next number, dated not before the one it follows. */
  readonly insert: (entry: NewEntry) => D1PreparedStatement
  /** A statement that writes hashes of entries that have none. */
  readonly seal: (issuerSlug: string, entries: readonly AuditEntry[]) => D1PreparedStatement
  /** Runs statements in one transaction. */
  readonly write: (statements: readonly D1PreparedStatement[]) => Promise<D1Result[]>
  /** Entries after a number, oldest first. */
  readonly after: (issuerSlug: string, number: number, limit: number) => Promise<AuditEntry[]>
  /** Entries before a number, newest first; without one the newest. */
  readonly before: (
    issuerSlug: string,
    number: number | undefined,
    limit: number,
  ) => Promise<AuditEntry[]>
  readonly withNumbers: (issuerSlug: string, numbers: readonly number[]) => Promise<AuditEntry[]>
}

interface Row {
  readonly issuer_slug: string
  readonly number: number
  readonly at: number
  readonly actor: string
  readonly action: string
  readonly target: string | null
  readonly detail: string
  readonly previous_hash: string
  readonly hash: string
}

const COLUMNS = 'issuer_slug, number, at, actor, action, target, detail, previous_hash, hash'
/** What somebody spoilt must still be walked over, to be named. */
const READ_COLUMNS = COLUMNS.replace(
  'detail',
  "CASE WHEN json_valid(detail) THEN detail ELSE '{}' END AS detail",
)
/** What was written after the last seal belongs to nobody's view of the log yet. */
const LAST_SEALED = `coalesce((SELECT number FROM audit_entries
  WHERE issuer_slug = ?1 AND hash <> '' ORDER BY number DESC LIMIT 1), 0)`

const toEntry = (row: Row): AuditEntry => ({
  issuer: row.issuer_slug,
  number: row.number,
  at: formatDateTime(row.at),
  actor: row.actor,
  action: row.action,
  ...(row.target !== null && { target: row.target }),
  detail: JSON.parse(row.detail) as AuditDetail,
  previous: row.previous_hash,
  hash: row.hash,
})

const toUnsealed = (row: Row): Omit<AuditEntry, 'previous' | 'hash'> => {
  const { previous: _, hash: __, ...entry } = toEntry(row)
  return entry
}

export const createAuditLog = (db: D1Database): AuditLog => ({
  async end(issuerSlug, limit) {
    const [head, unsealed] = await db.batch<Row>([
      db
        .prepare(
          `SELECT ${READ_COLUMNS} FROM audit_entries WHERE issuer_slug = ?1 AND hash <> ''
           ORDER BY number DESC LIMIT 1`,
        )
        .bind(issuerSlug),
      db
        .prepare(
          `SELECT ${READ_COLUMNS} FROM audit_entries
           WHERE issuer_slug = ?1 AND hash = '' AND number > ${LAST_SEALED} ORDER BY number LIMIT ?2`,
        )
        .bind(issuerSlug, limit),
    ])
    const [last] = (head?.results ?? []).map(toEntry)
    return { head: last ?? EMPTY_LOG, unsealed: (unsealed?.results ?? []).map(toUnsealed) }
  },

  insert: ({ issuer, at, actor, action, target, detail }) =>
    db
      .prepare(
        `INSERT INTO audit_entries (${COLUMNS})
         SELECT ?1, coalesce(last.number, 0) + 1, max(?2, coalesce(last.at, 0)), ?3, ?4, ?5, ?6, '', ''
         FROM (SELECT 1) LEFT JOIN (SELECT number, at FROM audit_entries
           WHERE issuer_slug = ?1 ORDER BY number DESC LIMIT 1) AS last`,
      )
      .bind(issuer, at, actor, action, target ?? null, JSON.stringify(detail)),

  seal: (issuerSlug, entries) =>
    db
      .prepare(
        `UPDATE audit_entries SET previous_hash = s.value ->> 1, hash = s.value ->> 2
         FROM json_each(?2) AS s
         WHERE issuer_slug = ?1 AND number = s.value ->> 0 AND audit_entries.hash = ''`,
      )
      .bind(
        issuerSlug,
        JSON.stringify(entries.map(({ number, previous, hash }) => [number, previous, hash])),
      ),

  write: (statements) => db.batch([...statements]),

  async after(issuerSlug, number, limit) {
    const { results } = await db
      .prepare(
        `SELECT ${READ_COLUMNS} FROM audit_entries WHERE issuer_slug = ?1 AND number > ?2 AND number <= ${LAST_SEALED}
         ORDER BY number LIMIT ?3`,
      )
      .bind(issuerSlug, number, limit)
      .all<Row>()
    return results.map(toEntry)
  },

  async before(issuerSlug, number = Number.MAX_SAFE_INTEGER, limit) {
    const { results } = await db
      .prepare(
        `SELECT ${READ_COLUMNS} FROM audit_entries WHERE issuer_slug = ?1 AND number < ?2 AND number <= ${LAST_SEALED}
         ORDER BY number DESC LIMIT ?3`,
      )
      .bind(issuerSlug, number, limit)
      .all<Row>()
    return results.map(toEntry)
  },

  async withNumbers(issuerSlug, numbers) {
    const { results } = await db
      .prepare(
        `SELECT ${READ_COLUMNS} FROM audit_entries
         WHERE issuer_slug = ?1 AND number IN (SELECT value FROM json_each(?2)) AND number <= ${LAST_SEALED}
         ORDER BY number`,
      )
      .bind(issuerSlug, JSON.stringify(numbers))
      .all<Row>()
    return results.map(toEntry)
  },
})
