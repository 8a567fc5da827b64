// Reads which credentials a key signed out of table credentials; writes nothing. An attacker who can write the table can hide what has
// to be issued anew.

export interface SignedCredentialRow {
  /** UUID. */
  readonly id: string
  readonly kind: string
  readonly format: string
  /** Seconds since the Unix epoch. */
  readonly issuedAt: number
}

/** Of what a key signed: how much was issued before a moment, and how much since. */
export interface SignedCount {
  readonly before: number
  readonly since: number
}

export interface SignedCredentials {
  readonly count: (kid: string, sinceSeconds: number) => Promise<SignedCount>
  /**
   * Credentials by a key, in the order of issuing, those behind `after` alone.
   *
   * @param kid - absolute DID URL
   * @param after - the UUID of the last credential that was seen
   */
  readonly read: (
    kid: string,
    after: string | undefined,
    count: number,
  ) => Promise<readonly SignedCredentialRow[]>
}

type Place = Pick<SignedCredentialRow, 'id' | 'issuedAt'>

/** Before every credential. */
const BEGINNING: Place = { id: '', issuedAt: -1 }

export const createSignedCredentials = (db: D1Database): SignedCredentials => ({
  async count(kid, sinceSeconds) {
    const row = await db
      .prepare(
        `SELECT coalesce(sum(issued_at < ?2), 0) AS before, coalesce(sum(issued_at >= ?2), 0) AS since
         FROM credentials WHERE signing_kid = ?1`,
      )
      .bind(kid, sinceSeconds)
      .first<SignedCount>()
    return row ?? { before: 0, since: 0 }
  },

  async read(kid, after, count) {
    const place = after === undefined ? BEGINNING : await findPlace(db, kid, after)
    if (!place) return []
    const { results } = await db
      .prepare(
        `SELECT id, kind, format, issued_at AS issuedAt FROM credentials
         WHERE signing_kid = ?1 AND (issued_at, id) > (?2, ?3) ORDER BY issued_at, id LIMIT ?4`,
      )
      .bind(kid, place.issuedAt, place.id, count)
      .all<SignedCredentialRow>()
    return results
  },
})

const findPlace = (db: D1Database, kid: string, id: string): Promise<Place | null> =>
  db
    .prepare('SELECT id, issued_at AS issuedAt FROM credentials WHERE id = ?1 AND signing_kid = ?2')
    .bind(id, kid)
    .first<Place>()
