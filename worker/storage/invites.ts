// Table invites: hashes of one-time links. An attacker who can write it becomes an operator of any issuer.
import { INVITE_MAX_SECONDS } from '../../shared/limits.ts'
import type { Operator, OperatorRole } from './operators.ts'

export type Invite = Omit<Operator, 'id'>

export interface Invites {
  /** Statements that forget old invitations and keep a new one. */
  readonly inserts: (tokenHash: string, invite: Invite) => readonly D1PreparedStatement[]
  /** An invitation that can still be taken up. */
  readonly find: (tokenHash: string) => Promise<Invite | undefined>
  /** Statements that make its operator and use it up; the first undoes all where it was used or is too old. */
  readonly accepts: (tokenHash: string, operatorId: string) => readonly D1PreparedStatement[]
}

interface InviteRow {
  readonly issuer_slug: string
  readonly name: string
  readonly role: OperatorRole
}

const STILL_GOOD = 'FROM invites WHERE token_hash = ?2 AND expires_at > ?3'

export const createInvites = (db: D1Database, now: () => number): Invites => ({
  inserts: (tokenHash, { issuerSlug, name, role }) => [
    db.prepare('DELETE FROM invites WHERE expires_at <= ?1').bind(now()),
    db
      .prepare(
        `INSERT INTO invites (token_hash, issuer_slug, name, role, expires_at)
         VALUES (?1, ?2, ?3, ?4, ?5)`,
      )
      .bind(tokenHash, issuerSlug, name, role, now() + INVITE_MAX_SECONDS),
  ],

  async find(tokenHash) {
    const row = await db
      .prepare(
        'SELECT issuer_slug, name, role FROM invites WHERE token_hash = ?1 AND expires_at > ?2',
      )
      .bind(tokenHash, now())
      .first<InviteRow>()
    return row ? { issuerSlug: row.issuer_slug, name: row.name, role: row.role } : undefined
  },

  accepts: (tokenHash, operatorId) => [
    db
      .prepare(
        `INSERT INTO operators (id, issuer_slug, name, role, created_at)
         VALUES (?1, (SELECT issuer_slug ${STILL_GOOD}), (SELECT name ${STILL_GOOD}),
           (SELECT role ${STILL_GOOD}), ?3)`,
      )
      .bind(operatorId, tokenHash, now()),
    db.prepare('DELETE FROM invites WHERE token_hash = ?1').bind(tokenHash),
  ],
})
