// The demo portal: pages of a hospital and of a board register, and the administrator's way to fill them.

import type { Context, MiddlewareHandler } from 'hono'
import { Hono } from 'hono'
import type { VNode } from 'preact'
import { render } from 'preact-render-to-string'
import type { z } from 'zod'
import type { AppContext } from '../app-context.ts'
import { requireAdministrator } from '../middleware/authenticate.ts'
import { invalidRequest, refuse } from '../middleware/problem-details.ts'
import { CandidateList, isStage } from '../pages/demo/candidate-list.tsx'
import { CandidatePage } from '../pages/demo/candidate-page.tsx'
import { candidateSchema, registerEntrySchema, SLUG } from '../pages/demo/content.ts'
import { MissingPage } from '../pages/demo/missing-page.tsx'
import { RegisterPage } from '../pages/demo/register-page.tsx'
import { createDemoPages, type DemoPageKind } from '../storage/demo-pages.ts'

type Handling = Context<AppContext>

const pagesOf = (c: Handling) => createDemoPages(c.env.DB, c.get('services').sealer)

const page = (c: Handling, content: VNode, status: 200 | 404 = 200) =>
  c.html(`<!doctype html>${render(content)}`, status)

const missing = (c: Handling) => page(c, MissingPage(), 404)

/** The portal plays a site of somebody else: a policy of its own, with styles in the page and no script at all. */
const portalHeaders: MiddlewareHandler<AppContext> = async (c, next) => {
  await next()
  c.header(
    'Content-Security-Policy',
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'",
  )
  c.header('X-Content-Type-Options', 'nosniff')
  c.header('Referrer-Policy', 'no-referrer')
  c.header('Cache-Control', 'no-store')
}

const credentialFile = (c: Handling, credential: string) =>
  c.body(credential, 200, { 'Content-Type': 'application/vc+jwt' })

/** Stores what the administrator sends, once it has the form that the page needs. */
const put =
  <T extends { readonly position: number }>(kind: DemoPageKind, schema: z.ZodType<T>) =>
  async (c: Handling) => {
    await requireAdministrator(c)
    const slug = c.req.param('slug') ?? ''
    if (!SLUG.test(slug)) throw refuse('route.unknown')
    const parsed = schema.safeParse(await c.req.json().catch(() => undefined))
    if (!parsed.success) return invalidRequest(parsed.error)
    const content = parsed.data
    await pagesOf(c).put(kind, { slug, position: content.position, content })
    return c.body(null, 204)
  }

async function findCandidate(c: Handling) {
  const found = await pagesOf(c).find('candidate', c.req.param('slug') ?? '')
  return found && { slug: found.slug, ...candidateSchema.parse(found.content) }
}

export const demoRoutes = new Hono<AppContext>()

demoRoutes.use('/demo/*', portalHeaders)

demoRoutes.get('/demo', async (c) => {
  const stored = await pagesOf(c).list('candidate')
  const candidates = stored.map(({ slug, content }) => ({
    slug,
    ...candidateSchema.parse(content),
  }))
  const stage = c.req.query('stage')
  return page(c, CandidateList({ candidates, stage: isStage(stage) ? stage : undefined }))
})

demoRoutes.put('/demo/candidates/:slug', put('candidate', candidateSchema))

demoRoutes.get('/demo/candidates/:slug', async (c) => {
  const candidate = await findCandidate(c)
  return candidate ? page(c, CandidatePage({ candidate })) : missing(c)
})

demoRoutes.get('/demo/candidates/:slug/documents/:file{[1-9][0-9]?\\.jwt}', async (c) => {
  const candidate = await findCandidate(c)
  const document = candidate?.documents[Number.parseInt(c.req.param('file'), 10) - 1]
  return document ? credentialFile(c, document.credential) : missing(c)
})

demoRoutes.get('/demo/register', async (c) => {
  const stored = await pagesOf(c).list('register_entry')
  const entries = stored.map(({ slug, content }) => ({
    slug,
    ...registerEntrySchema.parse(content),
  }))
  return page(c, RegisterPage({ entries }))
})

demoRoutes.put('/demo/register/:slug', put('register_entry', registerEntrySchema))

demoRoutes.get('/demo/register/:file{[a-z0-9-]+\\.jwt}', async (c) => {
  const slug = c.req.param('file').slice(0, -'.jwt'.length)
  const found = await pagesOf(c).find('register_entry', slug)
  const entry = found && registerEntrySchema.parse(found.content)
  return entry ? credentialFile(c, entry.credential) : missing(c)
})

demoRoutes.get('/demo/*', missing)
