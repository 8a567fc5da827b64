// Tables shares, share_contents and share_looks: ciphertext that does not open here, and who looked. An attacker who can write them can make shares vanish, come
// back or count wrongly; he reads and forges nothing that was shared.
import {
  SHARE_LOG_KEPT_SECONDS,
  SHARE_LOOKS_MAX_COUNT,
  SHARE_PIN_TRIES_MAX_COUNT,
} from '../../shared/limits.ts'
import type { SharePurpose } from '../../shared/share/share-purposes.ts'
import { succeedsUnlessTaken } from './unique.ts'

/** Times are seconds since the Unix epoch. */
export interface Share {
  readonly id: string
  /** Hexadecimal, as `hashSecret` answers. */
  readonly controlHash: string
  readonly pinProofHash: string | null
  readonly asksPurpose: boolean
  readonly asksOrganisation: boolean
  readonly createdAt: number
  readonly expiresAt: number
  readonly maxLooks: number
  readonly looks: number
  readonly wrongPins: number
  readonly revokedAt: number | null
}

export interface NewShare
  extends Omit<Share, 'createdAt' | 'looks' | 'maxLooks' | 'wrongPins' | 'revokedAt'> {
  readonly ciphertext: string
  readonly maxLooks?: number | undefined
}

export interface StoredLook {
  readonly number: number
  readonly lookedAt: number
  readonly purpose: SharePurpose | null
  readonly sealedOrganisation: string | null
  /** ISO 3166-1 alpha-2, as the edge reports it. */
  readonly country: string | null
}

export interface ShareChange {
  readonly expiresAt?: number | undefined
  readonly maxLooks?: number | undefined
  readonly unlock?: true | undefined
}

export interface Shares {
  /** False where the id is taken. Forgets what ended long ago. */
  readonly insert: (share: NewShare) => Promise<boolean>
  readonly find: (id: string) => Promise<Share | undefined>
  /**
   * Counts a look, writes it down and answers the ciphertext, all or nothing. A wrong PIN is counted in the statement that compares
   * it: no crowd of guesses passes before the lock falls. `not_allowed`: `find` tells why.
   *
   * @param pinProofHash - base64url; null where nothing was sent
   */
  readonly look: (
    id: string,
    pinProofHash: string | null,
    look: Omit<StoredLook, 'number' | 'lookedAt'>,
  ) => Promise<
    { readonly ciphertext: string; readonly expiresAt: number } | 'pin_wrong' | 'not_allowed'
  >
  /** False where it is over or has been looked at more often than it now may be. */
  readonly change: (id: string, change: ShareChange) => Promise<boolean>
  /** Drops the ciphertext, for good. */
  readonly revoke: (id: string) => Promise<void>
  /** Oldest first. */
  readonly looks: (id: string, afterNumber: number, count: number) => Promise<readonly StoredLook[]>
}

interface Row extends Omit<Share, 'asksPurpose' | 'asksOrganisation'> {
  readonly asksPurpose: number
  readonly asksOrganisation: number
}

interface CountedRow {
  readonly isCounted: number
  readonly expiresAt: number
}

const COLUMNS = `id, control_hash AS controlHash, pin_proof_hash AS pinProofHash,
  asks_purpose AS asksPurpose, asks_organisation AS asksOrganisation, created_at AS createdAt,
  expires_at AS expiresAt, max_looks AS maxLooks, looks, wrong_pins AS wrongPins,
  revoked_at AS revokedAt`
const PIN_HOLDS = 'pin_proof_hash IS NULL OR pin_proof_hash IS ?3'
const OPEN = 'revoked_at IS NULL AND expires_at > ?2'

