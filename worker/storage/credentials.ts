// Tables credentials, status_entries and status_changes: what was issued and in which state it is. No claims.
// An attacker who can write them can make a revoked credential look in force, or the other way round.
import type { StatusPlace } from '../../shared/issue/credential-frame.ts'
import { type CredentialState, PUBLISHED_PURPOSES } from '../../shared/status/state-table.ts'

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
  /** As `nameOfActor` writes it. */
  readonly changedBy: string
}

export interface Credentials {
  readonly find: (issuerSlug: string, id: string) => Promise<IssuedCredential | undefined>
  /** Statements that record a new credential and its status indices; run them in one batch. */
  readonly inserts: (
    credential: Omit<IssuedCredential, 'state'> & {
      /** Absolute DID URL of the key that signed it. */
      readonly signingKid: string
    },
    places: readonly StatusPlace[],
  ) => readonly D1PreparedStatement[]
  readonly purposes: (id: string) => Promise<readonly string[]>
  /** Where its status is published, in the order of the purposes' table. */
  readonly places: (id: string) => Promise<readonly StatusPlace[]>
  /**
   * Writes state and history at once and lets the lists be signed anew; false, and nothing is written, where the state was no
   * longer `from`.
   *
   * @param alongside - statements for the same transaction
   */
  readonly changeStatus: (
    change: StatusChange,
    alongside?: readonly D1PreparedStatement[],
  ) => Promise<boolean>
}

export const createCredentials = (db: D1Database, now: () => number): Credentials => ({
  async find(issuerSlug, id) {
    const row = await db
      .prepare('SELECT kind, format, state FROM credentials WHERE id = ?1 AND issuer_slug = ?2')
      .bind(id, issuerSlug)
      .first<{ kind: string; format: string; state: CredentialState }>()
    return row ? { id, issuerSlug, ...row } : undefined
  },

  inserts: ({ id, issuerSlug, kind, format, signingKid }, places) => [
    db
      .prepare(
        `INSERT INTO credentials (id, issuer_slug, kind, format, issued_at, signing_kid)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)`,
      )
      .bind(id, issuerSlug, kind, format, now(), signingKid),
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
         WHERE credential_id = ?1`,
      )
      .bind(id)
      .all<StatusPlace>()
    return PUBLISHED_PURPOSES.flatMap((purpose) =>
      results.filter((place) => place.purpose === purpose),
    )
  },

  async purposes(id) {
    const { results } = await db
      .prepare('SELECT purpose FROM status_entries WHERE credential_id = ?1')
      .bind(id)
      .all<{ purpose: string }>()
    return results.map(({ purpose }) => purpose)
  },

  changeStatus: ({ credentialId, from, state, sealedReason, changedBy }, alongside = []) =>
    succeedsUnlessMoved(
      db.batch([
        db
          .prepare('UPDATE credentials SET state = ?1 WHERE id = ?2 AND state = ?3')
          .bind(state, credentialId, from),
        // No history without a change: where another one was faster this row is refused, and with it all the others.
        db
          .prepare(
            `INSERT INTO status_changes (credential_id, state, sealed_reason, changed_by, changed_at)
             VALUES (CASE changes() WHEN 1 THEN ?1 END, ?2, ?3, ?4, ?5)`,
          )
          .bind(credentialId, state, sealedReason, changedBy, now()),
        db
          .prepare(
            `UPDATE status_lists SET revision = revision + 1 WHERE url IN
             (SELECT list_url FROM status_entries WHERE credential_id = ?1)`,
          )
          .bind(credentialId),
        ...alongside,
      ]),
    ),
})

async function succeedsUnlessMoved(write: Promise<unknown>): Promise<boolean> {
  try {
    await write
    return true
  } catch (error) {
    if (error instanceof Error && error.message.includes(MOVED)) return false
    throw error
  }
}

const MOVED = 'NOT NULL constraint failed: status_changes.credential_id'
