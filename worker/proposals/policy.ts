// Switching four eyes on and off: on at once, off only by a second person.
import { ok, type Result } from '../../shared/result.ts'
import type { ChangePolicy } from '../../shared/wire/proposals.ts'
import type { Actor } from '../auth/actor.ts'
import { type Alongside, nothing } from '../issuing/alongside.ts'
import type { Refusal } from '../middleware/problem-details.ts'
import type { Services } from '../services.ts'
import type { Issuer } from '../storage/issuers.ts'
import { type Ask, type Proposed, proposeOnce, requiresApproval } from './propose.ts'

export interface PolicyAnswer {
  readonly fourEyes: boolean
}

/** @param alongside - written with it or not at all */
export async function setPolicy(
  { audit, policies }: Pick<Services, 'audit' | 'policies'>,
  { slug }: Issuer,
  actor: Actor,
  order: ChangePolicy,
  alongside: Alongside<PolicyAnswer> = nothing,
): Promise<Result<PolicyAnswer, Refusal>> {
  const detail = order.fourEyes
    ? { fourEyes: 'on' }
    : { fourEyes: 'off', reasonCode: order.reasonCode }
  const answer = { fourEyes: order.fourEyes }
  await audit.append(slug, { actor, action: 'policy.changed', detail }, [
    policies.change(slug, order.fourEyes),
    ...(await alongside(answer)),
  ])
  return ok(answer)
}

/** The policy as it is then, or a proposal where four eyes are asked for now. */
export async function changePolicy(
  services: Services,
  issuer: Issuer,
  ask: Ask<ChangePolicy>,
): Promise<Result<PolicyAnswer | Proposed, Refusal>> {
  const { actor, order } = ask
  const isOn = await requiresApproval(services, issuer.slug)
  if (isOn && !order.fourEyes) return proposeOnce(services, issuer, ask, { kind: 'policy', order })
  return isOn === order.fourEyes
    ? ok({ fourEyes: isOn })
    : setPolicy(services, issuer, actor, order)
}
