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

export interface SignedCredentials {
  /**
   * Credentials by a key, in the order of their ids, those behind `after` alone.
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

export const createSignedCredentials = (db: D1Database): SignedCredentials => ({
  async read(kid, after, count) {
    const { results } = await db
      .prepare(
        `SELECT id, kind, format, issued_at AS issuedAt FROM credentials
         WHERE signing_kid = ?1 AND id > ?2 ORDER BY id LIMIT ?3`,
      )
      .bind(kid, after ?? '', count)
      .all<SignedCredentialRow>()
    return results
  },
})
