// Page `/claim`.
import { Hono } from 'hono'
import type { AppContext } from '../app-context.ts'
import { ClaimPage } from '../pages/claim.tsx'
import { renderPage } from '../pages/render.tsx'

export const claimPageRoutes = new Hono<AppContext>().get('/claim', (c) =>
  c.html(renderPage(<ClaimPage />), 200, { 'cache-control': 'no-store' }),
)
