// Operators' sessions: a cookie that only our own pages send, and who may do what with it.
import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import type { AppContext } from '../app-context.ts'
import { hashSecret } from '../auth/secret.ts'
import type { Issuer } from '../storage/issuers.ts'
import type { Operator, OperatorRole } from '../storage/operators.ts'
import { tooManyRequests } from './limits.ts'
import { refuse } from './problem-details.ts'

const READING: ReadonlySet<string> = new Set(['GET', 'HEAD'])

/** Browsers take `__Host-` cookies over https only; a development origin is plain http. */
export const sessionCookieName = (origin: string): string =>
  origin.startsWith('https:') ? '__Host-licet-session' : 'licet-session'

/**
 * Refuses a write that another site may have sent (`auth.forbidden`). Our pages send no referrer, for which reason browsers write
 * `Origin: null` on their forms: then `Sec-Fetch-Site`, which no page can set, says where the form stands.
 */
export function requireOwnOrigin(c: Context<AppContext>): void {
  if (READING.has(c.req.method)) return
  const isOwn =
    c.req.header('origin') === c.get('services').settings.origin ||
    c.req.header('sec-fetch-site') === 'same-origin'
  if (!isOwn) throw refuse('auth.forbidden', { detail: 'This came from another site.' })
}

/** The operator whose session the request carries, if any. For pages that send others to sign in. */
export async function findSignedIn(c: Context<AppContext>): Promise<Operator | undefined> {
  const { sessions, settings } = c.get('services')
  const token = getCookie(c, sessionCookieName(settings.origin))
  return token === undefined ? undefined : sessions.use(await hashSecret(token))
}

/**
 * The signed-in operator of this issuer, in one of these roles. Throws `auth.missing` without a session, and `auth.forbidden` for
 * operators of other issuers, other roles, and writes that another site sent; `rate.exceeded` as for API keys.
 */
export async function requireOperator(
  c: Context<AppContext>,
  slug: string,
  roles: readonly OperatorRole[],
): Promise<{ issuer: Issuer; operator: Operator }> {
  const operator = await findSignedIn(c)
  if (!operator) throw refuse('auth.missing')
  const { success } = await c.env.ISSUER_RATE.limit({ key: `operator:${operator.id}` })
  if (!success) throw tooManyRequests()
  requireOwnOrigin(c)
  if (operator.issuerSlug !== slug || !roles.includes(operator.role)) throw refuse('auth.forbidden')
  const issuer = await c.get('services').issuers.find(slug)
  if (!issuer) throw refuse('issuer.unknown')
  return { issuer, operator }
}

/** The signed-in operator of whichever issuer and role, for what is their own. Throws as `requireOperator` does. */
export async function requireSelf(c: Context<AppContext>): Promise<Operator> {
  const operator = await findSignedIn(c)
  if (!operator) throw refuse('auth.missing')
  return (await requireOperator(c, operator.issuerSlug, [operator.role])).operator
}
