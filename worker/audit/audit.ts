// Appends to the audit log of an issuer, in the same transaction as what it tells of.
import { AUDIT_PAGE_MAX_COUNT, AUDIT_SEALED_BESIDE_MAX_COUNT } from '../../shared/limits.ts'
import { nameOfActor } from '../auth/actor.ts'
import type { AuditLog } from '../storage/audit.ts'
import type { AuditedAct } from './actions.ts'
import { type AuditEntry, type AuditHead, hashOfEntry } from './chain.ts'

export interface Audit extends Pick<AuditLog, 'after' | 'before' | 'withNumbers'> {
  /** The newest entry of a log that is sealed to its end. */
  readonly head: (issuerSlug: string) => Promise<AuditHead>
  /**
   * A statement that writes an entry behind all others: for the transaction of what it tells of. Of two at the same time, each gets
   * a number of its own.
   */
  readonly entry: (issuerSlug: string, act: AuditedAct) => D1PreparedStatement
  /** Runs statements, entries among them, in one transaction. Its answer holds their results. */
  readonly write: (
    issuerSlug: string,
    statements: readonly D1PreparedStatement[],
  ) => Promise<D1Result[]>
  /** Runs statements and writes the entry that tells of them: all or nothing. Its answer holds the results of the statements. */
  readonly append: (
    issuerSlug: string,
    act: AuditedAct,
    statements: readonly D1PreparedStatement[],
  ) => Promise<D1Result[]>
}

export function createAudit(log: AuditLog, now: () => number): Audit {
  /** The hashes of what was written since; whoever comes at the same time finds the same ones. */
  const seals = async (
    issuerSlug: string,
    limit: number,
  ): Promise<readonly D1PreparedStatement[]> => {
    const { head, unsealed } = await log.end(issuerSlug, limit)
    const sealed: AuditEntry[] = []
    let previous = head.hash
    for (const entry of unsealed) {
      const rest = { ...entry, previous }
      const hash = await hashOfEntry(rest)
      sealed.push({ ...rest, hash })
      previous = hash
    }
    return sealed.length > 0 ? [log.seal(issuerSlug, sealed)] : []
  }

  /** Done before anybody reads. */
  const sealAll = async (issuerSlug: string): Promise<void> => {
    for (;;) {
      const statements = await seals(issuerSlug, AUDIT_PAGE_MAX_COUNT)
      if (statements.length === 0) return
      await log.write(statements)
    }
  }

  const entry = (issuerSlug: string, { actor, action, target, detail = {} }: AuditedAct) =>
    log.insert({
      issuer: issuerSlug,
      at: now(),
      actor: nameOfActor(actor),
      action,
      ...(target !== undefined && { target }),
      detail,
    })

  const write: Audit['write'] = async (issuerSlug, statements) => {
    // What was there before is sealed on the way: the newest entry has nothing behind it that its hash could bind.
    const sealing = await seals(issuerSlug, AUDIT_SEALED_BESIDE_MAX_COUNT)
    return (await log.write([...statements, ...sealing])).slice(0, statements.length)
  }

  return {
    entry,

    async head(issuerSlug) {
      await sealAll(issuerSlug)
      return (await log.end(issuerSlug, 0)).head
    },

    async after(issuerSlug, number, limit) {
      await sealAll(issuerSlug)
      return log.after(issuerSlug, number, limit)
    },

    async before(issuerSlug, number, limit) {
      await sealAll(issuerSlug)
      return log.before(issuerSlug, number, limit)
    },

    async withNumbers(issuerSlug, numbers) {
      await sealAll(issuerSlug)
      return log.withNumbers(issuerSlug, numbers)
    },

    write,

    async append(issuerSlug, act, statements) {
      const results = await write(issuerSlug, [...statements, entry(issuerSlug, act)])
      return results.slice(0, statements.length)
    },
  }
}