export const createShares = (db: D1Database, now: () => number): Shares => ({
  async insert(share) {
    const statements = [
      db.prepare('DELETE FROM shares WHERE expires_at <= ?1').bind(now() - SHARE_LOG_KEPT_SECONDS),
      db
        .prepare(
          'DELETE FROM share_contents WHERE share_id IN (SELECT id FROM shares WHERE expires_at <= ?1)',
        )
        .bind(now()),
      db
        .prepare(
          `INSERT INTO shares (id, control_hash, pin_proof_hash, asks_purpose, asks_organisation,
             created_at, expires_at, max_looks)
           VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)`,
        )
        .bind(
          share.id,
          share.controlHash,
          share.pinProofHash,
          share.asksPurpose ? 1 : 0,
          share.asksOrganisation ? 1 : 0,
          now(),
          share.expiresAt,
          share.maxLooks ?? SHARE_LOOKS_MAX_COUNT,
        ),
      db
        .prepare('INSERT INTO share_contents (share_id, ciphertext) VALUES (?1, ?2)')
        .bind(share.id, share.ciphertext),
    ]
    return succeedsUnlessTaken(db.batch(statements))
  },

  async find(id) {
    const row = await db
      .prepare(`SELECT ${COLUMNS} FROM shares WHERE id = ?1`)
      .bind(id)
      .first<Row>()
    return row
      ? {
          ...row,
          asksPurpose: row.asksPurpose === 1,
          asksOrganisation: row.asksOrganisation === 1,
        }
      : undefined
  },

  async look(id, pinProofHash, { purpose, sealedOrganisation, country }) {
    const [counted, , found] = await db.batch<CountedRow & { readonly ciphertext: string }>([
      db
        .prepare(
          `UPDATE shares SET looks = looks + (${PIN_HOLDS}), wrong_pins = wrong_pins + NOT (${PIN_HOLDS})
           WHERE id = ?1 AND ${OPEN} AND looks < max_looks AND wrong_pins < ?4
             AND (pin_proof_hash IS NULL OR ?3 IS NOT NULL)
             AND (asks_purpose = 0 OR ?5 IS NOT NULL)
             AND (asks_organisation = 0 OR ?6 IS NOT NULL)
           RETURNING ${PIN_HOLDS} AS isCounted, expires_at AS expiresAt`,
        )
        .bind(id, now(), pinProofHash, SHARE_PIN_TRIES_MAX_COUNT, purpose, sealedOrganisation),
      db
        .prepare(
          `INSERT INTO share_looks (share_id, number, looked_at, purpose, sealed_organisation, country)
           SELECT id, looks, ?2, ?4, ?5, ?6 FROM shares
           WHERE id = ?1 AND changes() = 1 AND (${PIN_HOLDS})`,
        )
        .bind(id, now(), pinProofHash, purpose, sealedOrganisation, country),
      db.prepare('SELECT ciphertext FROM share_contents WHERE share_id = ?1').bind(id),
    ])
    const row = counted?.results[0]
    if (!row) return 'not_allowed'
    if (row.isCounted !== 1) return 'pin_wrong'
    const ciphertext = found?.results[0]?.ciphertext
    if (ciphertext === undefined) throw new Error('An open share has no content')
    return { ciphertext, expiresAt: row.expiresAt }
  },

  async change(id, { expiresAt, maxLooks, unlock }) {
    const { meta } = await db
      .prepare(
        `UPDATE shares SET expires_at = coalesce(?3, expires_at),
           max_looks = coalesce(?4, max_looks), wrong_pins = CASE WHEN ?5 THEN 0 ELSE wrong_pins END
         WHERE id = ?1 AND ${OPEN} AND looks <= coalesce(?4, max_looks)`,
      )
      .bind(id, now(), expiresAt ?? null, maxLooks ?? null, unlock ? 1 : 0)
      .run()
    return meta.changes === 1
  },

  async revoke(id) {
    await db.batch([
      db
        .prepare('UPDATE shares SET revoked_at = coalesce(revoked_at, ?2) WHERE id = ?1')
        .bind(id, now()),
      db.prepare('DELETE FROM share_contents WHERE share_id = ?1').bind(id),
    ])
  },

  async looks(id, afterNumber, count) {
    const { results } = await db
      .prepare(
        `SELECT number, looked_at AS lookedAt, purpose, sealed_organisation AS sealedOrganisation,
           country
         FROM share_looks WHERE share_id = ?1 AND number > ?2 ORDER BY number LIMIT ?3`,
      )
      .bind(id, afterNumber, count)
      .all<StoredLook>()
    return results
  },
})
