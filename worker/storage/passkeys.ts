// Tables passkeys and passkey_challenges. An attacker who can write passkeys signs in as any operator; who can write challenges
// can have an answer of an authenticator count twice.
import { PASSKEY_CHALLENGE_MAX_SECONDS } from '../../shared/limits.ts'

export interface Passkey {
  /** As the authenticator names it, base64url. */
  readonly credentialId: string
  readonly operatorId: string
  /** COSE key, base64url. */
  readonly publicKey: string
  readonly counter: number
  /** What its operator calls it. */
  readonly name: string
}

/** A passkey as its operator sees it. */
export interface ListedPasskey extends Pick<Passkey, 'credentialId' | 'name'> {
  /** Seconds since the Unix epoch. */
  readonly createdSeconds: number
  /** Absent where it was used to join alone. */
  readonly usedSeconds?: number
}

export interface Passkeys {
  /** The passkeys of an operator, the oldest first. */
  readonly list: (operatorId: string) => Promise<readonly ListedPasskey[]>
  /** Statements that remove a passkey; they undo all where the operator has no other one. */
  readonly removals: (operatorId: string, credentialId: string) => readonly D1PreparedStatement[]
  readonly insert: (passkey: Passkey) => D1PreparedStatement
  /** A passkey by its id, as long as its operator was not removed. */
  readonly find: (credentialId: string) => Promise<Passkey | undefined>
  /** Moves the counter forward; false where somebody else moved it meanwhile. Authenticators without one stay at 0. */
  readonly count: (credentialId: string, counter: number) => Promise<boolean>
  readonly keepChallenge: (challengeHash: string, flow: string) => Promise<void>
  /** Whether this was asked in this flow and is not too old; it counts once, right or wrong. */
  readonly takeChallenge: (challengeHash: string, flow: string) => Promise<boolean>
}

interface PasskeyRow {
  readonly operator_id: string
  readonly public_key: string
  readonly counter: number
  readonly name: string
}

interface ListedRow {
  readonly credential_id: string
  readonly name: string
  readonly created_at: number
  readonly last_used_at: number | null
}

export const createPasskeys = (db: D1Database, now: () => number): Passkeys => ({
  async list(operatorId) {
    const { results } = await db
      .prepare(
        `SELECT credential_id, name, created_at, last_used_at FROM passkeys
         WHERE operator_id = ?1 ORDER BY created_at, credential_id`,
      )
      .bind(operatorId)
      .all<ListedRow>()
    return results.map(({ credential_id, name, created_at, last_used_at }) => ({
      credentialId: credential_id,
      name,
      createdSeconds: created_at,
      ...(last_used_at !== null && { usedSeconds: last_used_at }),
    }))
  },

  removals: (operatorId, credentialId) => [
    db
      .prepare(
        `UPDATE passkeys SET public_key = CASE WHEN EXISTS (
           SELECT 1 FROM passkeys AS others
           WHERE others.operator_id = ?1 AND others.credential_id <> ?2
         ) THEN public_key END WHERE operator_id = ?1 AND credential_id = ?2`,
      )
      .bind(operatorId, credentialId),
    db
      .prepare('DELETE FROM passkeys WHERE operator_id = ?1 AND credential_id = ?2')
      .bind(operatorId, credentialId),
  ],

  insert: ({ credentialId, operatorId, publicKey, counter, name }) =>
    db
      .prepare(
        `INSERT INTO passkeys (credential_id, operator_id, public_key, counter, name, created_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)`,
      )
      .bind(credentialId, operatorId, publicKey, counter, name, now()),

  async find(credentialId) {
    const row = await db
      .prepare(
        `SELECT operator_id, public_key, counter, passkeys.name
         FROM passkeys JOIN operators ON operators.id = operator_id
         WHERE credential_id = ?1 AND removed_at IS NULL`,
      )
      .bind(credentialId)
      .first<PasskeyRow>()
    if (!row) return undefined
    const { operator_id: operatorId, public_key: publicKey, counter, name } = row
    return { credentialId, operatorId, publicKey, counter, name }
  },

  async count(credentialId, counter) {
    const { meta } = await db
      .prepare(
        `UPDATE passkeys SET counter = ?2, last_used_at = ?3
         WHERE credential_id = ?1 AND (counter < ?2 OR (counter = 0 AND ?2 = 0))`,
      )
      .bind(credentialId, counter, now())
      .run()
    return meta.changes === 1
  },

  async keepChallenge(challengeHash, flow) {
    await db.batch([
      db.prepare('DELETE FROM passkey_challenges WHERE expires_at <= ?1').bind(now()),
      db
        .prepare(
          'INSERT INTO passkey_challenges (challenge_hash, flow, expires_at) VALUES (?1, ?2, ?3)',
        )
        .bind(challengeHash, flow, now() + PASSKEY_CHALLENGE_MAX_SECONDS),
    ])
  },

  async takeChallenge(challengeHash, flow) {
    const row = await db
      .prepare(
        'DELETE FROM passkey_challenges WHERE challenge_hash = ?1 RETURNING flow, expires_at',
      )
      .bind(challengeHash)
      .first<{ flow: string; expires_at: number }>()
    return row !== null && row.flow === flow && row.expires_at > now()
  },
})
