// Table registry_successions. An attacker who can write it can lose verifiers that pinned an older key; only a registry key can lead them
// to another one.

export interface RegistrySuccessions {
  /** Signed statements, the oldest first. */
  readonly list: () => Promise<readonly string[]>
  /** @param number - of the key that follows; the statement fails where it has been named already */
  readonly insert: (number: number, statement: string) => D1PreparedStatement
}

export const createRegistrySuccessions = (db: D1Database): RegistrySuccessions => ({
  async list() {
    const { results } = await db
      .prepare('SELECT statement FROM registry_successions ORDER BY number')
      .all<{ statement: string }>()
    return results.map(({ statement }) => statement)
  },

  insert: (number, statement) =>
    db
      .prepare('INSERT INTO registry_successions (number, statement) VALUES (?1, ?2)')
      .bind(number, statement),
})
