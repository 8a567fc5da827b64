// Tables proposals and proposal_decisions: what waits for a second person, and who decided. Orders and notes are sealed.
// An attacker who can write them can refuse for others, or hide who decided; he cannot put an order there that opens.
import { PROPOSAL_TTL_SECONDS } from '../../shared/limits.ts'
import type { RefusalReasonCode } from '../../shared/wire/proposals.ts'

export const PROPOSAL_KINDS = ['issue', 'status', 'policy'] as const
export type ProposalKind = (typeof PROPOSAL_KINDS)[number]

export const PROPOSAL_STATES = ['proposed', 'approved', 'refused', 'expired'] as const
export type ProposalState = (typeof PROPOSAL_STATES)[number]

export interface StoredProposal {
  readonly id: string
  readonly kind: ProposalKind
  readonly state: ProposalState
  /** @see nameOfActor */
  readonly proposedBy: string
  /** Unix seconds. */
  readonly createdAt: number
  readonly expiresAt: number
  /** Absent once it is decided or out of time. */
  readonly sealedOrder?: string
  readonly decision?: {
    readonly decidedBy: string
    readonly decidedAt: number
    readonly reasonCode?: RefusalReasonCode
    readonly sealedNote?: string
  }
}

export interface Decision {
  readonly proposalId: string
  readonly state: 'approved' | 'refused'
  /** @see nameOfActor */
  readonly decidedBy: string
  readonly reasonCode?: RefusalReasonCode
  readonly sealedNote?: string
}

export interface ProposalPage {
  readonly state?: ProposalState | undefined
  /** The last proposal of the page before. */
  readonly after?: Pick<StoredProposal, 'createdAt' | 'id'> | undefined
  readonly limit: number
}

export interface Proposals {
  readonly insert: (
    issuerSlug: string,
    proposal: Pick<StoredProposal, 'id' | 'kind' | 'proposedBy'> & { readonly sealedOrder: string },
  ) => D1PreparedStatement
  readonly find: (issuerSlug: string, id: string) => Promise<StoredProposal | undefined>
  /** Newest first. */
  readonly list: (issuerSlug: string, page: ProposalPage) => Promise<readonly StoredProposal[]>
  /** Statements that decide and forget the order; they fail on a unique key where it was decided meanwhile. */
  readonly decide: (decision: Decision) => readonly D1PreparedStatement[]
}

interface Row {
  readonly id: string
  readonly kind: ProposalKind
  readonly state: ProposalState
  readonly proposed_by: string
  readonly created_at: number
  readonly expires_at: number
  readonly sealed_order: string | null
  readonly decided_by: string | null
  readonly decided_at: number | null
  readonly reason_code: RefusalReasonCode | null
  readonly sealed_note: string | null
}

const SELECT = `SELECT id, kind, p.state, proposed_by, created_at, expires_at, sealed_order, decided_by, decided_at, reason_code,
  sealed_note FROM proposals p LEFT JOIN proposal_decisions d ON d.proposal_id = p.id`

const toProposal = (row: Row): StoredProposal => ({
  id: row.id,
  kind: row.kind,
  state: row.state,
  proposedBy: row.proposed_by,
  createdAt: row.created_at,
  expiresAt: row.expires_at,
  ...(row.sealed_order !== null && { sealedOrder: row.sealed_order }),
  ...(row.decided_by !== null &&
    row.decided_at !== null && {
      decision: {
        decidedBy: row.decided_by,
        decidedAt: row.decided_at,
        ...(row.reason_code !== null && { reasonCode: row.reason_code }),
        ...(row.sealed_note !== null && { sealedNote: row.sealed_note }),
      },
    }),
})

export function createProposals(db: D1Database, now: () => number): Proposals {
  /** What ran out of time is forgotten before anybody reads. */
  async function read(issuerSlug: string, query: D1PreparedStatement): Promise<StoredProposal[]> {
    const expire = db
      .prepare(
        `UPDATE proposals SET state = 'expired', sealed_order = NULL
         WHERE issuer_slug = ?1 AND state = 'proposed' AND expires_at <= ?2`,
      )
      .bind(issuerSlug, now())
    const [, found] = await db.batch<Row>([expire, query])
    return (found?.results ?? []).map(toProposal)
  }

  return {
    insert: (issuerSlug, { id, kind, proposedBy, sealedOrder }) =>
      db
        .prepare(
          `INSERT INTO proposals (id, issuer_slug, kind, sealed_order, proposed_by, created_at, expires_at)
           VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)`,
        )
        .bind(id, issuerSlug, kind, sealedOrder, proposedBy, now(), now() + PROPOSAL_TTL_SECONDS),

    async find(issuerSlug, id) {
      const query = db.prepare(`${SELECT} WHERE id = ?1 AND issuer_slug = ?2`).bind(id, issuerSlug)
      const [proposal] = await read(issuerSlug, query)
      return proposal
    },

    list(issuerSlug, { state, after, limit }) {
      const query = db
        .prepare(
          `${SELECT} WHERE issuer_slug = ?1 AND (created_at, id) < (?2, ?3)
           ${state === undefined ? 'AND ?4 IS NULL' : 'AND p.state = ?4'}
           ORDER BY created_at DESC, id DESC LIMIT ?5`,
        )
        .bind(
          issuerSlug,
          after?.createdAt ?? Number.MAX_SAFE_INTEGER,
          after?.id ?? '',
          state ?? null,
          limit,
        )
      return read(issuerSlug, query)
    },

    decide: ({ proposalId, state, decidedBy, reasonCode, sealedNote }) => [
      db
        .prepare(
          `INSERT INTO proposal_decisions (proposal_id, state, decided_by, decided_at, reason_code, sealed_note)
           VALUES (?1, ?2, ?3, ?4, ?5, ?6)`,
        )
        .bind(proposalId, state, decidedBy, now(), reasonCode ?? null, sealedNote ?? null),
      db
        .prepare('UPDATE proposals SET state = ?1, sealed_order = NULL WHERE id = ?2')
        .bind(state, proposalId),
    ],
  }
}
