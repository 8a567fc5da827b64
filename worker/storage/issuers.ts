// Table issuers, and the first API key of each. An attacker who can write them can issue in an issuer's name from then on.
import { API_SCOPES } from '../../shared/wire/operators.ts'

export interface Issuer {
  readonly slug: string
  readonly did: string
  readonly name: string
  readonly url?: string
  readonly isTrustAnchor: boolean
}

export { API_SCOPES }
export type ApiScope = (typeof API_SCOPES)[number]

export interface ApiKey {
  readonly keyHash: string
  readonly issuerSlug: string
  readonly scopes: readonly ApiScope[]
}

export interface Issuers {
  readonly find: (slug: string) => Promise<Issuer | undefined>
  readonly list: () => Promise<readonly Issuer[]>
  /** Statements that add an issuer with its first API key; they fail on a unique key where the slug is taken. */
  readonly inserts: (issuer: Issuer, apiKey: ApiKey) => readonly D1PreparedStatement[]
  /** Adds an issuer that nobody has an API key of; does nothing where the slug is taken. */
  readonly addWithoutKey: (issuer: Issuer) => Promise<void>
}

interface IssuerRow {
  readonly slug: string
  readonly did: string
  readonly name: string
  readonly url: string | null
  readonly is_trust_anchor: number
}

const COLUMNS = 'slug, did, name, url, is_trust_anchor'

const toIssuer = (row: IssuerRow): Issuer => ({
  slug: row.slug,
  did: row.did,
  name: row.name,
  ...(row.url !== null && { url: row.url }),
  isTrustAnchor: row.is_trust_anchor === 1,
})

export const createIssuers = (db: D1Database, now: () => number): Issuers => ({
  async find(slug) {
    const row = await db
      .prepare(`SELECT ${COLUMNS} FROM issuers WHERE slug = ?1`)
      .bind(slug)
      .first<IssuerRow>()
    return row ? toIssuer(row) : undefined
  },

  async list() {
    const { results } = await db
      .prepare(`SELECT ${COLUMNS} FROM issuers ORDER BY slug`)
      .all<IssuerRow>()
    return results.map(toIssuer)
  },

  inserts: ({ slug, did, name, url, isTrustAnchor }, apiKey) => [
    db
      .prepare(`INSERT INTO issuers (${COLUMNS}, created_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)`)
      .bind(slug, did, name, url ?? null, isTrustAnchor ? 1 : 0, now()),
    db
      .prepare(
        'INSERT INTO api_keys (key_hash, issuer_slug, scopes, created_at) VALUES (?1, ?2, ?3, ?4)',
      )
      .bind(apiKey.keyHash, slug, apiKey.scopes.join(' '), now()),
    db.prepare('UPDATE trust_list SET sequence = sequence + 1'),
  ],

  async addWithoutKey({ slug, did, name }) {
    await db
      .prepare(
        `INSERT INTO issuers (${COLUMNS}, created_at) VALUES (?1, ?2, ?3, NULL, 0, ?4)
         ON CONFLICT DO NOTHING`,
      )
      .bind(slug, did, name, now())
      .run()
  },
})
