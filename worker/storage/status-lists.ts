// Table status_lists: which lists there are, what they hold, and their newest signed form.
import type { StatusPurpose } from '../../shared/status/entry.ts'

export interface StatusListRow {
  readonly url: string
  readonly issuerSlug: string
  readonly purpose: StatusPurpose
  /** Counts changes; the signed form is current where it was made from this revision. */
  readonly revision: number
  readonly signed?: { readonly text: string; readonly revision: number; readonly atSeconds: number }
}

export interface StatusLists {
  readonly find: (url: string) => Promise<StatusListRow | undefined>
  /** The newest list of an issuer for a purpose and how many of its indices are given out. */
  readonly newest: (
    issuerSlug: string,
    purpose: StatusPurpose,
  ) => Promise<{ url: string; number: number; used: number } | undefined>
  /** Does nothing where the list exists. */
  readonly open: (list: {
    url: string
    issuerSlug: string
    purpose: StatusPurpose
    number: number
  }) => Promise<void>
  /** Those of the candidates that are given out already. */
  readonly usedAmong: (url: string, indices: readonly number[]) => Promise<readonly number[]>
  readonly setIndices: (url: string) => Promise<readonly number[]>
  readonly saveSigned: (url: string, revision: number, text: string) => Promise<void>
}

interface Row {
  readonly issuer_slug: string
  readonly purpose: StatusPurpose
  readonly revision: number
  readonly signed_revision: number
  readonly signed_at: number
  readonly signed_text: string
}

export const createStatusLists = (db: D1Database, now: () => number): StatusLists => ({
  async find(url) {
    const row = await db
      .prepare(
        `SELECT issuer_slug, purpose, revision, signed_revision, signed_at, signed_text
         FROM status_lists WHERE url = ?1`,
      )
      .bind(url)
      .first<Row>()
    if (!row) return undefined
    const { issuer_slug: issuerSlug, purpose, revision } = row
    const signed = {
      text: row.signed_text,
      revision: row.signed_revision,
      atSeconds: row.signed_at,
    }
    return { url, issuerSlug, purpose, revision, ...(signed.text !== '' && { signed }) }
  },

  async newest(issuerSlug, purpose) {
    const row = await db
      .prepare(
        `SELECT url, number, (SELECT count(*) FROM status_entries WHERE list_url = url) AS used
         FROM status_lists WHERE issuer_slug = ?1 AND purpose = ?2 ORDER BY number DESC LIMIT 1`,
      )
      .bind(issuerSlug, purpose)
      .first<{ url: string; number: number; used: number }>()
    return row ?? undefined
  },

  async open({ url, issuerSlug, purpose, number }) {
    await db
      .prepare(
        `INSERT INTO status_lists (url, issuer_slug, purpose, number) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT DO NOTHING`,
      )
      .bind(url, issuerSlug, purpose, number)
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

  async setIndices(url) {
    const { results } = await db
      .prepare('SELECT list_index FROM status_entries WHERE list_url = ?1 AND is_set = 1')
      .bind(url)
      .all<{ list_index: number }>()
    return results.map((row) => row.list_index)
  },

  async saveSigned(url, revision, text) {
    // A slower writer must not put an older state over a newer one.
    await db
      .prepare(
        `UPDATE status_lists SET signed_revision = ?2, signed_at = ?3, signed_text = ?4
         WHERE url = ?1 AND signed_revision <= ?2`,
      )
      .bind(url, revision, now(), text)
      .run()
  },
})
