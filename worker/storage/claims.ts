// Table claims: one-time links by which holders fetch copies of a credential. Orders are sealed, codes and tokens hashed.
// An attacker who can write it can end links, or put the hash of a code of his own in place of another: the order still opens only here,
// and a transaction code is sealed within it.
import { CLAIM_TRIES_MAX_COUNT } from '../../shared/limits.ts'
import { jsonSlices } from './json-slices.ts'

export const CLAIM_STATES = ['offered', 'redeemed', 'claimed', 'locked', 'expired'] as const
export type ClaimState = (typeof CLAIM_STATES)[number]

export const CLAIM_OUTCOMES = [
  'credential_accepted',
  'credential_failure',
  'credential_deleted',
] as const
export type ClaimOutcome = (typeof CLAIM_OUTCOMES)[number]

export interface NewClaim {
  /** UUID. */
  readonly id: string
  /** UUID, without `urn:uuid:`. */
  readonly credentialId: string
  readonly issuerSlug: string
  readonly codeHash: string
  readonly asksForCode: boolean
  /** Whether the copies of earlier claims end with it. */
  readonly replaces: boolean
  readonly sealedOrder: string
  /** Seconds since the Unix epoch, as all moments here. */
  readonly expiresAt: number
}

export interface Claim {
  readonly id: string
  readonly credentialId: string
  readonly issuerSlug: string
  readonly state: ClaimState
  readonly asksForCode: boolean
  readonly replaces: boolean
  readonly tries: number
  readonly sealedOrder: string | null
  readonly expiresAt: number
  readonly createdAt: number
  readonly claimedAt: number | null
  readonly outcome: ClaimOutcome | null
}

export interface Claims {
  /** Statements that forget what is out of time, and record new links. */
  readonly inserts: (claims: readonly NewClaim[]) => readonly D1PreparedStatement[]
  readonly findByCode: (codeHash: string) => Promise<Claim | undefined>
  /** By an access token that still holds. */
  readonly findByToken: (tokenHash: string) => Promise<Claim | undefined>
  /** The newest of a credential. */
  readonly newest: (credentialId: string) => Promise<Claim | undefined>
  /** Counts a try at the transaction code: how many there were with this one, undefined where there were too many. */
  readonly countTry: (id: string) => Promise<number | undefined>
  /** A statement that ends a link and drops its order. */
  readonly lock: (id: string) => D1PreparedStatement
  /** Exchanges the code for a token; false where somebody was faster. */
  readonly redeem: (id: string, tokenHash: string, untilSeconds: number) => Promise<boolean>
  /** A statement that ends the links of a credential that were not used up. */
  readonly endOpen: (credentialId: string) => D1PreparedStatement
  /** A statement that ends a link whose copies are handed over. It writes NULL, and so undoes all, where it was used meanwhile. */
  readonly close: (id: string, notificationHash: string) => D1PreparedStatement
  /** Keeps what the wallet told; false where nothing was handed over under that name to the holder of the claim. */
  readonly note: (id: string, notificationHash: string, outcome: ClaimOutcome) => Promise<boolean>
}

type Row = Omit<Claim, 'asksForCode' | 'replaces'> & {
  readonly asks_for_code: number
  readonly replaces: number
}

const COLUMNS = `id, credential_id AS credentialId, issuer_slug AS issuerSlug, asks_for_code, replaces, tries,
  CASE WHEN state IN ('offered', 'redeemed') AND expires_at <= ?1 THEN 'expired' ELSE state END AS state,
  CASE WHEN expires_at > ?1 THEN sealed_order END AS sealedOrder,
  expires_at AS expiresAt, created_at AS createdAt, claimed_at AS claimedAt, outcome`

const toClaim = ({ asks_for_code, replaces, ...row }: Row): Claim => ({
  ...row,
  asksForCode: asks_for_code === 1,
  replaces: replaces === 1,
})

const ADD = `INSERT INTO claims (id, credential_id, issuer_slug, code_hash, asks_for_code, replaces, sealed_order, expires_at, created_at)
  SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7, ?2
  FROM json_each(?1)`

export const createClaims = (db: D1Database, now: () => number): Claims => {
  const run = (sql: string, ...values: unknown[]) => db.prepare(sql).bind(...values)
  const find = async (condition: string, value: string): Promise<Claim | undefined> => {
    const row = await run(
      `SELECT ${COLUMNS} FROM claims WHERE ${condition}`,
      now(),
      value,
    ).first<Row>()
    return row ? toClaim(row) : undefined
  }

  return {
    inserts(claims) {
      const rows = claims.map((claim) => [
        claim.id,
        claim.credentialId,
        claim.issuerSlug,
        claim.codeHash,
        Number(claim.asksForCode),
        Number(claim.replaces),
        claim.sealedOrder,
        claim.expiresAt,
      ])
      return [
        run(
          `UPDATE claims SET sealed_order = NULL, state = 'expired'
           WHERE sealed_order IS NOT NULL AND expires_at <= ?1`,
          now(),
        ),
        ...jsonSlices(rows).map((slice) => run(ADD, slice, now())),
      ]
    },

    findByCode: (codeHash) => find('code_hash = ?2', codeHash),

    findByToken: (tokenHash) => find('token_hash = ?2 AND token_expires_at > ?1', tokenHash),

    newest: (credentialId) =>
      find('credential_id = ?2 ORDER BY created_at DESC, rowid DESC LIMIT 1', credentialId),

    async countTry(id) {
      const row = await run(
        `UPDATE claims SET tries = tries + 1 WHERE id = ?1 AND state = 'offered' AND tries < ?2 RETURNING tries`,
        id,
        CLAIM_TRIES_MAX_COUNT,
      ).first<{ tries: number }>()
      return row?.tries
    },

    lock: (id) =>
      run(
        `UPDATE claims SET state = 'locked', sealed_order = NULL WHERE id = ?1 AND state = 'offered'`,
        id,
      ),

    endOpen: (credentialId) =>
      run(
        `UPDATE claims SET state = 'expired', sealed_order = NULL
         WHERE credential_id = ?1 AND sealed_order IS NOT NULL`,
        credentialId,
      ),

    async redeem(id, tokenHash, untilSeconds) {
      const row = await run(
        `UPDATE claims SET state = 'redeemed', token_hash = ?2, token_expires_at = ?3
         WHERE id = ?1 AND state = 'offered' AND expires_at > ?4 RETURNING id`,
        id,
        tokenHash,
        untilSeconds,
        now(),
      ).first()
      return row !== null
    },

    close: (id, notificationHash) =>
      run(
        `UPDATE claims SET state = CASE state WHEN 'redeemed' THEN 'claimed' END, sealed_order = NULL,
         notification_hash = ?2, claimed_at = ?3 WHERE id = ?1`,
        id,
        notificationHash,
        now(),
      ),

    async note(id, notificationHash, outcome) {
      const row = await run(
        `UPDATE claims SET outcome = ?3 WHERE id = ?1 AND notification_hash = ?2 RETURNING id`,
        id,
        notificationHash,
        outcome,
      ).first()
      return row !== null
    },
  }
}
