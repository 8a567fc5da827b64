// Tables credentials, status_entries and status_changes: what was issued and in which state it is. No claims.
// An attacker who can write them can make a revoked credential look in force, or the other way round.
import type { StatusPlace } from '../../shared/issue/credential-frame.ts'
import type { CredentialState } from '../../shared/status/state-table.ts'

export interface IssuedCredential {
  /** UUID, without `urn:uuid:`. */
  readonly id: string
  readonly issuerSlug: string
  readonly kind: string
  readonly format: string
  readonly state: CredentialState
}

export interface StatusChange {
  readonly credentialId: string
  readonly from: CredentialState
  readonly state: CredentialState
  readonly sealedReason: string
  readonly keyHash: string
}

export interface Credentials {
  readonly find: (issuerSlug: string, id: string) => Promise<IssuedCredential | undefined>
  /** Statements that record a new credential and its status indices; run them in one batch. */
  readonly inserts: (
    credential: Omit<IssuedCredential, 'state'>,
    places: readonly StatusPlace[],
  ) => readonly D1PreparedStatement[]
  readonly purposes: (id: string) => Promise<readonly string[]>
  /** Writes state and history at once and lets the lists be signed anew; false where the state was no longer `from`. */
  readonly changeStatus: (change: StatusChange) => Promise<boolean>
}

export const createCredentials = (db: D1Database, now: () => number): Credentials => ({
  async find(issuerSlug, id) {
    const row = await db
      .prepare('SELECT kind, format, state FROM credentials WHERE id = ?1 AND issuer_slug = ?2')
      .bind(id, issuerSlug)
      .first<{ kind: string; format: string; state: CredentialState }>()
    return row ? { id, issuerSlug, ...row } : undefined
  },

  inserts: ({ id, issuerSlug, kind, format }, places) => [
    db
      .prepare(
        'INSERT INTO credentials (id, issuer_slug, kind, format, issued_at) VALUES (?1, ?2, ?3, ?4, ?5)',
      )
      .bind(id, issuerSlug, kind, format, now()),
    ...places.map(({ listUrl, index, purpose }) =>
      db
        .prepare(
          `INSERT INTO status_entries (list_url, list_index, credential_id, purpose)
           VALUES (?1, ?2, ?3, ?4)`,
        )
        .bind(listUrl, index, id, purpose),
    ),
  ],

  async purposes(id) {
    const { results } = await db
      .prepare('SELECT purpose FROM status_entries WHERE credential_id = ?1')
      .bind(id)
      .all<{ purpose: string }>()
    return results.map(({ purpose }) => purpose)
  },

  async changeStatus({ credentialId, from, state, sealedReason, keyHash }) {
    const [changed] = await db.batch([
      db
        .prepare('UPDATE credentials SET state = ?1 WHERE id = ?2 AND state = ?3')
        .bind(state, credentialId, from),
      // The history row is the token of a won race: what follows acts only where it was written just now.
      db
        .prepare(
          `INSERT INTO status_changes (credential_id, state, sealed_reason, key_hash, changed_at)
           SELECT ?1, ?2, ?3, ?4, ?5 WHERE changes() = 1`,
        )
        .bind(credentialId, state, sealedReason, keyHash, now()),
      db
        .prepare(
          `UPDATE status_lists SET revision = revision + 1 WHERE changes() = 1 AND url IN
           (SELECT list_url FROM status_entries WHERE credential_id = ?1)`,
        )
        .bind(credentialId),
    ])
    return changed?.meta.changes === 1
  },
})
