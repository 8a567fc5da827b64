// A short session of the administrator of the deployment at the console: the key is shown once and never comes back.
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { ADMINISTRATOR_SESSION_MAX_SECONDS } from '../../shared/limits.ts'
import type { AppContext } from '../app-context.ts'
import { createSecret, hashSecret } from '../auth/secret.ts'
import { tooManyRequests } from './limits.ts'
import { requireOwnOrigin } from './operator-session.ts'
import { refuse } from './problem-details.ts'

/** No page of a passing visitor needs it: browsers send it to these pages alone. */
const PATH = '/console/administration'

/** A `__Secure-` cookie, unlike a `__Host-` one, may be bound to a path. */
const cookieName = (origin: string): string =>
  origin.startsWith('https:') ? '__Secure-licet-administrator' : 'licet-administrator'

const attributesFor = (origin: string) =>
  ({ path: PATH, secure: origin.startsWith('https:'), httpOnly: true, sameSite: 'Strict' }) as const

/** Begins a session where this is the administrator's key. @returns whether it is */
export async function openAdministratorSession(
  c: Context<AppContext>,
  key: string,
): Promise<boolean> {
  requireOwnOrigin(c)
  const { administratorSessions, settings } = c.get('services')
  const keyHash = await hashSecret(key)
  // Both are digests: comparing them early or late tells a guesser nothing about the key.
  if (keyHash !== settings.adminKeyHash) return false
  const token = createSecret()
  await administratorSessions.start(await hashSecret(token), keyHash)
  setCookie(c, cookieName(settings.origin), token, {
    ...attributesFor(settings.origin),
    maxAge: ADMINISTRATOR_SESSION_MAX_SECONDS,
  })
  return true
}

/** Whether the request comes from within such a session. */
export async function isAdministrator(c: Context<AppContext>): Promise<boolean> {
  const { administratorSessions, settings } = c.get('services')
  const token = getCookie(c, cookieName(settings.origin))
  return (
    token !== undefined &&
    administratorSessions.isOpen(await hashSecret(token), settings.adminKeyHash)
  )
}

/** Throws `auth.missing` outside of one, `auth.forbidden` where another site asks, and `rate.exceeded`. */
export async function requireAdministratorSession(c: Context<AppContext>): Promise<void> {
  if (!(await isAdministrator(c))) throw refuse('auth.missing')
  const { success } = await c.env.ISSUER_RATE.limit({ key: 'administrator' })
  if (!success) throw tooManyRequests()
  requireOwnOrigin(c)
}

/** Ends the session, here and in the browser. */
export async function endAdministratorSession(c: Context<AppContext>): Promise<void> {
  requireOwnOrigin(c)
  const { administratorSessions, settings } = c.get('services')
  const name = cookieName(settings.origin)
  const token = getCookie(c, name)
  if (token !== undefined) await administratorSessions.end(await hashSecret(token))
  deleteCookie(c, name, attributesFor(settings.origin))
}
