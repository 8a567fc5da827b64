// Pages `/console/sign-in` and `/console/join`.
import { Hono } from 'hono'
import type { AppContext } from '../app-context.ts'
import { findSignedIn } from '../middleware/operator-session.ts'
import { renderPage } from '../pages/render.tsx'
import { JoinPage, SignInPage } from '../pages/sign-in.tsx'

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
  .get('/console/join', (c) => c.html(renderPage(<JoinPage next={CONSOLE} />)))
