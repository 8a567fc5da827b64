// Pages `/console/sign-in` and `/console/join/{token}`.
import { Hono } from 'hono'
import type { AppContext } from '../app-context.ts'
import { hashSecret } from '../auth/secret.ts'
import { limitRate } from '../middleware/limits.ts'
import { findSignedIn } from '../middleware/operator-session.ts'
import { renderPage } from '../pages/render.tsx'
import { JoinPage, NoInvitePage, SignInPage } from '../pages/sign-in.tsx'

const CONSOLE = '/console'

export const signInRoutes = new Hono<AppContext>()
  .use('/console/*', async (c, next) => {
    await next()
    c.header('cache-control', 'no-store')
  })
  .get('/console/sign-in', async (c) =>
    (await findSignedIn(c))
      ? c.redirect(CONSOLE, 303)
      : c.html(renderPage(<SignInPage next={CONSOLE} />)),
  )
  .get('/console/join/:token', limitRate('SIGN_IN_RATE'), async (c) => {
    const { invites, issuers } = c.get('services')
    const invitation = await invites.find(await hashSecret(c.req.param('token')))
    const issuer = invitation && (await issuers.find(invitation.issuerSlug))
    if (!issuer) return c.html(renderPage(<NoInvitePage />), 404)
    const { name, role } = invitation
    return c.html(
      renderPage(<JoinPage name={name} role={role} issuer={issuer.name} next={CONSOLE} />),
    )
  })
