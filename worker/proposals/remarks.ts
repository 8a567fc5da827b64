// What an accreditor says of an issuer: said at once, or proposed under four eyes, whoever asks.
import { err, type Result } from '../../shared/result.ts'
import type { Actor } from '../auth/actor.ts'
import { makeRemark, type RemarkAnswer, type RemarkOrder, refuseRemark } from '../issuing/remark.ts'
import type { Replay } from '../issuing/replay.ts'
import type { Refusal } from '../middleware/problem-details.ts'
import type { Services } from '../services.ts'
import type { Issuer } from '../storage/issuers.ts'
import { refuseClosed } from './kept-records.ts'
import { once, type Proposed, proposeOnce, requiresApproval } from './propose.ts'

/** @returns the answer, `remark.refused`, or `issuer.closed` */
export async function remarkOrPropose(
  services: Services,
  speaker: Issuer,
  actor: Actor,
  remark: RemarkOrder,
  idempotencyKey?: string,
): Promise<Result<RemarkAnswer | Proposed, Refusal>> {
  const closed = await refuseClosed(services, speaker)
  if (closed) return err(closed)
  const ask = { actor, order: remark.order, idempotencyKey }
  if (!(await requiresApproval(services, speaker.slug))) {
    return once(services, speaker, ask, (keep: Replay<RemarkAnswer>['keep']) =>
      makeRemark(services, speaker, actor, remark, keep),
    )
  }
  const refusal = await refuseRemark(services, speaker, remark)
  return refusal ? err(refusal) : proposeOnce(services, speaker, ask, remark)
}
