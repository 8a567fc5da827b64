// Reads out of credentials, batches and their keys what has to be issued anew, and what was; writes nothing. An attacker who can write
// these tables can hide either.

export interface KindToReissue {
  readonly kind: string
  readonly count: number
}

export interface Reissues {
  /** What a key signed and is not revoked, by kind. */
  readonly kinds: (kid: string) => Promise<readonly KindToReissue[]>
  /** The UUIDs of these, of one kind or of all, the oldest first. */
  readonly open: (
    kid: string,
    kind: string | undefined,
    count: number,
  ) => Promise<readonly string[]>
  /** Which of these keys of rows belong to credentials that were signed. */
  readonly signedKeys: (
    issuerSlug: string,
    hashes: readonly string[],
  ) => Promise<ReadonlySet<string>>
}

export const createReissues = (db: D1Database): Reissues => ({
  async kinds(kid) {
    const { results } = await db
      .prepare(
        `SELECT kind, count(*) AS count FROM credentials
         WHERE signing_kid = ?1 AND state <> 'revoked' GROUP BY kind ORDER BY kind`,
      )
      .bind(kid)
      .all<KindToReissue>()
    return results
  },

  async open(kid, kind, count) {
    const { results } = await db
      .prepare(
        `SELECT id FROM credentials
         WHERE signing_kid = ?1 AND state <> 'revoked' AND (?2 IS NULL OR kind = ?2)
         ORDER BY issued_at, id LIMIT ?3`,
      )
      .bind(kid, kind ?? null, count)
      .all<{ id: string }>()
    return results.map(({ id }) => id)
  },

  async signedKeys(issuerSlug, hashes) {
    const { results } = await db
      .prepare(
        `SELECT key_hash AS hash FROM batch_keys JOIN batches ON batches.id = batch_keys.batch_id
         WHERE batch_keys.issuer_slug = ?1 AND key_hash IN (SELECT value FROM json_each(?2))
           AND (batches.state = 'done' OR EXISTS (SELECT 1 FROM batch_results
             WHERE batch_results.batch_id = batch_keys.batch_id AND batch_results.line = batch_keys.line))`,
      )
      .bind(issuerSlug, JSON.stringify(hashes))
      .all<{ hash: string }>()
    return new Set(results.map(({ hash }) => hash))
  },
})
