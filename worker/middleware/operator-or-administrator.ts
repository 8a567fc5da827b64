// What both an issuer's operators and the administrator of the deployment may do.
import type { Context } from 'hono'
import type { AppContext } from '../app-context.ts'
import type { Actor } from '../auth/actor.ts'
import { CONFORMANCE_SLUG } from '../dids.ts'
import type { Issuer } from '../storage/issuers.ts'
import type { OperatorRole } from '../storage/operators.ts'
import { hasCredentials, requireAdministrator } from './authenticate.ts'
import { requireOperator } from './operator-session.ts'
import { refuse } from './problem-details.ts'

/**
 * With an `Authorization` header, the administrator; else as `requireOperator`. Nobody works for the conformance issuer
 * (`issuer.unknown`).
 */
export async function requireOperatorOrAdministrator(
  c: Context<AppContext>,
  slug: string,
  roles: readonly OperatorRole[],
): Promise<{ issuer: Issuer; actor: Actor }> {
  if (!hasCredentials(c)) {
    const { issuer, operator } = await requireOperator(c, slug, roles)
    return { issuer, actor: { kind: 'operator', id: operator.id } }
  }
  await requireAdministrator(c)
  const issuer = await c.get('services').issuers.find(slug)
  if (!issuer || slug === CONFORMANCE_SLUG) throw refuse('issuer.unknown')
  return { issuer, actor: { kind: 'administrator' } }
}
