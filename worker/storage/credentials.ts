// Tables credentials and status_entries: what was issued and in which state it is. No claims.
// An attacker who can write them can make a revoked credential look in force, or the other way round.
import type { StatusPlace } from '../../shared/issue/credential-frame.ts'
import { type CredentialState, PUBLISHED_PURPOSES } from '../../shared/status/state-table.ts'
import { settleStatus } from './settle-status.ts'

export interface IssuedCredential {
  /** UUID, without `urn:uuid:`. */
  readonly id: string
  readonly issuerSlug: string
  readonly kind: string
  readonly format: string
  readonly state: CredentialState
}

export interface FoundCredential extends IssuedCredential {
  /** Seconds since the Unix epoch. */
  readonly issuedAt: number
  /** Grows with every decision about its status. */
  readonly statusVersion: number
}

export interface Credentials {
  readonly find: (issuerSlug: string, id: string) => Promise<FoundCredential | undefined>
  /** Statements that record a new credential and its status indices; run them in one batch. */
  readonly inserts: (
    credential: Omit<IssuedCredential, 'state'> & {
      /** Absolute DID URL of the key that signed it; undefined while nothing of it is signed. */
      readonly signingKid: string | undefined
    },
    places: readonly StatusPlace[],
  ) => readonly D1PreparedStatement[]
  readonly purposes: (id: string) => Promise<readonly string[]>
  /** Where its own status is published, not that of its copies, in the order of the purposes' table. */
  readonly places: (id: string) => Promise<readonly StatusPlace[]>
}

export const createCredentials = (db: D1Database, now: () => number): Credentials => ({
  async find(issuerSlug, id) {
    await settleStatus(db, now())
    const row = await db
      .prepare(
        `SELECT kind, format, state, issued_at AS issuedAt, status_version AS statusVersion
         FROM credentials WHERE id = ?1 AND issuer_slug = ?2`,
      )
      .bind(id, issuerSlug)
      .first<Omit<FoundCredential, 'id' | 'issuerSlug'>>()
    return row ? { id, issuerSlug, ...row } : undefined
  },

  inserts: ({ id, issuerSlug, kind, format, signingKid }, places) => [
    db
      .prepare(
        `INSERT INTO credentials (id, issuer_slug, kind, format, issued_at, signing_kid)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)`,
      )
      .bind(id, issuerSlug, kind, format, now(), signingKid ?? null),
    ...places.map(({ listUrl, index, purpose }) =>
      db
        .prepare(
          `INSERT INTO status_entries (list_url, list_index, credential_id, purpose)
           VALUES (?1, ?2, ?3, ?4)`,
        )
        .bind(listUrl, index, id, purpose),
    ),
  ],

  async places(id) {
    const { results } = await db
      .prepare(
        `SELECT purpose, list_url AS listUrl, list_index AS "index" FROM status_entries
         WHERE credential_id = ?1 AND copy = 0`,
      )
      .bind(id)
      .all<StatusPlace>()
    return PUBLISHED_PURPOSES.flatMap((purpose) =>
      results.filter((place) => place.purpose === purpose),
    )
  },

  async purposes(id) {
    const { results } = await db
      .prepare('SELECT purpose FROM status_entries WHERE credential_id = ?1 AND copy = 0')
      .bind(id)
      .all<{ purpose: string }>()
    return results.map(({ purpose }) => purpose)
  },
})
