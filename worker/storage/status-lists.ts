// Tables status_lists, signed_status_lists and status_list_signings: which lists there are, what they hold, their newest signed
// forms and who signs the next. An attacker who can write them can keep an older signed list in use until it ends, for 24 hours at most.
import type { StatusListKind } from '../../shared/index.ts'
import type { PlacedState } from '../../shared/status/published-values.ts'
import type { PublishedPurpose } from '../../shared/status/state-table.ts'
import { settleStatus, stateAtSql } from './settle-status.ts'

export interface StatusListRow {
  readonly url: string
  readonly issuerSlug: string
  readonly purpose: PublishedPurpose
  /** Seconds since the Unix epoch since when it speaks. */
  readonly openedAtSeconds: number
  /** Counts changes; a signed form is current where it was made from this revision. */
  readonly revision: number
}

export interface SignedStatusList {
  readonly text: string
  readonly revision: number
  readonly atSeconds: number
  /** No answer from then on, seconds since the Unix epoch. */
  readonly untilSeconds: number
  /** In which its signing was claimed. */
  readonly second: number
}

interface NewStatusList {
  readonly url: string
  readonly issuerSlug: string
  readonly purpose: PublishedPurpose
  readonly number: number
}

export interface StatusLists {
  readonly find: (url: string) => Promise<StatusListRow | undefined>
  /** The newest list of an issuer for a purpose and how many of its indices are given out. */
  readonly newest: (
    issuerSlug: string,
    purpose: PublishedPurpose,
  ) => Promise<{ url: string; number: number; used: number } | undefined>
  /** Does nothing where the list exists. */
  readonly open: (list: NewStatusList) => Promise<void>
  /** Those of the candidates that are given out already. */
  readonly usedAmong: (url: string, indices: readonly number[]) => Promise<readonly number[]>
  /** The places of a list whose credentials are not in the state of a new one. */
  readonly placedStates: (list: StatusListRow) => Promise<readonly PlacedState[]>
  /** As they were at a moment, by what is known today: changes count that took effect up to and with that second. */
  readonly placedStatesAt: (url: string, atSeconds: number) => Promise<readonly PlacedState[]>
  readonly signed: (url: string, kind: StatusListKind) => Promise<SignedStatusList | undefined>
  /** A statement after which every list of an issuer is signed anew. */
  readonly renewAll: (issuerSlug: string) => D1PreparedStatement
  readonly saveSigned: (
    url: string,
    kind: StatusListKind,
    signed: SignedStatusList,
  ) => Promise<void>
  /** True for the first who asks in a second: nobody else signs this list then. */
  readonly claimSigning: (url: string, kind: StatusListKind, second: number) => Promise<boolean>
  /** When the next scheduled change of a credential on the list takes effect. */
  readonly nextChange: (url: string) => Promise<number | undefined>
}

type Row = Omit<StatusListRow, 'url'> & { readonly hasDue: number }

