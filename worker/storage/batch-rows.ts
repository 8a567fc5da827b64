// Tables batch_rows and batch_results: what is still to be signed, and what was signed. All of it sealed.
// An attacker who can write them can drop rows; orders and results of his own would not open.
import type { StatusPlace } from '../../shared/issue/credential-frame.ts'
import type { LineFaults } from './batch-findings.ts'
import type { NewClaim } from './claims.ts'
import { jsonSlices } from './json-slices.ts'

export interface SealedRow {
  readonly line: number
  readonly sealedOrder: string
  /** Keyed digests: of the issuer's own key of the row, and of what it says of whom. */
  readonly keyHash?: string | undefined
  readonly contentDigest?: string
}

export interface SealedResult {
  readonly line: number
  /** UUID, without `urn:uuid:`. */
  readonly credentialId: string
  readonly sealedCredential: string
}

export interface SignedRow extends SealedResult {
  readonly places: readonly StatusPlace[]
  /** The link that it became. */
  readonly claim?: NewClaim
}

interface SignedChunk {
  readonly batchId: string
  readonly issuerSlug: string
  readonly kind: string
  readonly format: string
  /** Absolute DID URL of the key that signed them; undefined where nothing of them is signed yet. */
  readonly signingKid: string | undefined
  /** How many were signed or refused when these lines were read. */
  readonly countedBefore: number
  /** Some of the lines that are still to be signed. */
  readonly rows: readonly SignedRow[]
  /** Others that cannot be signed any more, and why. */
  readonly refused: readonly LineFaults[]
}

export interface BatchRows {
  readonly add: (batchId: string, rows: readonly SealedRow[]) => Promise<void>
  /** The first rows that are still to be signed. */
  readonly next: (batchId: string, count: number) => Promise<readonly SealedRow[]>
  /** The row of a line, or the first one after it. */
  readonly atOrAfter: (batchId: string, line: number) => Promise<SealedRow | undefined>
  /** Some rows, evenly spread over those that are still to be signed, the first among them. */
  readonly spread: (batchId: string, count: number) => Promise<readonly SealedRow[]>
  /**
   * Statements that record credentials, status indices and results, drop the rows and count on: one transaction. It fails on a
   * unique key where a line was signed meanwhile or an index given out, and on a check where the batch was stopped or others counted.
   */
  readonly records: (chunk: SignedChunk) => readonly D1PreparedStatement[]
  readonly results: (
    batchId: string,
    afterLine: number,
    count: number,
  ) => Promise<readonly SealedResult[]>
}

const ADD = `INSERT INTO batch_rows (batch_id, line, sealed_order, key_hash, content_digest)
  SELECT ?1, value ->> 0, value ->> 1, value ->> 2, value ->> 3 FROM json_each(?2)`
const ADD_CREDENTIALS = `INSERT INTO credentials (id, issuer_slug, kind, format, issued_at, signing_kid)
  SELECT value, ?2, ?3, ?4, ?5, ?6 FROM json_each(?1)`
const ADD_PLACES = `INSERT INTO status_entries (credential_id, purpose, list_url, list_index)
  SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3 FROM json_each(?1)`
const ADD_RESULTS = `INSERT INTO batch_results (batch_id, line, credential_id, sealed_credential)
  SELECT ?1, value ->> 0, value ->> 1, value ->> 2 FROM json_each(?2)`
const ADD_ERRORS = `INSERT INTO batch_errors (batch_id, line, faults)
  SELECT ?1, value ->> 0, value ->> 1 FROM json_each(?2)`
/** What was not issued may come again. */
const FREE = ['batch_keys', 'batch_contents'].map(
  (table) =>
    `DELETE FROM ${table} WHERE batch_id = ?1 AND line IN (SELECT value FROM json_each(?2))`,
)
const DROP_ROWS = `DELETE FROM batch_rows WHERE batch_id = ?1 AND line IN (SELECT value FROM json_each(?2))`
/** Numbered by line, every one that begins another of ?2 equal parts. Numbers arrive as REAL. */
const SPREAD = `SELECT line, sealed_order AS sealedOrder FROM batch_rows
  WHERE batch_id = ?1 AND line IN (
    SELECT line FROM (
      SELECT line, row_number() OVER (ORDER BY line) - 1 AS place, count(*) OVER () AS total
      FROM batch_rows WHERE batch_id = ?1)
    WHERE place * cast(?2 AS INTEGER) / total > (place - 1) * cast(?2 AS INTEGER) / total OR place = 0)
  ORDER BY line LIMIT ?2`
