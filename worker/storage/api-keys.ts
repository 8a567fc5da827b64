// Table api_keys: hashes of API keys, once their issuer is founded. An attacker who can write it can issue in any issuer's name.
import { API_KEY_SEEN_SECONDS } from '../../shared/limits.ts'
import { API_SCOPES, type ApiKey } from './issuers.ts'

export interface NamedApiKey extends ApiKey {
  /** What it is for, in the words of whoever made it. */
  readonly name: string
  /** Seconds since the Unix epoch. */
  readonly createdSeconds: number
  /** To `API_KEY_SEEN_SECONDS`; absent where nobody has used it. */
  readonly usedSeconds?: number
}

export interface ApiKeys {
  /** A key that was not revoked, by its hash. */
  readonly find: (keyHash: string) => Promise<NamedApiKey | undefined>
  /** What keys are called, by hash, those included that were revoked. */
  readonly names: (
    issuerSlug: string,
    keyHashes: readonly string[],
  ) => Promise<ReadonlyMap<string, string>>
  /** Keys of an issuer that were not revoked, the oldest first. */
  readonly list: (issuerSlug: string) => Promise<readonly NamedApiKey[]>
  /** Remembers that a key is used, unless that was written a moment ago. */
  readonly markUsed: (key: NamedApiKey) => Promise<void>
  readonly insert: (key: Omit<NamedApiKey, 'createdSeconds' | 'usedSeconds'>) => D1PreparedStatement
  /** A statement that revokes a key for good; it undoes its transaction where the key was revoked meanwhile. */
  readonly revoke: (keyHash: string) => D1PreparedStatement
}

interface ApiKeyRow {
  readonly key_hash: string
  readonly issuer_slug: string
  readonly scopes: string
  readonly name: string
  readonly created_at: number
  readonly last_used_at: number | null
}

const COLUMNS = 'key_hash, issuer_slug, scopes, name, created_at, last_used_at'

function toApiKey(row: ApiKeyRow): NamedApiKey {
  const { key_hash, issuer_slug, scopes, name, created_at, last_used_at } = row
  const granted = scopes.split(' ')
  return {
    keyHash: key_hash,
    issuerSlug: issuer_slug,
    scopes: API_SCOPES.filter((scope) => granted.includes(scope)),
    name,
    createdSeconds: created_at,
    ...(last_used_at !== null && { usedSeconds: last_used_at }),
  }
}

export const createApiKeys = (db: D1Database, now: () => number): ApiKeys => ({
  async find(keyHash) {
    const row = await db
      .prepare(`SELECT ${COLUMNS} FROM api_keys WHERE key_hash = ?1 AND revoked_at IS NULL`)
      .bind(keyHash)
      .first<ApiKeyRow>()
    return row ? toApiKey(row) : undefined
  },

  async names(issuerSlug, keyHashes) {
    const { results } = await db
      .prepare(
        `SELECT key_hash, name FROM api_keys
         WHERE issuer_slug = ?1 AND key_hash IN (SELECT value FROM json_each(?2))`,
      )
      .bind(issuerSlug, JSON.stringify(keyHashes))
      .all<Pick<ApiKeyRow, 'key_hash' | 'name'>>()
    return new Map(results.map(({ key_hash, name }) => [key_hash, name]))
  },

  async list(issuerSlug) {
    const { results } = await db
      .prepare(
        `SELECT ${COLUMNS} FROM api_keys
         WHERE issuer_slug = ?1 AND revoked_at IS NULL ORDER BY created_at, key_hash`,
      )
      .bind(issuerSlug)
      .all<ApiKeyRow>()
    return results.map(toApiKey)
  },

  async markUsed({ keyHash, usedSeconds = 0 }) {
    if (usedSeconds > now() - API_KEY_SEEN_SECONDS) return
    await db
      .prepare('UPDATE api_keys SET last_used_at = ?2 WHERE key_hash = ?1')
      .bind(keyHash, now())
      .run()
  },

  insert: ({ keyHash, issuerSlug, scopes, name }) =>
    db
      .prepare(`INSERT INTO api_keys (${COLUMNS}) VALUES (?1, ?2, ?3, ?4, ?5, NULL)`)
      .bind(keyHash, issuerSlug, scopes.join(' '), name, now()),

  revoke: (keyHash) =>
    db
      .prepare(
        `UPDATE api_keys SET revoked_at = ?2, name = CASE WHEN revoked_at IS NULL THEN name END
         WHERE key_hash = ?1`,
      )
      .bind(keyHash, now()),
})
