// The one door for whoever asks: under four eyes an order becomes a proposal, else it is carried out at once.
import { err, type Result } from '../../shared/result.ts'
import type { IssueCredential } from '../../shared/wire/issue-credential.ts'
import type { OverrideReasonCode } from '../../shared/wire/proposals.ts'
import type { IssueDocument } from '../../shared/wire/vc-api.ts'
import { type CarriedOut, issueOrOffer } from '../claims/issue-or-offer.ts'
import {
  type CancelAnswer,
  type CancelOrder,
  cancelStatusChange,
} from '../issuing/cancel-status-change.ts'
import { changeStatus, type StatusAnswer, type StatusOrder } from '../issuing/change-status.ts'
import type { Replay } from '../issuing/replay.ts'
import { type Requested, requestSignature } from '../keys/request-signature.ts'
import type { Refusal } from '../middleware/problem-details.ts'
import type { Services } from '../services.ts'
import type { Issuer } from '../storage/issuers.ts'
import type { Operator } from '../storage/operators.ts'
import { findByName } from '../vc-api/credential-name.ts'
import { issueForCaller, type SecuredAnswer } from '../vc-api/issue-for-caller.ts'
import { type UpdateStatusOrder, updateStatus } from '../vc-api/update-status.ts'
import { cancelKeptChange, changeKeptStatus, refuseClosed } from './kept-records.ts'
import { overrideStatus } from './overrides.ts'
import {
  type Ask,
  once,
  type Proposed,
  propose,
  proposeOnce,
  requiresApproval,
  unlessTaken,
} from './propose.ts'

interface Override {
  /** Absent where an API key asks. */
  readonly operator: Operator | undefined
  readonly reasonCode: OverrideReasonCode
}

/** Signs a credential or offers its copies, or proposes to. @returns the answer, or `idempotency.conflict`, `issuer.closed` */
export async function issueOrPropose(
  services: Services,
  issuer: Issuer,
  ask: Ask<IssueCredential>,
): Promise<Result<CarriedOut | Proposed, Refusal>> {
  const { actor, order } = ask
  const refusal = await refuseClosed(services, issuer)
  if (refusal) return err(refusal)
  const waits = await requiresApproval(services, issuer.slug)
  return once(services, issuer, ask, (keep: Replay<CarriedOut | Proposed>['keep']) =>
    unlessTaken<CarriedOut | Proposed>(
      waits
        ? propose(services, issuer, actor, { kind: 'issue', order }, keep)
        : issueOrOffer(services, issuer, actor, order, keep),
    ),
  )
}

/** As `issueOrPropose` of an issuer that keeps its keys to itself: asks for its signature. @returns also what `requestSignature` refuses */
export async function requestOrPropose(
  services: Services,
  issuer: Issuer,
  ask: Ask<IssueCredential>,
): Promise<Result<Requested | Proposed, Refusal>> {
  const { actor, order } = ask
  const refusal = await refuseClosed(services, issuer)
  if (refusal) return err(refusal)
  const waits = await requiresApproval(services, issuer.slug)
  return once(services, issuer, ask, (keep: Replay<Requested | Proposed>['keep']) =>
    waits
      ? unlessTaken(propose(services, issuer, actor, { kind: 'issue', order }, keep))
      : requestSignature(services, issuer, order, keep),
  )
}

/**
 * Changes a state, or proposes to.
 *
 * @param override - an approver who suspends at once, and why
 * @returns the answer, `credential.unknown`, `auth.forbidden`, `issuer.closed`, or what `changeStatus` refuses
 */
export async function changeStatusOrPropose(
  services: Services,
  issuer: Issuer,
  ask: Ask<StatusOrder>,
  override?: Override,
): Promise<Result<StatusAnswer | Proposed, Refusal>> {
  const { actor, keeper, order } = ask
  if (keeper) {
    return override
      ? err({
          code: 'auth.forbidden',
          detail: 'Who keeps the records proposes, and overrides nothing.',
        })
      : changeKeptStatus(services, issuer, keeper, ask)
  }
  const refusal = await refuseClosed(services, issuer)
  if (refusal) return err(refusal)
  if (!(await requiresApproval(services, issuer.slug))) {
    return once(services, issuer, ask, (keep: Replay<StatusAnswer>['keep']) =>
      changeStatus(services, issuer.slug, order, actor, keep),
    )
  }
  if (override) {
    const { operator, reasonCode } = override
    const overriding = { ...ask, order: { ...order, override: reasonCode } }
    return once(services, issuer, overriding, (keep: Replay<StatusAnswer>['keep']) =>
      overrideStatus(services, issuer, operator, order, reasonCode, keep),
    )
  }
  const credential = await services.credentials.find(issuer.slug, order.id)
  if (!credential) return err({ code: 'credential.unknown' })
  return proposeOnce(services, issuer, ask, { kind: 'status', order })
}

/** Cancels a scheduled change, or proposes to. @returns the answer, `credential.unknown`, or what `cancelStatusChange` refuses */
export async function cancelOrPropose(
  services: Services,
  issuer: Issuer,
  ask: Ask<CancelOrder>,
): Promise<Result<CancelAnswer | Proposed, Refusal>> {
  const { actor, keeper, order } = ask
  if (keeper) return cancelKeptChange(services, issuer, keeper, ask)
  const refusal = await refuseClosed(services, issuer)
  if (refusal) return err(refusal)
  if (!(await requiresApproval(services, issuer.slug))) {
    return once(services, issuer, ask, (keep: Replay<CancelAnswer>['keep']) =>
      cancelStatusChange(services, issuer.slug, order, actor, keep),
    )
  }
  const credential = await services.credentials.find(issuer.slug, order.id)
  return credential
    ? proposeOnce(services, issuer, ask, { kind: 'status_cancellation', order })
    : err({ code: 'credential.unknown' })
}

/** Secures a whole credential that nothing is wrong with, or proposes to. @returns the answer, or `credential.invalid` */
export async function issueDocumentOrPropose(
  services: Services,
  issuer: Issuer,
  ask: Ask<IssueDocument>,
): Promise<Result<SecuredAnswer | Proposed, Refusal>> {
  const { actor, order } = ask
  const refusal = await refuseClosed(services, issuer)
  if (refusal) return err(refusal)
  if (await requiresApproval(services, issuer.slug)) {
    return proposeOnce(services, issuer, ask, { kind: 'vc_api_issue', order })
  }
  return once(services, issuer, ask, (keep: Replay<SecuredAnswer>['keep']) =>
    issueForCaller(services, issuer, actor, order, keep),
  )
}

/** Sets or clears a status, or proposes to. @returns the answer, `credential.unknown`, or what `updateStatus` refuses */
export async function updateStatusOrPropose(
  services: Services,
  issuer: Issuer,
  ask: Ask<UpdateStatusOrder>,
): Promise<Result<object | Proposed, Refusal>> {
  const { actor, order } = ask
  const refusal = await refuseClosed(services, issuer)
  if (refusal) return err(refusal)
  if (!(await requiresApproval(services, issuer.slug))) {
    return once(services, issuer, ask, (keep: Replay<object>['keep']) =>
      updateStatus(services, issuer, order, actor, keep),
    )
  }
  const known = await findByName(services, issuer.slug, order.credentialId)
  return known.length === 0
    ? err({ code: 'credential.unknown' })
    : proposeOnce(services, issuer, ask, { kind: 'vc_api_status', order })
}
