// Table idempotent_answers: what was answered to a request that carried an Idempotency-Key, sealed, for 24 hours.
import { IDEMPOTENCY_TTL_SECONDS } from '../../shared/limits.ts'

export interface IdempotentAnswer {
  /** Hash of API key, route and Idempotency-Key. */
  readonly scopeHash: string
  readonly requestHash: string
  readonly sealedAnswer: string
}

export interface IdempotentAnswers {
  readonly find: (scopeHash: string) => Promise<IdempotentAnswer | undefined>
  /** Statements that forget old answers and keep a new one; the last fails where the scope was answered meanwhile. */
  readonly inserts: (answer: IdempotentAnswer) => readonly D1PreparedStatement[]
}

export const createIdempotentAnswers = (db: D1Database, now: () => number): IdempotentAnswers => ({
  async find(scopeHash) {
    const row = await db
      .prepare(
        `SELECT request_hash, sealed_answer FROM idempotent_answers
         WHERE scope_hash = ?1 AND created_at > ?2`,
      )
      .bind(scopeHash, now() - IDEMPOTENCY_TTL_SECONDS)
      .first<{ request_hash: string; sealed_answer: string }>()
    return row
      ? { scopeHash, requestHash: row.request_hash, sealedAnswer: row.sealed_answer }
      : undefined
  },
  inserts: ({ scopeHash, requestHash, sealedAnswer }) => [
    db
      .prepare('DELETE FROM idempotent_answers WHERE created_at <= ?1')
      .bind(now() - IDEMPOTENCY_TTL_SECONDS),
    db
      .prepare(
        `INSERT INTO idempotent_answers (scope_hash, request_hash, sealed_answer, created_at)
         VALUES (?1, ?2, ?3, ?4)`,
      )
      .bind(scopeHash, requestHash, sealedAnswer, now()),
  ],
})
