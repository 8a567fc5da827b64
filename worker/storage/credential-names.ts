// Table credential_names: the callers' own ids of credentials, hashed. An attacker who can write it can have another credential
// of the same issuer revoked than the one that was meant.

export interface CredentialNames {
  /** A statement that lets a credential be found by a name. */
  readonly insert: (
    issuerSlug: string,
    nameHash: string,
    credentialId: string,
  ) => D1PreparedStatement
  /** UUIDs of all credentials that an issuer gave this name: the same one may have been issued several times. */
  readonly find: (issuerSlug: string, nameHash: string) => Promise<readonly string[]>
}

export const createCredentialNames = (db: D1Database): CredentialNames => ({
  insert: (issuerSlug, nameHash, credentialId) =>
    db
      .prepare(
        'INSERT INTO credential_names (issuer_slug, name_hash, credential_id) VALUES (?1, ?2, ?3)',
      )
      .bind(issuerSlug, nameHash, credentialId),
  async find(issuerSlug, nameHash) {
    const { results } = await db
      .prepare(
        'SELECT credential_id FROM credential_names WHERE issuer_slug = ?1 AND name_hash = ?2',
      )
      .bind(issuerSlug, nameHash)
      .all<{ credential_id: string }>()
    return results.map((row) => row.credential_id)
  },
})
