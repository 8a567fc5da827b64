// Puts what somebody asked for aside, sealed, until a second person decides. Uses storage and the sealer.
import { utf8Encode } from '../../shared/encoding/bytes.ts'
import { PROPOSAL_ORDER_MAX_BYTES } from '../../shared/limits.ts'
import { ok, type Result } from '../../shared/result.ts'
import { type Actor, nameOfActor } from '../auth/actor.ts'
import { answerOnce, type Replay } from '../issuing/replay.ts'
import { type Refusal, refuse } from '../middleware/problem-details.ts'
import type { Services } from '../services.ts'
import type { Issuer } from '../storage/issuers.ts'
import { succeedsUnlessTaken } from '../storage/unique.ts'
import { type ProposedOrder, SHOWN_AS } from './orders.ts'

/** What is answered with 202. */
export interface Proposed {
  readonly proposal: { readonly id: string; readonly state: 'proposed' }
}

export const isProposed = (answer: object): answer is Proposed => 'proposal' in answer

/** Where the sealed order of a proposal belongs; it opens nowhere else. */
export const orderContext = (id: string): string => `proposal-order:${id}`

/** Whether what is asked for in this issuer's name waits for a second person. */
export const requiresApproval = (
  { policies }: Pick<Services, 'policies'>,
  issuerSlug: string,
): Promise<boolean> => policies.asksForFourEyes(issuerSlug)

/**
 * Records a proposal. An order that is too large for a row is refused with `request.too_large`.
 *
 * @param keep - statements for the same transaction, such as keeping the answer for a repeated request
 * @returns undefined where a unique key refused it: an answer to the same request is there already
 */
export async function propose(
  { audit, platform, proposals, sealer }: Services,
  issuer: Issuer,
  actor: Actor,
  proposed: ProposedOrder,
  keep: (answer: Proposed) => Promise<readonly D1PreparedStatement[]> = async () => [],
): Promise<Proposed | undefined> {
  const order = utf8Encode(JSON.stringify(proposed))
  if (order.length > PROPOSAL_ORDER_MAX_BYTES) throw refuse('request.too_large')
  const id = platform.uuid()
  const answer = { proposal: { id, state: 'proposed' } } as const
  const insert = proposals.insert(issuer.slug, {
    id,
    kind: SHOWN_AS[proposed.kind],
    proposedBy: nameOfActor(actor),
    sealedOrder: await sealer.seal(order, orderContext(id)),
  })
  const act = {
    actor,
    action: 'proposal.created',
    target: `proposal:${id}`,
    detail: { kind: SHOWN_AS[proposed.kind] },
  } as const
  const written = audit.append(issuer.slug, act, [insert, ...(await keep(answer))])
  return (await succeedsUnlessTaken(written)) ? answer : undefined
}

/** Who asks for what, and the `Idempotency-Key` under which it is asked for once. */
export interface Ask<O> {
  readonly actor: Actor
  readonly order: O
  readonly idempotencyKey?: string | undefined
  /** Who asks as the keeper of the records of an issuer that closed. */
  readonly keeper?: Issuer | undefined
}

/** Acts, or answers what was answered to the same request. @see answerOnce */
export const once = <O, T>(
  services: Services,
  { slug }: Issuer,
  { actor, order, idempotencyKey }: Ask<O>,
  act: (keep: Replay<T>['keep']) => Promise<Result<T, Refusal> | undefined>,
): Promise<Result<T, Refusal>> => {
  const scope =
    idempotencyKey === undefined ? undefined : [nameOfActor(actor), slug, idempotencyKey]
  return answerOnce(services, scope, order, act)
}

/** An answer as a result; undefined stays what it is. */
export const unlessTaken = async <T>(
  answer: Promise<T | undefined>,
): Promise<Result<T, never> | undefined> => {
  const value = await answer
  return value && ok(value)
}

/** A proposal; the same request with the same Idempotency-Key gets the same one. */
export const proposeOnce = <O>(
  services: Services,
  issuer: Issuer,
  ask: Ask<O>,
  proposed: ProposedOrder,
): Promise<Result<Proposed, Refusal>> =>
  once(services, issuer, ask, (keep: Replay<Proposed>['keep']) =>
    unlessTaken(propose(services, issuer, ask.actor, proposed, keep)),
  )
