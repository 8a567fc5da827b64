// Table issuer_policies: which issuers ask for four eyes. An attacker who can write it can act alone in an issuer's name.

export interface Policies {
  /** Whether an issuer asks for four eyes; not, where nobody ever said so. */
  readonly asksForFourEyes: (issuerSlug: string) => Promise<boolean>
  readonly change: (issuerSlug: string, fourEyes: boolean) => D1PreparedStatement
}

export const createPolicies = (db: D1Database, now: () => number): Policies => ({
  async asksForFourEyes(issuerSlug) {
    const row = await db
      .prepare('SELECT four_eyes FROM issuer_policies WHERE issuer_slug = ?1')
      .bind(issuerSlug)
      .first<{ four_eyes: number }>()
    return row?.four_eyes === 1
  },

  change: (issuerSlug, fourEyes) =>
    db
      .prepare(
        `INSERT INTO issuer_policies (issuer_slug, four_eyes, changed_at) VALUES (?1, ?2, ?3)
         ON CONFLICT DO UPDATE SET four_eyes = ?2, changed_at = ?3`,
      )
      .bind(issuerSlug, fourEyes ? 1 : 0, now()),
})
