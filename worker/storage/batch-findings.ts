// Tables batch_errors and batch_warnings, batch_keys and batch_contents: what is said of which line, and which keys and contents of rows
// were there before, as keyed digests. No claims. An attacker who can write them can hide why a file was refused, or let a row with a
// key be signed once more.
import { jsonSlices } from './json-slices.ts'

export interface LineFaults {
  readonly line: number
  readonly faults: readonly { readonly column: string; readonly reason: string }[]
}

/** Where rows of the same contents were issued first. */
export interface KnownContent {
  readonly digest: string
  readonly batchId: string
  readonly line: number
}

/** Errors forbid that a batch is signed, warnings do not. */
export type FindingTable = 'batch_errors' | 'batch_warnings'

export interface BatchFindings {
  readonly add: (table: FindingTable, id: string, findings: readonly LineFaults[]) => Promise<void>
  readonly list: (
    table: FindingTable,
    id: string,
    afterLine: number,
    count: number,
  ) => Promise<readonly LineFaults[]>
  /** Those of the keys that this issuer has used already. */
  readonly takenKeys: (
    issuerSlug: string,
    keyHashes: readonly string[],
  ) => Promise<readonly string[]>
  /** Those of the contents that this issuer has issued already. */
  readonly knownContents: (
    issuerSlug: string,
    digests: readonly string[],
  ) => Promise<readonly KnownContent[]>
}

export const createBatchFindings = (db: D1Database): BatchFindings => ({
  async add(table, id, findings) {
    const rows = findings.map(({ line, faults }) => [line, JSON.stringify(faults)])
    await db.batch(
      jsonSlices(rows).map((slice) =>
        db
          .prepare(
            `INSERT OR IGNORE INTO ${table} (batch_id, line, faults)
             SELECT ?1, value ->> 0, value ->> 1 FROM json_each(?2)`,
          )
          .bind(id, slice),
      ),
    )
  },

  async list(table, id, afterLine, count) {
    const { results } = await db
      .prepare(
        `SELECT line, faults FROM ${table} WHERE batch_id = ?1 AND line > ?2
         ORDER BY line LIMIT ?3`,
      )
      .bind(id, afterLine, count)
      .all<{ line: number; faults: string }>()
    return results.map(({ line, faults }) => ({ line, faults: JSON.parse(faults) }))
  },

  async takenKeys(issuerSlug, keyHashes) {
    const { results } = await db
      .prepare(
        `SELECT key_hash AS keyHash FROM batch_keys
         WHERE issuer_slug = ?1 AND key_hash IN (SELECT value FROM json_each(?2))`,
      )
      .bind(issuerSlug, JSON.stringify(keyHashes))
      .all<{ keyHash: string }>()
    return results.map(({ keyHash }) => keyHash)
  },

  async knownContents(issuerSlug, digests) {
    const { results } = await db
      .prepare(
        `SELECT content_digest AS digest, batch_id AS batchId, line FROM batch_contents
         WHERE issuer_slug = ?1 AND content_digest IN (SELECT value FROM json_each(?2))`,
      )
      .bind(issuerSlug, JSON.stringify(digests))
      .all<KnownContent>()
    return results
  },
})
