// Proposals as operators read them: page by page, and one with its order. Uses storage and the sealer.
import { utf8Decode } from '../../shared/encoding/bytes.ts'
import { formatDateTime } from '../../shared/encoding/time.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { RefusalReasonCode } from '../../shared/wire/proposals.ts'
import type { Refusal } from '../middleware/problem-details.ts'
import type { Services } from '../services.ts'
import type { Operator } from '../storage/operators.ts'
import type { ProposalState, StoredProposal } from '../storage/proposals.ts'
import { noteContext, openOrder } from './decide.ts'
import type { ProposedOrder } from './orders.ts'

export interface ProposalView extends Pick<StoredProposal, 'id' | 'kind' | 'state' | 'proposedBy'> {
  /** RFC 3339, UTC. */
  readonly createdAt: string
  readonly expiresAt: string
  readonly decision?: {
    readonly decidedBy: string
    readonly decidedAt: string
    readonly reasonCode?: RefusalReasonCode
    readonly note?: string
  }
}

/** With what is asked for, for approvers and as long as it waits. */
export interface OpenProposal extends ProposalView {
  readonly order?: ProposedOrder
}

export interface ProposalList {
  readonly proposals: readonly ProposalView[]
  /** The cursor of the next page, absent on the last one. */
  readonly next?: string
}

/** What `next` looks like. */
export const CURSOR = /^\d{1,12}\.[0-9a-f-]{36}$/

async function toView(
  { sealer }: Pick<Services, 'sealer'>,
  proposal: StoredProposal,
): Promise<ProposalView> {
  const { id, kind, state, proposedBy, createdAt, expiresAt, decision } = proposal
  const note =
    decision?.sealedNote === undefined
      ? null
      : utf8Decode(await sealer.unseal(decision.sealedNote, noteContext(id)))
  return {
    id,
    kind,
    state,
    proposedBy,
    createdAt: formatDateTime(createdAt),
    expiresAt: formatDateTime(expiresAt),
    ...(decision && {
      decision: {
        decidedBy: decision.decidedBy,
        decidedAt: formatDateTime(decision.decidedAt),
        ...(decision.reasonCode !== undefined && { reasonCode: decision.reasonCode }),
        ...(note !== null && { note }),
      },
    }),
  }
}

/** Newest first. @param page - `cursor` is the `next` of the page before */
export async function listProposals(
  services: Pick<Services, 'proposals' | 'sealer'>,
  issuerSlug: string,
  page: {
    readonly state?: ProposalState | undefined
    readonly cursor?: string | undefined
    readonly limit: number
  },
): Promise<ProposalList> {
  const [createdAt, id] = page.cursor?.split('.') ?? []
  const found = await services.proposals.list(issuerSlug, {
    state: page.state,
    ...(createdAt && id && { after: { createdAt: Number(createdAt), id } }),
    limit: page.limit,
  })
  const last = found.length === page.limit ? found.at(-1) : undefined
  return {
    proposals: await Promise.all(found.map((proposal) => toView(services, proposal))),
    ...(last && { next: `${last.createdAt}.${last.id}` }),
  }
}

/** One proposal; approvers read the order, too. @returns `proposal.unknown` */
export async function readProposal(
  services: Pick<Services, 'proposals' | 'sealer'>,
  reader: Operator,
  id: string,
): Promise<Result<OpenProposal, Refusal>> {
  const proposal = await services.proposals.find(reader.issuerSlug, id)
  if (!proposal) return err({ code: 'proposal.unknown' })
  const view = await toView(services, proposal)
  const { sealedOrder } = proposal
  return reader.role === 'approver' && sealedOrder !== undefined
    ? ok({ ...view, order: await openOrder(services, id, sealedOrder) })
    : ok(view)
}
