// Table audit_entries: who did what in an issuer's name, chained by hashes. Its triggers refuse changes. An attacker who can
// change the schema too can write a whole new chain: it ends in another hash than the one that an auditor noted before.
import { formatDateTime, parseDateTime } from '../../shared/encoding/time.ts'
import type { AuditDetail } from '../audit/actions.ts'
import { type AuditEntry, type AuditHead, EMPTY_LOG } from '../audit/chain.ts'

export interface AuditLog {
  /** The newest entry's number, hash and time. */
  readonly head: (issuerSlug: string) => Promise<AuditHead & { readonly at?: string }>
  /** A statement that appends an entry; it fails as a whole where the number is taken. */
  readonly insert: (entry: AuditEntry) => D1PreparedStatement
  /** Runs statements in one transaction; undefined where the number of its entry was taken. */
  readonly write: (
    statements: readonly D1PreparedStatement[],
  ) => Promise<readonly D1Result[] | undefined>
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
const NUMBER_TAKEN = 'The number of this audit entry is taken'

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

export const createAuditLog = (db: D1Database): AuditLog => ({
  async head(issuerSlug) {
    const row = await db
      .prepare(
        'SELECT number, hash, at FROM audit_entries WHERE issuer_slug = ?1 ORDER BY number DESC LIMIT 1',
      )
      .bind(issuerSlug)
      .first<{ number: number; hash: string; at: number }>()
    return row ? { ...row, at: formatDateTime(row.at) } : EMPTY_LOG
  },

  insert: ({ issuer, number, at, actor, action, target, detail, previous, hash }) =>
    db
      .prepare(`INSERT INTO audit_entries (${COLUMNS}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)`)
      .bind(
        issuer,
        number,
        parseDateTime(at),
        actor,
        action,
        target ?? null,
        JSON.stringify(detail),
        previous,
        hash,
      ),

  async write(statements) {
    try {
      return await db.batch([...statements])
    } catch (error) {
      if (error instanceof Error && error.message.includes(NUMBER_TAKEN)) return undefined
      throw error
    }
  },

  async after(issuerSlug, number, limit) {
    const { results } = await db
      .prepare(
        `SELECT ${READ_COLUMNS} FROM audit_entries WHERE issuer_slug = ?1 AND number > ?2
         ORDER BY number LIMIT ?3`,
      )
      .bind(issuerSlug, number, limit)
      .all<Row>()
    return results.map(toEntry)
  },

  async before(issuerSlug, number = Number.MAX_SAFE_INTEGER, limit) {
    const { results } = await db
      .prepare(
        `SELECT ${READ_COLUMNS} FROM audit_entries WHERE issuer_slug = ?1 AND number < ?2
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
         WHERE issuer_slug = ?1 AND number IN (SELECT value FROM json_each(?2)) ORDER BY number`,
      )
      .bind(issuerSlug, JSON.stringify(numbers))
      .all<Row>()
    return results.map(toEntry)
  },
})