/** The table knows no state ''. */
const COUNT_ON = `UPDATE batches SET signed_count = signed_count + ?2, bad_count = bad_count + ?5,
  state = CASE
    WHEN signed_count + bad_count <> ?4 OR state NOT IN ('running', 'awaiting_signature') THEN ''
    WHEN signed_count + bad_count + ?2 + ?5 = row_count THEN 'done' ELSE state END,
  finished_at = CASE WHEN signed_count + bad_count + ?2 + ?5 = row_count THEN ?3 END
  WHERE id = ?1`

export const createBatchRows = (db: D1Database, now: () => number): BatchRows => ({
  async add(batchId, rows) {
    const values = rows.map(({ line, sealedOrder, keyHash = null, contentDigest }) => [
      line,
      sealedOrder,
      keyHash,
      contentDigest,
    ])
    await db.batch(jsonSlices(values).map((slice) => db.prepare(ADD).bind(batchId, slice)))
  },

  async next(batchId, count) {
    const { results } = await db
      .prepare(
        `SELECT line, sealed_order AS sealedOrder FROM batch_rows WHERE batch_id = ?1
         ORDER BY line LIMIT ?2`,
      )
      .bind(batchId, count)
      .all<SealedRow>()
    return results
  },

  async atOrAfter(batchId, line) {
    const row = await db
      .prepare(
        `SELECT line, sealed_order AS sealedOrder FROM batch_rows
         WHERE batch_id = ?1 AND line >= ?2 ORDER BY line LIMIT 1`,
      )
      .bind(batchId, line)
      .first<SealedRow>()
    return row ?? undefined
  },

  async spread(batchId, count) {
    const { results } = await db.prepare(SPREAD).bind(batchId, count).all<SealedRow>()
    return results
  },

  records({ batchId, issuerSlug, kind, format, signingKid, countedBefore, rows, refused }) {
    const ids = rows.map(({ credentialId }) => credentialId)
    const places = rows.flatMap((row) =>
      row.places.map(({ purpose, listUrl, index }) => [row.credentialId, purpose, listUrl, index]),
    )
    const results = rows.map((row) => [row.line, row.credentialId, row.sealedCredential])
    const lines = JSON.stringify([...rows, ...refused].map(({ line }) => line))
    const refusedLines = JSON.stringify(refused.map(({ line }) => line))
    const faults = refused.map((fault) => [fault.line, JSON.stringify(fault.faults)])
    return [
      db
        .prepare(ADD_CREDENTIALS)
        .bind(JSON.stringify(ids), issuerSlug, kind, format, now(), signingKid ?? null),
      ...jsonSlices(places).map((slice) => db.prepare(ADD_PLACES).bind(slice)),
      ...jsonSlices(results).map((slice) => db.prepare(ADD_RESULTS).bind(batchId, slice)),
      db.prepare(DROP_ROWS).bind(batchId, lines),
      ...jsonSlices(faults).map((slice) => db.prepare(ADD_ERRORS).bind(batchId, slice)),
      ...(refused.length > 0 ? FREE.map((sql) => db.prepare(sql).bind(batchId, refusedLines)) : []),
      db.prepare(COUNT_ON).bind(batchId, rows.length, now(), countedBefore, refused.length),
    ]
  },

  async results(batchId, afterLine, count) {
    const { results } = await db
      .prepare(
        `SELECT line, credential_id AS credentialId, sealed_credential AS sealedCredential
         FROM batch_results WHERE batch_id = ?1 AND line > ?2 ORDER BY line LIMIT ?3`,
      )
      .bind(batchId, afterLine, count)
      .all<SealedResult>()
    return results
  },
})
