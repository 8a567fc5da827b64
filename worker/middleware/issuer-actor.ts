// Who acts for an issuer: software with an API key, or an operator who is signed in.
import type { Context } from 'hono'
import type { AppContext } from '../app-context.ts'
import type { Actor } from '../auth/actor.ts'
import { findClosed } from '../issuing/closing.ts'
import type { Services } from '../services.ts'
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
  /** The issuer has closed, and who keeps its records calls. */
  readonly keeper?: Issuer
}

/**
 * Refuses everybody but a key of this issuer with the scope, and operators of this issuer in one of the roles. A request with an
 * `Authorization` header is judged by that alone. For an issuer that closed, who keeps its records may read and change statuses.
 */
export async function requireActor(
  c: Context<AppContext>,
  slug: string,
  { scope, roles }: Allowed,
): Promise<IssuerActor> {
  const kept = scope === 'issue' ? undefined : await findKept(c.get('services'), slug)
  const signedIn = hasCredentials(c) ? undefined : await findSignedIn(c)
  if (!signedIn) {
    const caller = await requireIssuer(c, slug, scope, kept?.keeper.slug)
    const actor = { kind: 'api_key', keyHash: caller.apiKey.keyHash } as const
    return { ...actingFor(caller.issuer, kept), actor }
  }
  const isKeeper = signedIn.issuerSlug === kept?.keeper.slug
  const { issuer, operator } = await requireOperator(
    c,
    isKeeper ? signedIn.issuerSlug : slug,
    roles,
  )
  return { ...actingFor(issuer, kept), operator, actor: { kind: 'operator', id: operator.id } }
}

/** Refuses everybody but software that may read what this issuer, or one that closed and whose records it keeps, issued. */
export async function requireReader(c: Context<AppContext>, slug: string): Promise<void> {
  const kept = await findKept(c.get('services'), slug)
  await requireIssuer(c, slug, 'read', kept?.keeper.slug)
}

interface KeptIssuer {
  readonly issuer: Issuer
  readonly keeper: Issuer
}

async function findKept(services: Services, slug: string): Promise<KeptIssuer | undefined> {
  const issuer = await services.issuers.find(slug)
  const keeper = issuer && (await findClosed(services, issuer))?.keeper
  return issuer && keeper && { issuer, keeper }
}

const actingFor = (
  caller: Issuer,
  kept: KeptIssuer | undefined,
): Pick<IssuerActor, 'issuer' | 'keeper'> =>
  kept && caller.slug === kept.keeper.slug ? kept : { issuer: caller }
