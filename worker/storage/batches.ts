// Table batches: which tables of orders were uploaded and how far they are. No claims.
// An attacker who can write it can have a file signed that nobody approved.
import { BATCH_ABANDONED_AFTER_SECONDS, BATCH_KEPT_SECONDS } from '../../shared/limits.ts'
import { BATCH_COLUMNS, type Batch, type BatchState } from './batch-states.ts'
import { isRefusedByCheck, succeedsUnlessTaken } from './unique.ts'

export type StartAnswer = 'started' | 'not_startable' | 'keys_taken'

export interface Batches {
  readonly create: (
    batch: Pick<Batch, 'id' | 'issuerSlug' | 'kind' | 'format' | 'uploadedBy' | 'offersClaims'>,
  ) => Promise<void>
  /** Statements that end the upload; what was stored of the rows of an invalid one is dropped. */
  readonly settles: (
    id: string,
    counts: { readonly rows: number; readonly badRows: number; readonly warnedRows: number },
  ) => readonly D1PreparedStatement[]
  readonly discard: (id: string) => Promise<void>
  readonly find: (issuerSlug: string, id: string) => Promise<Batch | undefined>
  readonly findById: (id: string) => Promise<Batch | undefined>
  /** Newest first. */
  readonly list: (
    issuerSlug: string,
    count: number,
    state?: BatchState,
  ) => Promise<readonly Batch[]>
  /** From `ready` to `proposed`. */
  readonly propose: (issuerSlug: string, id: string) => Promise<void>
  /** From `ready` or `proposed` to `to`, reserving the keys of its rows. */
  readonly start: (
    issuerSlug: string,
    id: string,
    startedBy: string,
    to: 'running' | 'awaiting_signature',
    /** Runs the statements in one transaction. */
    write: (statements: readonly D1PreparedStatement[]) => Promise<unknown>,
  ) => Promise<StartAnswer>
  readonly running: () => Promise<readonly string[]>
  /** Drops uploads that broke off, and finished batches with all that was kept of them. */
  readonly forgetOld: () => Promise<void>
}

const CONTENTS = [
  'batch_rows',
  'batch_drafts',
  'batch_results',
  'batch_errors',
  'batch_warnings',
] as const

export const createBatches = (db: D1Database, now: () => number): Batches => {
  /** @param which - a condition on `batches` with parameters from ?1 */
  const forget = (which: string, ...parameters: readonly (string | number)[]) =>
    db.batch([
      ...CONTENTS.map((table) =>
        db
          .prepare(`DELETE FROM ${table} WHERE batch_id IN (SELECT id FROM batches WHERE ${which})`)
          .bind(...parameters),
      ),
      db.prepare(`DELETE FROM batches WHERE ${which}`).bind(...parameters),
    ])

  return {
    async create({ id, issuerSlug, kind, format, uploadedBy, offersClaims }) {
      await db
        .prepare(
          `INSERT INTO batches (id, issuer_slug, kind, format, state, uploaded_by, created_at, offers_claims)
           VALUES (?1, ?2, ?3, ?4, 'receiving', ?5, ?6, ?7)`,
        )
        .bind(id, issuerSlug, kind, format, uploadedBy, now(), offersClaims)
        .run()
    },

    settles(id, { rows, badRows, warnedRows }) {
      const state: BatchState = badRows > 0 ? 'invalid' : 'ready'
      return [
        db
          .prepare(
            `UPDATE batches SET state = ?2, row_count = ?3, bad_count = ?4, warned_count = ?5
             WHERE id = ?1 AND state = 'receiving'`,
          )
          .bind(id, state, rows, badRows, warnedRows),
        db
          .prepare(
            `DELETE FROM batch_rows WHERE batch_id IN
             (SELECT id FROM batches WHERE id = ?1 AND state = 'invalid')`,
          )
          .bind(id),
      ]
    },

    async discard(id) {
      await forget(`id = ?1 AND state = 'receiving'`, id)
    },

    async find(issuerSlug, id) {
      const row = await db
        .prepare(`SELECT ${BATCH_COLUMNS} FROM batches WHERE id = ?1 AND issuer_slug = ?2`)
        .bind(id, issuerSlug)
        .first<Batch>()
      return row ?? undefined
    },

    async findById(id) {
      const row = await db
        .prepare(`SELECT ${BATCH_COLUMNS} FROM batches WHERE id = ?1`)
        .bind(id)
        .first<Batch>()
      return row ?? undefined
    },

    async list(issuerSlug, count, state) {
      const { results } = await db
        .prepare(
          `SELECT ${BATCH_COLUMNS} FROM batches WHERE issuer_slug = ?1 AND (?3 IS NULL OR state = ?3)
           ORDER BY created_at DESC, id DESC LIMIT ?2`,
        )
        .bind(issuerSlug, count, state ?? null)
        .all<Batch>()
      return results
    },

    async propose(issuerSlug, id) {
      await db
        .prepare(
          `UPDATE batches SET state = 'proposed'
           WHERE id = ?1 AND issuer_slug = ?2 AND state = 'ready'`,
        )
        .bind(id, issuerSlug)
        .run()
    },

    async start(issuerSlug, id, startedBy, to, write) {
      const statements = [
        db
          .prepare(
            `INSERT INTO batch_keys (issuer_slug, key_hash, batch_id, line)
             SELECT b.issuer_slug, r.key_hash, r.batch_id, r.line
             FROM batches b JOIN batch_rows r ON r.batch_id = b.id
             WHERE b.id = ?1 AND b.issuer_slug = ?2 AND r.key_hash IS NOT NULL`,
          )
          .bind(id, issuerSlug),
        // Contents that were there before were told of, and forbid nothing.
        db
          .prepare(
            `INSERT OR IGNORE INTO batch_contents (issuer_slug, content_digest, batch_id, line)
             SELECT b.issuer_slug, r.content_digest, r.batch_id, r.line
             FROM batches b JOIN batch_rows r ON r.batch_id = b.id
             WHERE b.id = ?1 AND b.issuer_slug = ?2 AND r.content_digest IS NOT NULL`,
          )
          .bind(id, issuerSlug),
        // The table knows no state ''. Whoever comes second fails here, and all that is written with it.
        db
          .prepare(
            `UPDATE batches SET started_by = ?3, started_at = ?4,
             state = CASE WHEN state IN ('ready', 'proposed') THEN ?5 ELSE '' END
             WHERE id = ?1 AND issuer_slug = ?2`,
          )
          .bind(id, issuerSlug, startedBy, now(), to),
      ]
      try {
        return (await succeedsUnlessTaken(write(statements))) ? 'started' : 'keys_taken'
      } catch (error) {
        if (isRefusedByCheck(error)) return 'not_startable'
        throw error
      }
    },

    async running() {
      const { results } = await db
        .prepare(`SELECT id FROM batches WHERE state = 'running'`)
        .all<{ id: string }>()
      return results.map(({ id }) => id)
    },

    async forgetOld() {
      await forget(
        `(state = 'receiving' AND created_at <= ?1)
         OR (state <> 'running' AND coalesce(finished_at, started_at, created_at) <= ?2)`,
        now() - BATCH_ABANDONED_AFTER_SECONDS,
        now() - BATCH_KEPT_SECONDS,
      )
    },
  }
}
