// Pages `/s/{id}` and `/me`: the same for everybody. What there is, is known to the script, and asked for by it.
import { Hono } from 'hono'
import type { AppContext } from '../app-context.ts'
import { MePage } from '../pages/me.tsx'
import { renderPage } from '../pages/render.tsx'
import { SharePage } from '../pages/share.tsx'

export const holderPageRoutes = new Hono<AppContext>()
  .get('/me', (c) => c.html(renderPage(<MePage />)))
  .get('/s/:id', (c) => {
    c.header('x-robots-tag', 'noindex')
    return c.html(renderPage(<SharePage />))
  })
