// Who acts for an issuer: software with an API key, or an operator who is signed in.
import type { Context } from 'hono'
import type { AppContext } from '../app-context.ts'
import type { Actor } from '../auth/actor.ts'
import type { ApiScope, Issuer } from '../storage/issuers.ts'
import type { Operator, OperatorRole } from '../storage/operators.ts'
import { hasCredentials, requireIssuer } from './authenticate.ts'
import { findSignedIn, requireOperator } from './operator-session.ts'

/** Who asks for credentials and changes of status; whether that waits for somebody else is the policy's business. */
export const ASKING_ROLES = ['proposer', 'approver'] as const satisfies readonly OperatorRole[]

export interface Allowed {
  readonly scope: ApiScope
  readonly roles: readonly OperatorRole[]
}

export interface IssuerActor {
  readonly issuer: Issuer
  readonly actor: Actor
  /** Absent where an API key calls. */
  readonly operator?: Operator
}

/**
 * Refuses everybody but a key of this issuer with the scope, and operators of this issuer in one of the roles. A request with an
 * `Authorization` header is judged by that alone.
 */
export async function requireActor(
  c: Context<AppContext>,
  slug: string,
  { scope, roles }: Allowed,
): Promise<IssuerActor> {
  if (hasCredentials(c) || !(await findSignedIn(c))) {
    const { issuer, apiKey } = await requireIssuer(c, slug, scope)
    return { issuer, actor: { kind: 'api_key', keyHash: apiKey.keyHash } }
  }
  const { issuer, operator } = await requireOperator(c, slug, roles)
  return { issuer, operator, actor: { kind: 'operator', id: operator.id } }
}
