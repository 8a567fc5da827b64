// Taking an operator's work away: sessions and passkeys end with it.
import { err, ok, type Result } from '../../shared/result.ts'
import type { Refusal } from '../middleware/problem-details.ts'
import type { Services } from '../services.ts'
import type { Operator } from '../storage/operators.ts'
import { succeedsUnlessRefused } from '../storage/refused.ts'

/**
 * Removes an operator of the same issuer, at once.
 *
 * @returns who was removed, `operator.unknown`, or `operator.last_admin`
 */
export async function removeOperator(
  { audit, operators }: Pick<Services, 'audit' | 'operators'>,
  by: Operator,
  id: string,
): Promise<Result<Operator, Refusal>> {
  const removed = await operators.findAtWork(by.issuerSlug, id)
  if (!removed) return err({ code: 'operator.unknown' })
  const act = {
    actor: { kind: 'operator', id: by.id },
    action: 'operator.removed',
    target: id,
    detail: { role: removed.role },
  } as const
  const removing = audit.append(by.issuerSlug, act, operators.removals(removed))
  return (await succeedsUnlessRefused(removing))
    ? ok(removed)
    : err({ code: 'operator.last_admin' })
}
