// Table remarks: closings of issuers and doubts about awards, as signed texts. An attacker who can write it can withhold them, or
// have us refuse an issuer as closed and let another one change its statuses; what verifiers believe is signed.
import type { Remark } from '../../shared/trust/remark.ts'

export interface StoredRemark {
  /** UUID. */
  readonly id: string
  readonly kind: Remark['kind']
  readonly subject: string
  readonly text: string
  /** Of a succession. */
  readonly closing?: StoredClosing
}

export interface StoredClosing {
  /** Seconds since the Unix epoch. */
  readonly closedSeconds: number
  /** A DID. */
  readonly keeper?: string
}

export interface Remarks {
  /** Those that were not taken back, oldest first. */
  readonly list: () => Promise<readonly StoredRemark[]>
  /** The closing that stands, also one that is still to come. */
  readonly findClosing: (subject: string) => Promise<StoredClosing | undefined>
  readonly insert: (remark: StoredRemark) => D1PreparedStatement
}

interface Row {
  readonly id: string
  readonly kind: Remark['kind']
  readonly subject_did: string
  readonly closed_at: number | null
  readonly keeper_did: string | null
  readonly text: string
}

const STANDING = `SELECT r.id, r.kind, r.subject_did, r.closed_at, r.keeper_did, r.text
  FROM remarks r JOIN credentials c ON c.id = r.id WHERE c.state <> 'revoked'`

const closingIn = ({ closed_at, keeper_did }: Row): StoredClosing | undefined =>
  closed_at === null
    ? undefined
    : { closedSeconds: closed_at, ...(keeper_did !== null && { keeper: keeper_did }) }

const toRemark = (row: Row): StoredRemark => {
  const closing = closingIn(row)
  return {
    id: row.id,
    kind: row.kind,
    subject: row.subject_did,
    text: row.text,
    ...(closing && { closing }),
  }
}

export const createRemarks = (db: D1Database, now: () => number): Remarks => ({
  async list() {
    const { results } = await db.prepare(`${STANDING} ORDER BY r.created_at, r.id`).all<Row>()
    return results.map(toRemark)
  },

  async findClosing(subject) {
    const row = await db
      .prepare(
        `${STANDING} AND r.subject_did = ?1 AND r.kind = 'succession' ORDER BY r.closed_at LIMIT 1`,
      )
      .bind(subject)
      .first<Row>()
    return row ? closingIn(row) : undefined
  },

  insert: ({ id, kind, subject, text, closing }) =>
    db
      .prepare(
        `INSERT INTO remarks (id, kind, subject_did, closed_at, keeper_did, text, created_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)`,
      )
      .bind(
        id,
        kind,
        subject,
        closing?.closedSeconds ?? null,
        closing?.keeper ?? null,
        text,
        now(),
      ),
})
