// Table batch_drafts: credentials of batches that wait for a signature, sealed. An attacker who can write it can lose drafts, which are
// made anew; without the sealing key he cannot change what is asked to be signed.
import { jsonSlices } from './json-slices.ts'

export interface BatchDraft {
  readonly line: number
  /** UUID, without `urn:uuid:`. */
  readonly credentialId: string
  /** Absolute DID URL of the key that has to sign. */
  readonly kid: string
  readonly sealedDraft: string
}

export interface BatchDrafts {
  /** Those of the lines that are there for this key. */
  readonly ofLines: (
    batchId: string,
    kid: string,
    lines: readonly number[],
  ) => Promise<readonly BatchDraft[]>
  /** Those of the credentials that are there. */
  readonly ofCredentials: (
    batchId: string,
    credentialIds: readonly string[],
  ) => Promise<readonly BatchDraft[]>
  /** Leaves a draft alone that is there already for the same key; one for another key is replaced. */
  readonly add: (batchId: string, drafts: readonly BatchDraft[]) => Promise<void>
  readonly remove: (batchId: string, lines: readonly number[]) => D1PreparedStatement
}

const COLUMNS = 'line, credential_id AS credentialId, kid, sealed_draft AS sealedDraft'
const ADD = `INSERT INTO batch_drafts (batch_id, line, credential_id, kid, sealed_draft)
  SELECT ?1, value ->> 0, value ->> 1, value ->> 2, value ->> 3 FROM json_each(?2) WHERE true
  ON CONFLICT (batch_id, line) DO UPDATE SET credential_id = excluded.credential_id, kid = excluded.kid,
    sealed_draft = excluded.sealed_draft WHERE kid <> excluded.kid`

export const createBatchDrafts = (db: D1Database): BatchDrafts => ({
  async ofLines(batchId, kid, lines) {
    const { results } = await db
      .prepare(
        `SELECT ${COLUMNS} FROM batch_drafts
         WHERE batch_id = ?1 AND kid = ?2 AND line IN (SELECT value FROM json_each(?3)) ORDER BY line`,
      )
      .bind(batchId, kid, JSON.stringify(lines))
      .all<BatchDraft>()
    return results
  },

  async ofCredentials(batchId, credentialIds) {
    const { results } = await db
      .prepare(
        `SELECT ${COLUMNS} FROM batch_drafts
         WHERE batch_id = ?1 AND credential_id IN (SELECT value FROM json_each(?2))`,
      )
      .bind(batchId, JSON.stringify(credentialIds))
      .all<BatchDraft>()
    return results
  },

  async add(batchId, drafts) {
    const rows = drafts.map(({ line, credentialId, kid, sealedDraft }) => [
      line,
      credentialId,
      kid,
      sealedDraft,
    ])
    await db.batch(jsonSlices(rows).map((slice) => db.prepare(ADD).bind(batchId, slice)))
  },

  remove: (batchId, lines) =>
    db
      .prepare(
        'DELETE FROM batch_drafts WHERE batch_id = ?1 AND line IN (SELECT value FROM json_each(?2))',
      )
      .bind(batchId, JSON.stringify(lines)),
})
