// Table administrator_sessions: hashes of session tokens. An attacker who can write it and knows the hash of the administrator's key
// founds issuers and invites operators for a quarter of an hour.
import { ADMINISTRATOR_SESSION_MAX_SECONDS } from '../../shared/limits.ts'

export interface AdministratorSessions {
  readonly start: (tokenHash: string, adminKeyHash: string) => Promise<void>
  /** Whether this session was begun with the key of today and is not too old. */
  readonly isOpen: (tokenHash: string, adminKeyHash: string) => Promise<boolean>
  readonly end: (tokenHash: string) => Promise<void>
}

export const createAdministratorSessions = (
  db: D1Database,
  now: () => number,
): AdministratorSessions => ({
  async start(tokenHash, adminKeyHash) {
    await db.batch([
      db
        .prepare('DELETE FROM administrator_sessions WHERE started_at <= ?1')
        .bind(now() - ADMINISTRATOR_SESSION_MAX_SECONDS),
      db
        .prepare(
          `INSERT INTO administrator_sessions (token_hash, key_hash, started_at)
           VALUES (?1, ?2, ?3)`,
        )
        .bind(tokenHash, adminKeyHash, now()),
    ])
  },

  async isOpen(tokenHash, adminKeyHash) {
    const row = await db
      .prepare(
        `SELECT 1 FROM administrator_sessions
         WHERE token_hash = ?1 AND key_hash = ?2 AND started_at > ?3`,
      )
      .bind(tokenHash, adminKeyHash, now() - ADMINISTRATOR_SESSION_MAX_SECONDS)
      .first()
    return row !== null
  },

  async end(tokenHash) {
    await db
      .prepare('DELETE FROM administrator_sessions WHERE token_hash = ?1')
      .bind(tokenHash)
      .run()
  },
})
