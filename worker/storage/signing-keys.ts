// Table signing_keys. An attacker who can write it can stop us signing; without the sealing key he cannot sign.

export interface SigningKey {
  readonly kid: string
  readonly owner: string
  /** The public key, base64url. */
  readonly x: string
  readonly sealedPrivateKey: string
}

export interface SigningKeys {
  readonly find: (owner: string) => Promise<SigningKey | undefined>
  /** Does nothing where the owner has a key already. */
  readonly insertFirst: (key: SigningKey) => Promise<void>
}

interface Row {
  readonly kid: string
  readonly owner: string
  readonly public_x: string
  readonly sealed_private_key: string
}

export const createSigningKeys = (db: D1Database, now: () => number): SigningKeys => ({
  async find(owner) {
    const row = await db
      .prepare('SELECT kid, owner, public_x, sealed_private_key FROM signing_keys WHERE owner = ?1')
      .bind(owner)
      .first<Row>()
    return row
      ? { kid: row.kid, owner, x: row.public_x, sealedPrivateKey: row.sealed_private_key }
      : undefined
  },
  async insertFirst({ kid, owner, x, sealedPrivateKey }) {
    await db
      .prepare(
        `INSERT INTO signing_keys (kid, owner, public_x, sealed_private_key, created_at)
         VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (owner) DO NOTHING`,
      )
      .bind(kid, owner, x, sealedPrivateKey, now())
      .run()
  },
})
