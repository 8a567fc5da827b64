// Changes of status by who keeps the records of an issuer that closed: under the keeper's own policy, among its own proposals.
import { err, type Result } from '../../shared/result.ts'
import {
  type CancelAnswer,
  type CancelOrder,
  cancelStatusChange,
} from '../issuing/cancel-status-change.ts'
import { changeStatus, type StatusAnswer, type StatusOrder } from '../issuing/change-status.ts'
import { findClosed } from '../issuing/closing.ts'
import type { Replay } from '../issuing/replay.ts'
import type { Refusal } from '../middleware/problem-details.ts'
import type { Services } from '../services.ts'
import type { Issuer } from '../storage/issuers.ts'
import { type Ask, once, type Proposed, proposeOnce, requiresApproval } from './propose.ts'

/** Of a credential that an issuer issued before it closed. */
export interface Kept<O> {
  readonly issuerSlug: string
  readonly order: O
}

const CLOSED = {
  code: 'issuer.closed',
  detail: 'Who keeps its records changes the statuses of what it issued.',
} as const satisfies Refusal

/**
 * Why nobody may act for an issuer, undefined where somebody may: it has closed.
 *
 * @param keeper - who acts as the one that keeps its records
 */
export async function refuseClosed(
  services: Services,
  issuer: Issuer,
  keeper?: Issuer,
): Promise<Refusal | undefined> {
  const closed = await findClosed(services, issuer)
  const isKept = keeper !== undefined && closed?.keeper?.slug === keeper.slug
  return isKept === (closed !== undefined) ? undefined : CLOSED
}

/** Changes a state as the keeper, or proposes to. @returns also `issuer.closed`, where another one keeps the records */
export async function changeKeptStatus(
  services: Services,
  issuer: Issuer,
  keeper: Issuer,
  ask: Ask<StatusOrder>,
): Promise<Result<StatusAnswer | Proposed, Refusal>> {
  const { actor, order } = ask
  const refusal = await refuseKept(services, issuer, keeper, order.id)
  if (refusal) return err(refusal)
  return (await requiresApproval(services, keeper.slug))
    ? proposeOnce(services, keeper, ask, {
        kind: 'kept_status',
        order: { issuerSlug: issuer.slug, order },
      })
    : once(services, keeper, ask, (keep: Replay<StatusAnswer>['keep']) =>
        changeStatus(services, issuer.slug, order, actor, keep),
      )
}

/** As `changeKeptStatus`, for a change that is scheduled. */
export async function cancelKeptChange(
  services: Services,
  issuer: Issuer,
  keeper: Issuer,
  ask: Ask<CancelOrder>,
): Promise<Result<CancelAnswer | Proposed, Refusal>> {
  const { actor, order } = ask
  const refusal = await refuseKept(services, issuer, keeper, order.id)
  if (refusal) return err(refusal)
  return (await requiresApproval(services, keeper.slug))
    ? proposeOnce(services, keeper, ask, {
        kind: 'kept_status_cancellation',
        order: { issuerSlug: issuer.slug, order },
      })
    : once(services, keeper, ask, (keep: Replay<CancelAnswer>['keep']) =>
        cancelStatusChange(services, issuer.slug, order, actor, keep),
      )
}

async function refuseKept(
  services: Services,
  issuer: Issuer,
  keeper: Issuer,
  credentialId: string,
): Promise<Refusal | undefined> {
  const refusal = await refuseClosed(services, issuer, keeper)
  if (refusal) return refusal
  const credential = await services.credentials.find(issuer.slug, credentialId)
  return credential ? undefined : { code: 'credential.unknown' }
}

/** Why the keeper cannot act any more, undefined where it can: the records may have gone on to somebody else meanwhile. */
export async function refuseLost(
  services: Services,
  keeper: Issuer,
  issuerSlug: string,
): Promise<Refusal | undefined> {
  const issuer = await services.issuers.find(issuerSlug)
  return issuer ? refuseClosed(services, issuer, keeper) : { code: 'issuer.unknown' }
}
