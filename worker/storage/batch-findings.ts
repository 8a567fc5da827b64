// Tables batch_errors and batch_keys: what is wrong with which line, and which keys of rows were used before. No claims.
// An attacker who can write them can hide why a file was refused, or let a row with a key be signed once more.
import { jsonSlices } from './json-slices.ts'

export interface LineFaults {
  readonly line: number
  readonly faults: readonly { readonly column: string; readonly reason: string }[]
}

export interface BatchFindings {
  readonly addErrors: (id: string, errors: readonly LineFaults[]) => Promise<void>
  readonly errors: (id: string, afterLine: number, count: number) => Promise<readonly LineFaults[]>
  /** Those of the keys that this issuer has used already. */
  readonly takenKeys: (
    issuerSlug: string,
    keyHashes: readonly string[],
  ) => Promise<readonly string[]>
}

export const createBatchFindings = (db: D1Database): BatchFindings => ({
  async addErrors(id, errors) {
    const rows = errors.map(({ line, faults }) => [line, JSON.stringify(faults)])
    await db.batch(
      jsonSlices(rows).map((slice) =>
        db
          .prepare(
            `INSERT INTO batch_errors (batch_id, line, faults)
             SELECT ?1, value ->> 0, value ->> 1 FROM json_each(?2)`,
          )
          .bind(id, slice),
      ),
    )
  },

  async errors(id, afterLine, count) {
    const { results } = await db
      .prepare(
        `SELECT line, faults FROM batch_errors WHERE batch_id = ?1 AND line > ?2
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
})
