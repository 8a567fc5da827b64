// Approving and refusing: another operator than the proposer, once. Uses storage and the sealer.
import { utf8Decode, utf8Encode } from '../../shared/encoding/bytes.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { RefuseProposal } from '../../shared/wire/proposals.ts'
import { type Actor, nameOfActor } from '../auth/actor.ts'
import type { Alongside } from '../issuing/alongside.ts'
import type { Replay } from '../issuing/replay.ts'
import type { Refusal } from '../middleware/problem-details.ts'
import type { Services } from '../services.ts'
import type { Issuer } from '../storage/issuers.ts'
import type { Operator } from '../storage/operators.ts'
import type { StoredProposal } from '../storage/proposals.ts'
import { isTaken } from '../storage/unique.ts'
import type { ProposedOrder } from './orders.ts'
import { once, orderContext } from './propose.ts'
import { runOrder } from './run-order.ts'

export interface Approved {
  readonly proposal: { readonly id: string; readonly state: 'approved' }
  /** What the direct path would have answered: a signed credential leaves here, once. */
  readonly result: object
}

export interface Refused {
  readonly proposal: { readonly id: string; readonly state: 'refused' }
}

const DECIDED = err({ code: 'proposal.decided' } as const)

/** Where the sealed note of a refusal belongs. */
export const noteContext = (id: string): string => `proposal-note:${id}`

/** The sealed order, unsealed. */
export async function openOrder(
  { sealer }: Pick<Services, 'sealer'>,
  id: string,
  sealedOrder: string,
): Promise<ProposedOrder> {
  const text = utf8Decode(await sealer.unseal(sealedOrder, orderContext(id)))
  return JSON.parse(text ?? '') as ProposedOrder
}

type Waiting = StoredProposal & { readonly sealedOrder: string }

async function findWaiting(
  { proposals }: Services,
  { slug }: Issuer,
  operator: Operator,
  id: string,
): Promise<Result<Waiting, Refusal>> {
  if (operator.role !== 'approver' || operator.issuerSlug !== slug) {
    return err({ code: 'auth.forbidden' })
  }
  const proposal = await proposals.find(slug, id)
  if (!proposal) return err({ code: 'proposal.unknown' })
  if (proposal.proposedBy === nameOfActor(actorOf(operator))) return err({ code: 'proposal.own' })
  const { state, sealedOrder } = proposal
  return state === 'proposed' && sealedOrder !== undefined
    ? ok({ ...proposal, sealedOrder })
    : DECIDED
}

const actorOf = ({ id }: Operator): Actor => ({ kind: 'operator', id })

/**
 * Carries out what was proposed, exactly once: the decision and what the log tells of it are written in the transaction of the order,
 * under a key that nobody can write twice. So is the answer, sealed, where an `Idempotency-Key` is named: who lost it asks again.
 *
 * @returns `auth.forbidden`, `proposal.unknown`, `proposal.own`, `proposal.decided`, `idempotency.conflict`, or why the order cannot
 *   be carried out any more; then it stays proposed, to be refused
 */
export const approve = (
  services: Services,
  issuer: Issuer,
  operator: Operator,
  id: string,
  idempotencyKey?: string,
): Promise<Result<Approved, Refusal>> => {
  const ask = { actor: actorOf(operator), order: { approve: id }, idempotencyKey }
  return once(services, issuer, ask, (keep: Replay<Approved>['keep']) =>
    approveNow(services, issuer, operator, id, keep),
  )
}

async function approveNow(
  services: Services,
  issuer: Issuer,
  operator: Operator,
  id: string,
  keep: Alongside<Approved>,
): Promise<Result<Approved, Refusal>> {
  const waiting = await findWaiting(services, issuer, operator, id)
  if (!waiting.ok) return waiting
  const { audit, proposals } = services
  const actor = actorOf(operator)
  const decision = { proposalId: id, state: 'approved', decidedBy: nameOfActor(actor) } as const
  const act = { actor, action: 'proposal.approved', target: `proposal:${id}` } as const
  const approved = (result: object): Approved => ({ proposal: { id, state: 'approved' }, result })
  const decide: Alongside = async (result) => [
    ...proposals.decide(decision),
    audit.entry(issuer.slug, act),
    ...(await keep(approved(result))),
  ]
  const order = await openOrder(services, id, waiting.value.sealedOrder)
  const done = await unlessDecided(runOrder(order, { services, issuer, actor, decide }))
  if (done.ok) return ok(approved(done.value))
  // Whoever came second may be told that the credential has moved, when it is the proposal that has.
  const after = await proposals.find(issuer.slug, id)
  return after?.state === 'proposed' ? done : DECIDED
}

/** @returns `auth.forbidden`, `proposal.unknown`, `proposal.own`, `proposal.decided` */
export async function refuse(
  services: Services,
  issuer: Issuer,
  operator: Operator,
  id: string,
  { reasonCode, note }: RefuseProposal,
): Promise<Result<Refused, Refusal>> {
  const waiting = await findWaiting(services, issuer, operator, id)
  if (!waiting.ok) return waiting
  const { audit, proposals, sealer } = services
  const actor = actorOf(operator)
  const statements = proposals.decide({
    proposalId: id,
    state: 'refused',
    decidedBy: nameOfActor(actor),
    reasonCode,
    ...(note !== undefined && { sealedNote: await sealer.seal(utf8Encode(note), noteContext(id)) }),
  })
  const act = {
    actor,
    action: 'proposal.refused',
    target: `proposal:${id}`,
    detail: { reasonCode },
  } as const
  const written = audit.append(issuer.slug, act, statements)
  return unlessDecided(written.then(() => ok({ proposal: { id, state: 'refused' } } as const)))
}

/** A unique key says that somebody else decided first. */
async function unlessDecided<T>(work: Promise<Result<T, Refusal>>): Promise<Result<T, Refusal>> {
  try {
    return await work
  } catch (error) {
    if (isTaken(error)) return DECIDED
    throw error
  }
}
