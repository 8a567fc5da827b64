// Carries out an approved order through the function of the direct path. Uses storage and keys.
import { err, ok, type Result } from '../../shared/result.ts'
import type { Actor } from '../auth/actor.ts'
import { issueOrOffer } from '../claims/issue-or-offer.ts'
import type { Alongside } from '../issuing/alongside.ts'
import { cancelStatusChange } from '../issuing/cancel-status-change.ts'
import { changeStatus } from '../issuing/change-status.ts'
import { makeRemark } from '../issuing/remark.ts'
import { requestSignature } from '../keys/request-signature.ts'
import type { Refusal } from '../middleware/problem-details.ts'
import type { Services } from '../services.ts'
import type { Issuer } from '../storage/issuers.ts'
import { issueForCaller } from '../vc-api/issue-for-caller.ts'
import { updateStatus } from '../vc-api/update-status.ts'
import { refuseClosed, refuseLost } from './kept-records.ts'
import type { OrderKind, Orders, ProposedOrder } from './orders.ts'
import { setPolicy } from './policy.ts'

interface Approval {
  readonly services: Services
  readonly issuer: Issuer
  /** The approver. */
  readonly actor: Actor
  /** Writes the decision: with what the order writes or not at all. */
  readonly decide: Alongside
}

type Run<O> = (order: O, approval: Approval) => Promise<Result<object, Refusal>>

const DECIDED = err({ code: 'proposal.decided' } as const)

const RUNS: { readonly [K in OrderKind]: Run<Orders[K]> } = {
  async issue(order, { services, issuer, actor, decide }) {
    if (!services.addresses.isOurs(issuer.did)) {
      return (await requestSignature(services, issuer, order, decide)) ?? DECIDED
    }
    const answer = await issueOrOffer(services, issuer, actor, order, decide)
    return answer ? ok(answer) : DECIDED
  },

  async vc_api_issue(order, { services, issuer, actor, decide }) {
    return (await issueForCaller(services, issuer, actor, order, decide)) ?? DECIDED
  },

  status: (order, { services, issuer, actor, decide }) =>
    changeStatus(services, issuer.slug, order, actor, decide),

  status_cancellation: (order, { services, issuer, actor, decide }) =>
    cancelStatusChange(services, issuer.slug, order, actor, decide),

  vc_api_status: (order, { services, issuer, actor, decide }) =>
    updateStatus(services, issuer, order, actor, decide),

  async succession(order, { services, issuer, actor, decide }) {
    return (
      (await makeRemark(services, issuer, actor, { kind: 'succession', order }, decide)) ?? DECIDED
    )
  },

  async taint(order, { services, issuer, actor, decide }) {
    return (await makeRemark(services, issuer, actor, { kind: 'taint', order }, decide)) ?? DECIDED
  },

  async kept_status({ issuerSlug, order }, { services, issuer, actor, decide }) {
    const refusal = await refuseLost(services, issuer, issuerSlug)
    return refusal ? err(refusal) : changeStatus(services, issuerSlug, order, actor, decide)
  },

  async kept_status_cancellation({ issuerSlug, order }, { services, issuer, actor, decide }) {
    const refusal = await refuseLost(services, issuer, issuerSlug)
    return refusal ? err(refusal) : cancelStatusChange(services, issuerSlug, order, actor, decide)
  },

  policy: (order, { services, issuer, actor, decide }) =>
    setPolicy(services, issuer, actor, order, decide),
}

const run = <K extends OrderKind>(kind: K, order: Orders[K], approval: Approval) =>
  RUNS[kind](order, approval)

/**
 * What the direct path would have answered, or why it refuses. Where somebody else decided first: `proposal.decided`, or a unique
 * key is thrown.
 */
export async function runOrder(
  { kind, order }: ProposedOrder,
  approval: Approval,
): Promise<Result<object, Refusal>> {
  const refusal = await refuseClosed(approval.services, approval.issuer)
  return refusal ? err(refusal) : run(kind, order, approval)
}
