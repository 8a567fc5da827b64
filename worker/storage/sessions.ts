// Table operator_sessions: hashes of session tokens. An attacker who can write it is signed in as any operator.
import {
  SESSION_IDLE_MAX_SECONDS,
  SESSION_MAX_SECONDS,
  SESSION_SEEN_SECONDS,
} from '../../shared/limits.ts'
import { type Operator, type OperatorRow, toOperator } from './operators.ts'

export interface Sessions {
  readonly start: (tokenHash: string, operatorId: string) => Promise<void>
  /** Whose session it is, where it is neither too old nor left alone for too long; keeps it alive. */
  readonly use: (tokenHash: string) => Promise<Operator | undefined>
  readonly end: (tokenHash: string) => Promise<void>
  /** Ends all sessions of an operator but this one. */
  readonly endOthers: (operatorId: string, tokenHash: string) => Promise<void>
}

export const createSessions = (db: D1Database, now: () => number): Sessions => ({
  async start(tokenHash, operatorId) {
    await db.batch([
      db
        .prepare('DELETE FROM operator_sessions WHERE started_at <= ?1 OR last_seen_at <= ?2')
        .bind(now() - SESSION_MAX_SECONDS, now() - SESSION_IDLE_MAX_SECONDS),
      db
        .prepare(
          `INSERT INTO operator_sessions (token_hash, operator_id, started_at, last_seen_at)
           VALUES (?1, ?2, ?3, ?3)`,
        )
        .bind(tokenHash, operatorId, now()),
    ])
  },

  async use(tokenHash) {
    const row = await db
      .prepare(
        `SELECT id, issuer_slug, name, role, last_seen_at
         FROM operator_sessions JOIN operators ON operators.id = operator_id
         WHERE token_hash = ?1 AND started_at > ?2 AND last_seen_at > ?3 AND removed_at IS NULL`,
      )
      .bind(tokenHash, now() - SESSION_MAX_SECONDS, now() - SESSION_IDLE_MAX_SECONDS)
      .first<OperatorRow & { readonly last_seen_at: number }>()
    if (!row) return undefined
    // Not at every request: reading is cheap, writing is not.
    if (row.last_seen_at <= now() - SESSION_SEEN_SECONDS) {
      await db
        .prepare('UPDATE operator_sessions SET last_seen_at = ?2 WHERE token_hash = ?1')
        .bind(tokenHash, now())
        .run()
    }
    return toOperator(row)
  },

  async end(tokenHash) {
    await db.prepare('DELETE FROM operator_sessions WHERE token_hash = ?1').bind(tokenHash).run()
  },

  async endOthers(operatorId, tokenHash) {
    await db
      .prepare('DELETE FROM operator_sessions WHERE operator_id = ?1 AND token_hash <> ?2')
      .bind(operatorId, tokenHash)
      .run()
  },
})
