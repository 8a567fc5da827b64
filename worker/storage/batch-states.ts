// What a batch is, as rows of table batches say it. Types and one list. Pure.
import type { RefusalReasonCode } from '../../shared/wire/proposals.ts'

export const BATCH_STATES = [
  'receiving',
  'invalid',
  'ready',
  'proposed',
  'running',
  'awaiting_signature',
  'done',
  'refused',
  'cancelled',
  'stopped',
] as const
export type BatchState = (typeof BATCH_STATES)[number]

/** Times are seconds since the Unix epoch; actors are as `nameOfActor` writes them. */
export interface Batch {
  readonly id: string
  readonly issuerSlug: string
  readonly kind: string
  readonly format: string
  readonly state: BatchState
  readonly rows: number
  readonly badRows: number
  readonly warnedRows: number
  readonly signed: number
  readonly uploadedBy: string
  readonly startedBy: string | null
  /** 1 where its rows become claim links instead of credentials. */
  readonly offersClaims: 0 | 1
  /** Who refused, cancelled or stopped it. */
  readonly endedBy: string | null
  /** Of a refused one. */
  readonly reasonCode: RefusalReasonCode | null
  readonly sealedNote: string | null
  readonly createdAt: number
  readonly startedAt: number | null
  readonly finishedAt: number | null
}

export const BATCH_COLUMNS = `id, issuer_slug AS issuerSlug, kind, format, state, row_count AS "rows",
  bad_count AS badRows, warned_count AS warnedRows, signed_count AS signed, uploaded_by AS uploadedBy,
  started_by AS startedBy, ended_by AS endedBy, reason_code AS reasonCode, sealed_note AS sealedNote,
  offers_claims AS offersClaims, created_at AS createdAt, started_at AS startedAt, finished_at AS finishedAt`
