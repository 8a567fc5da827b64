// Beginning and ending the session of an operator, cookie included.
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { SESSION_MAX_SECONDS } from '../../shared/limits.ts'
import type { AppContext } from '../app-context.ts'
import { createSecret, hashSecret } from '../auth/secret.ts'
import { requireOwnOrigin, sessionCookieName } from './operator-session.ts'

/** A new session with a token of its own; the one that the request came with ends. */
export async function openSession(c: Context<AppContext>, operatorId: string): Promise<void> {
  const { sessions, settings } = c.get('services')
  const name = sessionCookieName(settings.origin)
  const before = getCookie(c, name)
  if (before !== undefined) await sessions.end(await hashSecret(before))
  const token = createSecret()
  await sessions.start(await hashSecret(token), operatorId)
  setCookie(c, name, token, {
    path: '/',
    secure: settings.origin.startsWith('https:'),
    httpOnly: true,
    sameSite: 'Strict',
    maxAge: SESSION_MAX_SECONDS,
  })
}

/** Ends the session that the request carries, here and in the browser. Throws `auth.forbidden` where another site asks for it. */
export async function endSession(c: Context<AppContext>): Promise<void> {
  requireOwnOrigin(c)
  const { sessions, settings } = c.get('services')
  const name = sessionCookieName(settings.origin)
  const token = getCookie(c, name)
  if (token !== undefined) await sessions.end(await hashSecret(token))
  deleteCookie(c, name, { path: '/', secure: settings.origin.startsWith('https:') })
}

/** Ends every other session of an operator than the one that the request carries. */
export async function endOtherSessions(c: Context<AppContext>, operatorId: string): Promise<void> {
  const { sessions, settings } = c.get('services')
  const token = getCookie(c, sessionCookieName(settings.origin)) ?? ''
  await sessions.endOthers(operatorId, await hashSecret(token))
}
