// Table claim_references: offers that a wallet fetches by an address, once. Sealed, and their addresses hashed.
// An attacker who can write it can make references lead nowhere.

export interface ClaimReferences {
  readonly insert: (
    referenceHash: string,
    sealedOffer: string,
    untilSeconds: number,
  ) => Promise<void>
  /** The sealed offer, gone from then on; undefined where it was fetched before, or is out of time. */
  readonly take: (referenceHash: string) => Promise<string | undefined>
}

export const createClaimReferences = (db: D1Database, now: () => number): ClaimReferences => ({
  async insert(referenceHash, sealedOffer, untilSeconds) {
    await db.batch([
      db.prepare('DELETE FROM claim_references WHERE expires_at <= ?1').bind(now()),
      db
        .prepare(
          'INSERT INTO claim_references (reference_hash, sealed_offer, expires_at) VALUES (?1, ?2, ?3)',
        )
        .bind(referenceHash, sealedOffer, untilSeconds),
    ])
  },

  async take(referenceHash) {
    const row = await db
      .prepare(
        `DELETE FROM claim_references WHERE reference_hash = ?1
         RETURNING sealed_offer AS sealedOffer, expires_at AS expiresAt`,
      )
      .bind(referenceHash)
      .first<{ sealedOffer: string; expiresAt: number }>()
    return row && row.expiresAt > now() ? row.sealedOffer : undefined
  },
})
