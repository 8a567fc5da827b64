// Table status_changes: who changed which status when, from when on, and why, the reason sealed; and what is scheduled.
// An attacker who can write it can make a revoked credential look in force, or the other way round.
import type { CredentialState } from '../../shared/status/state-table.ts'
import type { StatusReasonCode } from '../../shared/wire/change-status.ts'
import { stateAtSql } from './settle-status.ts'

export interface StatusChange {
  /** Grows with every change, of whichever credential. */
  readonly id: number
  readonly state: CredentialState
  /** Seconds since the Unix epoch. */
  readonly effectiveAt: number
  readonly changedAt: number
  /** As `nameOfActor` writes it. */
  readonly changedBy: string
  readonly reasonCode: StatusReasonCode
  readonly sealedReason: string
  readonly isPending: boolean
  /** The suspension that it ends. */
  readonly endsChange?: number
  readonly cancelled?: { readonly at: number; readonly by: string }
}

export interface NewStatusChange
  extends Pick<
    StatusChange,
    'state' | 'effectiveAt' | 'changedBy' | 'reasonCode' | 'sealedReason'
  > {
  readonly credentialId: string
  /** The decision was made from this one. */
  readonly version: number
  /** When it ends by itself, and what state follows. */
  readonly end?: { readonly at: number; readonly state: CredentialState }
}

export interface Cancellation {
  readonly credentialId: string
  readonly version: number
  readonly change: number
  readonly cancelledBy: string
}

export interface StatusChanges {
  /** All changes of a credential, in the order in which they were made. */
  readonly read: (credentialId: string) => Promise<readonly StatusChange[]>
  /** Statements that fail as a whole where the version has moved; see `succeedsUnlessMoved`. */
  readonly change: (change: NewStatusChange) => readonly D1PreparedStatement[]
  /** The same for taking back what has not taken effect; the end of a scheduled suspension goes with it. */
  readonly cancel: (cancellation: Cancellation) => readonly D1PreparedStatement[]
}

interface Row {
  readonly id: number
  readonly state: CredentialState
  readonly effective_at: number
  readonly changed_at: number
  readonly changed_by: string
  readonly reason_code: StatusReasonCode
  readonly sealed_reason: string
  readonly pending: number
  readonly ends_change: number | null
  readonly cancelled_at: number | null
  readonly cancelled_by: string | null
}

const toChange = (row: Row): StatusChange => ({
  id: row.id,
  state: row.state,
  effectiveAt: row.effective_at,
  changedAt: row.changed_at,
  changedBy: row.changed_by,
  reasonCode: row.reason_code,
  sealedReason: row.sealed_reason,
  isPending: row.pending === 1,
  ...(row.ends_change !== null && { endsChange: row.ends_change }),
  ...(row.cancelled_at !== null && {
    cancelled: { at: row.cancelled_at, by: row.cancelled_by ?? '' },
  }),
})

const MOVED = 'NOT NULL constraint failed: credentials.status_version'

/** True where the write went through, false where another decision about the same status was faster; other faults are thrown on. */
export async function succeedsUnlessMoved(write: Promise<unknown>): Promise<boolean> {
  try {
    await write
    return true
  } catch (error) {
    if (error instanceof Error && error.message.includes(MOVED)) return false
    throw error
  }
}

export const createStatusChanges = (db: D1Database, now: () => number): StatusChanges => {
  const run = (sql: string, ...values: unknown[]) => db.prepare(sql).bind(...values)
  const claim = (credentialId: string, version: number) =>
    run(
      `UPDATE credentials SET status_version = CASE status_version WHEN ?2 THEN ?2 + 1 END
       WHERE id = ?1`,
      credentialId,
      version,
    )
  const signAnew = (credentialId: string) =>
    run(
      `UPDATE status_lists SET revision = revision + 1 WHERE url IN
       (SELECT list_url FROM status_entries WHERE credential_id = ?1)`,
      credentialId,
    )
  const insert = (ends: string) =>
    `INSERT INTO status_changes (credential_id, state, sealed_reason, changed_by, changed_at,
       reason_code, effective_at, pending, ends_change)
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?7 > ?5, ${ends})`

  return {
    async read(credentialId) {
      const { results } = await run(
        `SELECT id, state, effective_at, changed_at, changed_by, reason_code, sealed_reason, pending,
           ends_change, cancelled_at, cancelled_by
         FROM status_changes WHERE credential_id = ?1 ORDER BY id`,
        credentialId,
      ).all<Row>()
      return results.map(toChange)
    },

    change(change) {
      const { credentialId, version, state, effectiveAt, sealedReason, changedBy, end } = change
      const { reasonCode } = change
      const rest = [sealedReason, changedBy, now(), reasonCode]
      return [
        claim(credentialId, version),
        // The end of a suspension is moot where something else follows it before, and everything is after a revocation.
        run(
          `UPDATE status_changes AS s SET pending = 0, cancelled_at = ?2, cancelled_by = ?3
           WHERE credential_id = ?1 AND pending = 1 AND effective_at >= ?4 AND (?5 = 'revoked' OR
             (SELECT b.effective_at FROM status_changes b WHERE b.id = s.ends_change) <= ?4)`,
          credentialId,
          now(),
          changedBy,
          effectiveAt,
          state,
        ),
        run(insert('NULL'), credentialId, state, ...rest, effectiveAt),
        ...(end === undefined
          ? []
          : [run(insert('last_insert_rowid()'), credentialId, end.state, ...rest, end.at)]),
        run(
          `UPDATE credentials SET state = ${stateAtSql('?1', '?2')} WHERE id = ?1`,
          credentialId,
          now(),
        ),
        signAnew(credentialId),
      ]
    },

    cancel: ({ credentialId, version, change, cancelledBy }) => [
      claim(credentialId, version),
      run(
        `UPDATE status_changes SET pending = 0, cancelled_at = ?3, cancelled_by = ?4
         WHERE credential_id = ?1 AND pending = 1 AND (id = ?2 OR ends_change = ?2)`,
        credentialId,
        change,
        now(),
        cancelledBy,
      ),
      signAnew(credentialId),
    ],
  }
}