export const createStatusLists = (db: D1Database, now: () => number): StatusLists => ({
  renewAll: (issuerSlug) =>
    db
      .prepare('UPDATE status_lists SET revision = revision + 1 WHERE issuer_slug = ?1')
      .bind(issuerSlug),

  async find(url) {
    const row = await db
      .prepare(
        `SELECT issuer_slug AS issuerSlug, purpose, revision, opened_at AS openedAtSeconds, EXISTS (
           SELECT 1 FROM status_changes WHERE pending = 1 AND effective_at <= ?2) AS hasDue
         FROM status_lists WHERE url = ?1`,
      )
      .bind(url, now())
      .first<Row>()
    if (!row) return undefined
    const { hasDue, ...list } = row
    if (hasDue === 0) return { url, ...list }
    await settleStatus(db, now())
    return this.find(url)
  },

  async newest(issuerSlug, purpose) {
    const row = await db
      .prepare(
        `SELECT url, number, used FROM status_lists
         WHERE issuer_slug = ?1 AND purpose = ?2 ORDER BY number DESC LIMIT 1`,
      )
      .bind(issuerSlug, purpose)
      .first<{ url: string; number: number; used: number }>()
    return row ?? undefined
  },

  async open({ url, issuerSlug, purpose, number }) {
    await db
      .prepare(
        `INSERT INTO status_lists (url, issuer_slug, purpose, number, opened_at)
         VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO NOTHING`,
      )
      .bind(url, issuerSlug, purpose, number, now())
      .run()
  },

  async usedAmong(url, indices) {
    const { results } = await db
      .prepare(
        `SELECT list_index FROM status_entries
         WHERE list_url = ?1 AND list_index IN (SELECT value FROM json_each(?2))`,
      )
      .bind(url, JSON.stringify(indices))
      .all<{ list_index: number }>()
    return results.map((row) => row.list_index)
  },

  async placedStates({ url, issuerSlug }) {
    const { results } = await db
      .prepare(
        `SELECT e.list_index AS "index", c.state FROM credentials c
         JOIN status_entries e ON e.credential_id = c.id
         WHERE c.issuer_slug = ?1 AND c.state <> 'active' AND e.list_url = ?2 AND e.withdrawn_at IS NULL
         UNION ALL SELECT list_index, 'revoked' FROM status_entries
         WHERE list_url = ?2 AND withdrawn_at IS NOT NULL`,
      )
      .bind(issuerSlug, url)
      .all<PlacedState>()
    return results
  },

  async placedStatesAt(url, atSeconds) {
    const { results } = await db
      .prepare(
        `SELECT e.list_index AS "index", CASE WHEN e.withdrawn_at <= ?2 THEN 'revoked'
           ELSE ${stateAtSql('e.credential_id', '?2')} END AS state
         FROM status_entries e WHERE e.list_url = ?1 AND (e.withdrawn_at <= ?2 OR EXISTS (
           SELECT 1 FROM status_changes WHERE credential_id = e.credential_id))`,
      )
      .bind(url, atSeconds)
      .all<PlacedState>()
    return results
  },

  async signed(url, kind) {
    const row = await db
      .prepare(
        `SELECT text, revision, signed_at AS atSeconds, until_at AS untilSeconds,
           claimed_at AS second FROM signed_status_lists
         WHERE list_url = ?1 AND kind = ?2`,
      )
      .bind(url, kind)
      .first<SignedStatusList>()
    return row ?? undefined
  },

  async saveSigned(url, kind, { revision, atSeconds, text, untilSeconds, second }) {
    // A slower writer must not put an older state over a newer one.
    await db
      .prepare(
        `INSERT INTO signed_status_lists (list_url, kind, revision, signed_at, text, until_at, claimed_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
         ON CONFLICT (list_url, kind)
         DO UPDATE SET revision = ?3, signed_at = ?4, text = ?5, until_at = ?6, claimed_at = ?7
         WHERE revision <= ?3`,
      )
      .bind(url, kind, revision, atSeconds, text, untilSeconds, second)
      .run()
  },

  async claimSigning(url, kind, second) {
    const { meta } = await db
      .prepare(
        `INSERT INTO status_list_signings (list_url, kind, claimed_at) VALUES (?1, ?2, ?3)
         ON CONFLICT (list_url, kind) DO UPDATE SET claimed_at = ?3 WHERE claimed_at < ?3`,
      )
      .bind(url, kind, second)
      .run()
    return meta.changes > 0
  },

  async nextChange(url) {
    const row = await db
      .prepare(
        `SELECT min(h.effective_at) AS at
         FROM status_changes h INDEXED BY status_changes_pending
         JOIN status_entries e ON e.credential_id = h.credential_id
         WHERE h.pending = 1 AND e.list_url = ?1`,
      )
      .bind(url)
      .first<{ at: number | null }>()
    return row?.at ?? undefined
  },
})
