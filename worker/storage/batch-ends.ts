// Ends of batches that were not signed to the last row, in table batches. An attacker who can write it can stop what is being signed.
import type { RefusalReasonCode } from '../../shared/wire/proposals.ts'
import type { Batch, BatchState } from './batch-states.ts'

export interface BatchEnd {
  readonly state: Extract<BatchState, 'refused' | 'cancelled' | 'stopped'>
  /** As `nameOfActor` writes it. */
  readonly endedBy: string
  readonly reasonCode?: RefusalReasonCode
  readonly sealedNote?: string
}

export interface BatchEnds {
  /**
   * Statements that end a batch and drop what is not signed; its keys may be used again. They fail on a check where the batch is in
   * another state by now, or has more signed rows.
   */
  readonly ends: (batch: Batch, end: BatchEnd) => readonly D1PreparedStatement[]
}

/** The table knows no state ''. */
const END = `UPDATE batches SET ended_by = ?4, reason_code = ?5, sealed_note = ?6, finished_at = ?7,
  state = CASE WHEN state = ?2 AND signed_count = ?8 THEN ?3 ELSE '' END WHERE id = ?1`
const UNSIGNED = 'line IN (SELECT line FROM batch_rows WHERE batch_id = ?1)'

export const createBatchEnds = (db: D1Database, now: () => number): BatchEnds => ({
  ends: ({ id, state: from, signed }, { state, endedBy, reasonCode, sealedNote }) => [
    db
      .prepare(END)
      .bind(id, from, state, endedBy, reasonCode ?? null, sealedNote ?? null, now(), signed),
    ...[
      `DELETE FROM batch_keys WHERE batch_id = ?1 AND ${UNSIGNED}`,
      `DELETE FROM batch_contents WHERE batch_id = ?1 AND ${UNSIGNED}`,
      'DELETE FROM batch_drafts WHERE batch_id = ?1',
      'DELETE FROM batch_rows WHERE batch_id = ?1',
    ].map((sql) => db.prepare(sql).bind(id)),
  ],
})
