// Appends to the audit log of an issuer, in the same transaction as what it tells of.
import { formatDateTime } from '../../shared/encoding/time.ts'
import { nameOfActor } from '../auth/actor.ts'
import type { AuditLog } from '../storage/audit.ts'
import type { AuditedAct } from './actions.ts'
import { hashOfEntry } from './chain.ts'

export interface Audit extends Pick<AuditLog, 'head' | 'after' | 'before' | 'withNumbers'> {
  /**
   * Runs statements and writes the entry that tells of them: all or nothing. Its answer holds the results of the statements.
   * Where another entry was faster, everything is tried again behind it. A fault of a statement is thrown on.
   */
  readonly append: (
    issuerSlug: string,
    act: AuditedAct,
    statements: readonly D1PreparedStatement[],
  ) => Promise<D1Result[]>
}

/** Of as many entries at the same time one gets its number in each round. */
const ATTEMPTS = 200

export const createAudit = (log: AuditLog, now: () => number): Audit => ({
  head: log.head,
  after: log.after,
  before: log.before,
  withNumbers: log.withNumbers,

  async append(issuerSlug, { actor, action, target, detail = {} }, statements) {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const { number, hash, at } = await log.head(issuerSlug)
      const time = formatDateTime(now())
      const rest = {
        issuer: issuerSlug,
        number: number + 1,
        // Clocks of two machines differ: a log that runs backwards would look broken.
        at: at !== undefined && at > time ? at : time,
        actor: nameOfActor(actor),
        action,
        ...(target !== undefined && { target }),
        detail,
        previous: hash,
      }
      const entry = log.insert({ ...rest, hash: await hashOfEntry(rest) })
      const results = await log.write([...statements, entry])
      if (results) return results.slice(0, statements.length)
    }
    throw new Error('No number of an audit entry could be had')
  },
})
