// Tables status_entries, claim_nonces and holder_keys: the copies that holders were handed. No claims; keys and nonces are hashed.
// An attacker who can write them can make a copy look revoked or in force, or let a nonce or key be used again.
import type { StatusPlace } from '../../shared/issue/credential-frame.ts'

export interface NewCopies {
  /** UUID, without `urn:uuid:`. */
  readonly credentialId: string
  /** Absolute DID URL of the key that signed them. */
  readonly signingKid: string
  /** Of each copy. */
  readonly places: readonly (readonly StatusPlace[])[]
  readonly keyHashes: readonly string[]
  readonly nonceHash: string
  /** Until when the nonce would have been good, seconds since the Unix epoch. */
  readonly nonceExpiresAt: number
  /** Whether the copies that were handed over before end now. */
  readonly replaces: boolean
}

export interface Copies {
  /** Statements that record copies: one transaction. It fails on a unique key where an index, the nonce or a key was used meanwhile. */
  readonly inserts: (copies: NewCopies) => readonly D1PreparedStatement[]
  readonly isNonceUsed: (nonceHash: string) => Promise<boolean>
  readonly areKeysUsed: (keyHashes: readonly string[]) => Promise<boolean>
}

export const createCopies = (db: D1Database, now: () => number): Copies => {
  const run = (sql: string, ...values: unknown[]) => db.prepare(sql).bind(...values)
  return {
    inserts({ credentialId, signingKid, places, keyHashes, nonceHash, nonceExpiresAt, replaces }) {
      const entries = places.flatMap((ofCopy, at) =>
        ofCopy.map(({ purpose, listUrl, index }) => [purpose, listUrl, index, at + 1]),
      )
      return [
        run('DELETE FROM claim_nonces WHERE expires_at <= ?1', now()),
        run(
          'INSERT INTO claim_nonces (nonce_hash, expires_at) VALUES (?1, ?2)',
          nonceHash,
          nonceExpiresAt,
        ),
        run(
          'INSERT INTO holder_keys (key_hash) SELECT value FROM json_each(?1)',
          JSON.stringify(keyHashes),
        ),
        ...(replaces ? withdraw(credentialId) : []),
        run(
          `INSERT INTO status_entries (credential_id, purpose, list_url, list_index, copy)
           SELECT ?1, value ->> 0, value ->> 1, value ->> 2, value ->> 3 FROM json_each(?2)`,
          credentialId,
          JSON.stringify(entries),
        ),
        run('UPDATE credentials SET signing_kid = ?2 WHERE id = ?1', credentialId, signingKid),
        signAnew(credentialId),
      ]
    },

    async isNonceUsed(nonceHash) {
      return (
        (await run('SELECT 1 FROM claim_nonces WHERE nonce_hash = ?1', nonceHash).first()) !== null
      )
    },

    async areKeysUsed(keyHashes) {
      const row = await run(
        'SELECT 1 FROM holder_keys WHERE key_hash IN (SELECT value FROM json_each(?1)) LIMIT 1',
        JSON.stringify(keyHashes),
      ).first()
      return row !== null
    },
  }

  function withdraw(credentialId: string) {
    return [
      run(
        `UPDATE status_entries SET withdrawn_at = ?2
         WHERE credential_id = ?1 AND copy > 0 AND withdrawn_at IS NULL`,
        credentialId,
        now(),
      ),
    ]
  }

  /** Lists hold something new where its status was ever changed, or will be, or copies were replaced. */
  function signAnew(credentialId: string) {
    return run(
      `UPDATE status_lists SET revision = revision + 1 WHERE url IN
       (SELECT list_url FROM status_entries WHERE credential_id = ?1)
       AND (EXISTS (SELECT 1 FROM status_changes WHERE credential_id = ?1)
         OR EXISTS (SELECT 1 FROM status_entries WHERE credential_id = ?1 AND withdrawn_at IS NOT NULL))`,
      credentialId,
    )
  }
}
