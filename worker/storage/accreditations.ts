// Tables accreditations, listed_keys and status_delegations. They hold signed texts: an attacker who can write them can
// withhold an accreditation or list a wrong key for an accredited DID that is hosted elsewhere.
import type { PublicJwk } from '../../shared/index.ts'
import type { ListedKey } from '../keys/custody.ts'

export interface StoredAccreditation {
  /** UUID. */
  readonly id: string
  readonly accreditorSlug: string
  readonly subject: { readonly did: string; readonly name: string }
  readonly text: string
}

export interface Accreditations {
  readonly list: () => Promise<readonly StoredAccreditation[]>
  /** Statements that record an accreditation, the keys of its subject, and a new sequence of the trust list. */
  readonly inserts: (
    accreditation: StoredAccreditation,
    keys: readonly ListedKey[],
  ) => readonly D1PreparedStatement[]
  readonly listedKeys: () => Promise<ReadonlyMap<string, readonly ListedKey[]>>
  readonly findDelegation: (
    issuerSlug: string,
  ) => Promise<{ text: string; validUntilSeconds: number } | undefined>
  readonly saveDelegation: (
    issuerSlug: string,
    text: string,
    validUntilSeconds: number,
  ) => Promise<void>
}

interface Row {
  readonly id: string
  readonly accreditor_slug: string
  readonly subject_did: string
  readonly subject_name: string
  readonly text: string
}

export const createAccreditations = (db: D1Database, now: () => number): Accreditations => ({
  async list() {
    const { results } = await db
      .prepare(
        `SELECT id, accreditor_slug, subject_did, subject_name, text FROM accreditations
         ORDER BY created_at, id`,
      )
      .all<Row>()
    return results.map((row) => ({
      id: row.id,
      accreditorSlug: row.accreditor_slug,
      subject: { did: row.subject_did, name: row.subject_name },
      text: row.text,
    }))
  },

  inserts: ({ id, accreditorSlug, subject, text }, keys) => [
    db
      .prepare(
        `INSERT INTO accreditations (id, accreditor_slug, subject_did, subject_name, text, created_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)`,
      )
      .bind(id, accreditorSlug, subject.did, subject.name, text, now()),
    ...keys.map(({ kid, ...jwk }) =>
      db
        .prepare(
          'INSERT INTO listed_keys (did, kid, public_jwk) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING',
        )
        .bind(subject.did, kid, JSON.stringify(jwk)),
    ),
    db.prepare('UPDATE trust_list SET sequence = sequence + 1'),
  ],

  async listedKeys() {
    const { results } = await db
      .prepare('SELECT did, kid, public_jwk FROM listed_keys ORDER BY did, kid')
      .all<{ did: string; kid: string; public_jwk: string }>()
    const byDid = Map.groupBy(results, (row) => row.did)
    return new Map(
      [...byDid].map(([did, rows]) => [
        did,
        rows.map(({ kid, public_jwk }) => ({ ...(JSON.parse(public_jwk) as PublicJwk), kid })),
      ]),
    )
  },

  async findDelegation(issuerSlug) {
    const row = await db
      .prepare('SELECT text, valid_until FROM status_delegations WHERE issuer_slug = ?1')
      .bind(issuerSlug)
      .first<{ text: string; valid_until: number }>()
    return row ? { text: row.text, validUntilSeconds: row.valid_until } : undefined
  },

  async saveDelegation(issuerSlug, text, validUntilSeconds) {
    await db
      .prepare(
        `INSERT INTO status_delegations (issuer_slug, text, valid_until) VALUES (?1, ?2, ?3)
         ON CONFLICT (issuer_slug) DO UPDATE SET text = ?2, valid_until = ?3`,
      )
      .bind(issuerSlug, text, validUntilSeconds)
      .run()
  },
})
