// Table issuer_domains: which domain an issuer has proved. An attacker who can write it can have people shown another domain for an issuer.

export interface IssuerDomain {
  readonly issuerSlug: string
  /** With its port where it has one. */
  readonly host: string
  /** Seconds since the Unix epoch. */
  readonly checkedSeconds: number
  /** When the proof ends, seconds since the Unix epoch. */
  readonly validUntilSeconds: number
}

export interface IssuerDomains {
  /** The proved domain, undefined where there is none or its proof has ended. */
  readonly find: (issuerSlug: string) => Promise<IssuerDomain | undefined>
  /** All of them, by slug. */
  readonly list: () => Promise<ReadonlyMap<string, IssuerDomain>>
  /** A statement that puts it in the place of an older one. */
  readonly put: (domain: IssuerDomain) => D1PreparedStatement
  readonly remove: (issuerSlug: string) => D1PreparedStatement
}

interface Row {
  readonly issuer_slug: string
  readonly host: string
  readonly checked_at: number
  readonly valid_until: number
}

const toDomain = (row: Row): IssuerDomain => ({
  issuerSlug: row.issuer_slug,
  host: row.host,
  checkedSeconds: row.checked_at,
  validUntilSeconds: row.valid_until,
})

const COLUMNS = 'issuer_slug, host, checked_at, valid_until'

export const createIssuerDomains = (db: D1Database, now: () => number): IssuerDomains => ({
  async find(issuerSlug) {
    const row = await db
      .prepare(`SELECT ${COLUMNS} FROM issuer_domains WHERE issuer_slug = ?1 AND valid_until > ?2`)
      .bind(issuerSlug, now())
      .first<Row>()
    return row ? toDomain(row) : undefined
  },

  async list() {
    const { results } = await db
      .prepare(`SELECT ${COLUMNS} FROM issuer_domains WHERE valid_until > ?1`)
      .bind(now())
      .all<Row>()
    return new Map(results.map((row) => [row.issuer_slug, toDomain(row)]))
  },

  put: ({ issuerSlug, host, checkedSeconds, validUntilSeconds }) =>
    db
      .prepare(`INSERT OR REPLACE INTO issuer_domains (${COLUMNS}) VALUES (?1, ?2, ?3, ?4)`)
      .bind(issuerSlug, host, checkedSeconds, validUntilSeconds),

  remove: (issuerSlug) =>
    db.prepare('DELETE FROM issuer_domains WHERE issuer_slug = ?1').bind(issuerSlug),
})
