// Table signing_requests: sealed drafts that wait for a signature. An attacker who can write it can lose orders; without the sealing key he
// cannot change what is asked to be signed.
import { SIGNING_REQUEST_LIFETIME_SECONDS } from '../../shared/limits.ts'

export interface SigningRequest {
  /** UUID; of the credential that is to be issued, where it is one. */
  readonly id: string
  readonly issuerSlug: string
  /** A kind of credential, or `status_delegation`. */
  readonly kind: string
  /** Absolute DID URL of the key that has to sign. */
  readonly kid: string
  readonly sealedDraft: string
}

/** One that waits: nobody signs it at `expiresSeconds` (since the Unix epoch) or later. */
export interface OpenSigningRequest extends SigningRequest {
  readonly expiresSeconds: number
}

/** Those that expired are as if they were not there. */
export interface SigningRequests {
  readonly find: (issuerSlug: string, id: string) => Promise<OpenSigningRequest | undefined>
  /** The oldest of a kind. */
  readonly findOfKind: (issuerSlug: string, kind: string) => Promise<OpenSigningRequest | undefined>
  /** The oldest ones, behind those of the kind that goes first. */
  readonly list: (
    issuerSlug: string,
    firstKind: string,
    count: number,
  ) => Promise<readonly OpenSigningRequest[]>
  readonly insert: (request: SigningRequest) => D1PreparedStatement
  readonly remove: (id: string) => D1PreparedStatement
  /** Removes what expired. */
  readonly removeExpired: () => D1PreparedStatement
  /** Removes all that a key was asked for. */
  readonly removeOf: (kid: string) => D1PreparedStatement
}

interface Row {
  readonly id: string
  readonly issuer_slug: string
  readonly kind: string
  readonly kid: string
  readonly sealed_draft: string
  readonly created_at: number
}

const toRequest = (row: Row): OpenSigningRequest => ({
  id: row.id,
  issuerSlug: row.issuer_slug,
  kind: row.kind,
  kid: row.kid,
  sealedDraft: row.sealed_draft,
  expiresSeconds: row.created_at + SIGNING_REQUEST_LIFETIME_SECONDS,
})

const COLUMNS = 'id, issuer_slug, kind, kid, sealed_draft, created_at'

/** What was asked for at this moment has just expired. */
const oldest = (now: () => number): number => now() - SIGNING_REQUEST_LIFETIME_SECONDS

export const createSigningRequests = (db: D1Database, now: () => number): SigningRequests => ({
  async find(issuerSlug, id) {
    const row = await db
      .prepare(
        `SELECT ${COLUMNS} FROM signing_requests
         WHERE id = ?1 AND issuer_slug = ?2 AND created_at > ?3`,
      )
      .bind(id, issuerSlug, oldest(now))
      .first<Row>()
    return row ? toRequest(row) : undefined
  },

  async findOfKind(issuerSlug, kind) {
    const row = await db
      .prepare(
        `SELECT ${COLUMNS} FROM signing_requests
         WHERE issuer_slug = ?1 AND kind = ?2 AND created_at > ?3
         ORDER BY created_at, id LIMIT 1`,
      )
      .bind(issuerSlug, kind, oldest(now))
      .first<Row>()
    return row ? toRequest(row) : undefined
  },

  async list(issuerSlug, firstKind, count) {
    const { results } = await db
      .prepare(
        `SELECT ${COLUMNS} FROM signing_requests WHERE issuer_slug = ?1 AND created_at > ?4
         ORDER BY kind <> ?2, created_at, id LIMIT ?3`,
      )
      .bind(issuerSlug, firstKind, count, oldest(now))
      .all<Row>()
    return results.map(toRequest)
  },

  insert: ({ id, issuerSlug, kind, kid, sealedDraft }) =>
    db
      .prepare(`INSERT INTO signing_requests (${COLUMNS}) VALUES (?1, ?2, ?3, ?4, ?5, ?6)`)
      .bind(id, issuerSlug, kind, kid, sealedDraft, now()),

  removeExpired: () =>
    db.prepare('DELETE FROM signing_requests WHERE created_at <= ?1').bind(oldest(now)),

  removeOf: (kid) => db.prepare('DELETE FROM signing_requests WHERE kid = ?1').bind(kid),

  remove: (id) => db.prepare('DELETE FROM signing_requests WHERE id = ?1').bind(id),
})
