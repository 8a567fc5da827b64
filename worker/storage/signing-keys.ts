// Table signing_keys. An attacker who can write it can stop us signing, list a key of his own for an issuer, or take back what is
// said about a stolen one; without the sealing key he cannot sign with ours.

export const KEY_STATES = ['active', 'retired', 'compromised'] as const
export type KeyState = (typeof KEY_STATES)[number]

export interface NewKey {
  /** Absolute DID URL. */
  readonly kid: string
  readonly owner: string
  /** The public key, base64url. */
  readonly x: string
  /** Absent where the issuer keeps its key to itself. */
  readonly sealedPrivateKey?: string
}

/** Times are seconds since the Unix epoch. */
export interface SigningKey extends NewKey {
  /** Counts from 1 for each owner. */
  readonly number: number
  readonly state: KeyState
  readonly createdSeconds: number
  readonly retiredSeconds?: number
  readonly compromisedSinceSeconds?: number
}

export interface SigningKeys {
  /** Every key of an owner, the newest first. */
  readonly list: (owner: string) => Promise<readonly SigningKey[]>
  /** A statement that adds a key as number `number`; it fails where another request gave that number away. */
  readonly insert: (key: NewKey, number: number) => D1PreparedStatement
  /** As `insert`; does nothing where the number is given away. */
  readonly insertUnlessTaken: (key: NewKey, number: number) => Promise<void>
  /** A statement that fails (`isRefusedRetirement`) where the key is not active, or the only one of its owner that is. */
  readonly retire: (kid: string) => D1PreparedStatement
  /** A date that is known already only moves back. */
  readonly compromise: (
    kid: string,
    sinceSeconds: number,
    sealedReason: string,
  ) => D1PreparedStatement
}

interface Row {
  readonly kid: string
  readonly owner: string
  readonly number: number
  readonly public_x: string
  readonly sealed_private_key: string | null
  readonly state: KeyState
  readonly created_at: number
  readonly retired_at: number | null
  readonly compromised_since: number | null
}

const toKey = (row: Row): SigningKey => ({
  kid: row.kid,
  owner: row.owner,
  number: row.number,
  x: row.public_x,
  ...(row.sealed_private_key !== null && { sealedPrivateKey: row.sealed_private_key }),
  state: row.state,
  createdSeconds: row.created_at,
  ...(row.retired_at !== null && { retiredSeconds: row.retired_at }),
  ...(row.compromised_since !== null && { compromisedSinceSeconds: row.compromised_since }),
})

/** Whether a transaction failed because of its `retire`. */
export const isRefusedRetirement = (error: unknown): boolean =>
  error instanceof Error && error.message.includes('CHECK constraint failed: retired_at_a_time')

const INSERT = `INSERT INTO signing_keys (kid, owner, number, public_x, sealed_private_key, created_at)
  VALUES (?1, ?2, ?3, ?4, ?5, ?6)`

export function createSigningKeys(db: D1Database, now: () => number): SigningKeys {
  const bind = (sql: string, { kid, owner, x, sealedPrivateKey }: NewKey, number: number) =>
    db.prepare(sql).bind(kid, owner, number, x, sealedPrivateKey ?? null, now())
  return {
    async list(owner) {
      const { results } = await db
        .prepare(
          `SELECT kid, owner, number, public_x, sealed_private_key, state, created_at, retired_at,
             compromised_since
           FROM signing_keys WHERE owner = ?1 ORDER BY number DESC`,
        )
        .bind(owner)
        .all<Row>()
      return results.map(toKey)
    },

    insert: (key, number) => bind(INSERT, key, number),

    async insertUnlessTaken(key, number) {
      await bind(`${INSERT} ON CONFLICT (owner, number) DO NOTHING`, key, number).run()
    },

    retire: (kid) =>
      db
        .prepare(
          `UPDATE signing_keys SET state = 'retired', retired_at = CASE WHEN state = 'active' AND EXISTS
             (SELECT 1 FROM signing_keys AS other WHERE other.owner = signing_keys.owner
              AND other.state = 'active' AND other.kid <> ?1) THEN ?2 END
           WHERE kid = ?1`,
        )
        .bind(kid, now()),

    compromise: (kid, sinceSeconds, sealedReason) =>
      db
        .prepare(
          `UPDATE signing_keys SET state = 'compromised', sealed_reason = ?3,
             compromised_since = min(?2, coalesce(compromised_since, ?2))
           WHERE kid = ?1`,
        )
        .bind(kid, sinceSeconds, sealedReason),
  }
}
