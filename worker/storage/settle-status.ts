// Tables credentials, status_changes and status_lists: lets changes whose moment has come take effect. For who can write
// them, see credentials.ts.

/** The state of a credential at a moment: a revocation is final; else the change that took effect last counts. */
export const stateAtSql = (credentialId: string, atSeconds: string): string =>
  `coalesce((SELECT state FROM status_changes
    WHERE credential_id = ${credentialId} AND cancelled_at IS NULL AND effective_at <= ${atSeconds}
    ORDER BY state = 'revoked' DESC, effective_at DESC, id DESC LIMIT 1), 'active')`

const DUE = 'FROM status_changes WHERE pending = 1 AND effective_at <= ?1'

/** Writes the states that are due, and lets the lists that hold them be signed anew. Done before a state is read. */
export async function settleStatus(db: D1Database, nowSeconds: number): Promise<void> {
  const due = await db.prepare(`SELECT 1 ${DUE} LIMIT 1`).bind(nowSeconds).first()
  if (!due) return
  const run = (sql: string) => db.prepare(sql).bind(nowSeconds)
  await db.batch([
    run(`UPDATE credentials SET state = ${stateAtSql('credentials.id', '?1')}
         WHERE id IN (SELECT credential_id ${DUE})`),
    run(`UPDATE status_lists SET revision = revision + 1 WHERE url IN
         (SELECT list_url FROM status_entries WHERE credential_id IN (SELECT credential_id ${DUE}))`),
    run(`UPDATE status_changes SET pending = 0 WHERE pending = 1 AND effective_at <= ?1`),
  ])
}
