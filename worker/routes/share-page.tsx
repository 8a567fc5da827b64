// Page `/s/{id}`. The same for every id: what there is, is asked for by the script, and counted then.
import { Hono } from 'hono'
import type { AppContext } from '../app-context.ts'
import { renderPage } from '../pages/render.tsx'
import { SharePage } from '../pages/share.tsx'

export const sharePageRoutes = new Hono<AppContext>().get('/s/:id', (c) => {
  c.header('x-robots-tag', 'noindex')
  return c.html(renderPage(<SharePage />))
})
