// Suspending at once under four eyes: recorded with the change, and reviewed by somebody else afterwards.
import { formatDateTime } from '../../shared/encoding/time.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { OverrideReasonCode } from '../../shared/wire/proposals.ts'
import { nameOfActor } from '../auth/actor.ts'
import { type Alongside, nothing } from '../issuing/alongside.ts'
import { changeStatus, type StatusAnswer, type StatusOrder } from '../issuing/change-status.ts'
import type { Refusal } from '../middleware/problem-details.ts'
import type { Services } from '../services.ts'
import type { Issuer } from '../storage/issuers.ts'
import type { Operator } from '../storage/operators.ts'
import type { Override } from '../storage/overrides.ts'

export interface OverrideView extends Omit<Override, 'madeAt' | 'reviewedAt'> {
  /** RFC 3339, UTC. */
  readonly madeAt: string
  readonly reviewedAt?: string
}

const toView = ({ madeAt, reviewedAt, ...override }: Override): OverrideView => ({
  ...override,
  madeAt: formatDateTime(madeAt),
  ...(reviewedAt !== undefined && { reviewedAt: formatDateTime(reviewedAt) }),
})

/**
 * Changes a state at once, in the name of an approver, and writes in the same transaction that it was done alone.
 *
 * @returns what `changeStatus` answers, or `auth.forbidden`
 */
export async function overrideStatus(
  services: Services,
  issuer: Issuer,
  operator: Operator | undefined,
  order: StatusOrder,
  reasonCode: OverrideReasonCode,
  keep: Alongside<StatusAnswer> = nothing,
): Promise<Result<StatusAnswer, Refusal>> {
  if (operator?.role !== 'approver' || operator.issuerSlug !== issuer.slug) {
    return err({ code: 'auth.forbidden', detail: 'Only a signed-in approver overrides.' })
  }
  const { id, state } = order
  const actor = { kind: 'operator', id: operator.id } as const
  const override = {
    id: services.platform.uuid(),
    credentialId: id,
    state,
    reasonCode,
    madeBy: nameOfActor(actor),
  }
  const record = services.overrides.insert(issuer.slug, override)
  return changeStatus(services, issuer.slug, order, actor, async (answer) => [
    record,
    ...(await keep(answer)),
  ])
}

/** Newest first. @param cursor - the `next` of the page before */
export async function listOverrides(
  { overrides }: Pick<Services, 'overrides'>,
  issuerSlug: string,
  limit: number,
  cursor?: string,
): Promise<{ readonly overrides: readonly OverrideView[]; readonly next?: string }> {
  const [madeAt, id] = cursor?.split('.') ?? []
  const after = madeAt && id ? { madeAt: Number(madeAt), id } : undefined
  const found = await overrides.list(issuerSlug, limit, after)
  const last = found.length === limit ? found.at(-1) : undefined
  return {
    overrides: found.map(toView),
    ...(last && { next: `${last.madeAt}.${last.id}` }),
  }
}

/** Says that somebody else than its maker looked at an override. @returns `override.unknown` or `override.own` */
export async function reviewOverride(
  { audit, overrides }: Pick<Services, 'audit' | 'overrides'>,
  operator: Operator,
  id: string,
): Promise<Result<OverrideView, Refusal>> {
  const { issuerSlug } = operator
  const found = await overrides.find(issuerSlug, id)
  if (!found) return err({ code: 'override.unknown' })
  const actor = { kind: 'operator', id: operator.id } as const
  const reviewer = nameOfActor(actor)
  if (found.madeBy === reviewer) return err({ code: 'override.own' })
  if (found.reviewedBy === undefined) {
    const act = { actor, action: 'override.reviewed', target: `override:${id}` } as const
    await audit.append(issuerSlug, act, [overrides.review(id, reviewer)])
  }
  const reviewed = await overrides.find(issuerSlug, id)
  return ok(toView(reviewed ?? found))
}
