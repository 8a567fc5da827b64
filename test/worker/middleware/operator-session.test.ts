// Sessions of operators: how long they live, for whom, and from where they may write.
import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import type { AppContext } from '../../../worker/app-context.ts'
import { requireOperator, sessionCookieName } from '../../../worker/middleware/operator-session.ts'
import { handleError } from '../../../worker/middleware/problem-details.ts'
import { wireUp } from '../../../worker/wire-up.ts'
import { fromPage, signIn } from '../support/operators.ts'
import { env, problemOf, startServer } from '../support/server.ts'
import { found } from '../support/world.ts'

const server = startServer()
const issuer = await found(server)
const other = await found(server)

const app = new Hono<AppContext>()
app.onError(handleError)
app.use(async (c, next) => {
  c.set('services', wireUp(c.env, server.platform))
  await next()
})
app.all('/:slug', async (c) => {
  const { operator } = await requireOperator(c, c.req.param('slug'), ['approver', 'admin'])
  return c.json(operator)
})
const ask = (headers: Record<string, string>, method = 'GET', slug = issuer.slug) =>
  app.request(`http://localhost:8787/${slug}`, { method, headers }, server.settings)
const codeOf = async (response: Response) => (await problemOf(response)).code

describe('a session', () => {
  it('is that of an operator of the issuer, in a role that may', async () => {
    const { cookie, operator } = await signIn(server, issuer.slug, 'approver')
    const answer = await ask({ cookie })
    expect(await answer.json()).toEqual(operator)
  })

  it.each(['proposer', 'auditor'] as const)('of a %s is not enough', async (role) => {
    const { cookie } = await signIn(server, issuer.slug, role)
    expect(await codeOf(await ask({ cookie }))).toBe('auth.forbidden')
  })

  it('at another issuer is worth nothing', async () => {
    const { cookie } = await signIn(server, other.slug, 'admin')
    expect(await codeOf(await ask({ cookie }))).toBe('auth.forbidden')
  })

  it.each([
    ['none', ''],
    ['an unknown one', 'licet-session=nobody'],
    ['one under the name of another origin', '__Host-licet-session=x'],
  ])('is asked for where there is %s', async (_, cookie) => {
    expect(await codeOf(await ask(cookie === '' ? {} : { cookie }))).toBe('auth.missing')
  })

  it('is counted like an API key, each operator apart', async () => {
    const { cookie, operator } = await signIn(server, issuer.slug, 'admin')
    const other = await signIn(server, issuer.slug, 'admin')
    const limit = async ({ key }: RateLimitOptions) => ({ success: !key.endsWith(operator.id) })
    const settings = { ...server.settings, ISSUER_RATE: { limit } }
    const askCounted = (headers: Record<string, string>) =>
      app.request(`http://localhost:8787/${issuer.slug}`, { headers }, settings)
    const refused = await askCounted({ cookie })
    expect(refused.headers.get('retry-after')).toBe('60')
    expect(await codeOf(refused)).toBe('rate.exceeded')
    expect((await askCounted({ cookie: other.cookie })).status).toBe(200)
  })

  it('cannot be read out of the database', async () => {
    const { cookie } = await signIn(server, issuer.slug, 'admin')
    const token = cookie.split('=')[1] ?? ''
    const { results } = await env.DB.prepare('SELECT * FROM operator_sessions').all()
    expect(token).toHaveLength(43)
    expect(JSON.stringify(results)).not.toContain(token)
  })

  it('ends 30 minutes after it was last used, to the second', async () => {
    const { cookie } = await signIn(server, issuer.slug, 'admin')
    server.clock.now += 1_799
    expect((await ask({ cookie })).status).toBe(200)
    server.clock.now += 1_799
    expect((await ask({ cookie })).status).toBe(200)
    server.clock.now += 1_800
    expect(await codeOf(await ask({ cookie }))).toBe('auth.missing')
  })

  it('ends 8 hours after it began, however busy', async () => {
    const { cookie } = await signIn(server, issuer.slug, 'admin')
    for (let used = 0; used < 16; used += 1) {
      expect((await ask({ cookie })).status).toBe(200)
      server.clock.now += 1_790
    }
    server.clock.now += 28_800 - 16 * 1_790
    expect(await codeOf(await ask({ cookie }))).toBe('auth.missing')
  })
})

describe('a write', () => {
  it.each([
    ['from our origin', { origin: 'http://localhost:8787' }, 200],
    ['of a form of ours', { origin: 'null', 'sec-fetch-site': 'same-origin' }, 200],
    ['from another origin', { origin: 'https://evil.example' }, 403],
    ['from another port', { origin: 'http://localhost:8788' }, 403],
    ['of a sandboxed frame', { origin: 'null', 'sec-fetch-site': 'cross-site' }, 403],
    ['from the same site only', { 'sec-fetch-site': 'same-site' }, 403],
    ['that says nothing', {}, 403],
  ])('%s answers as it must', async (_, headers, status) => {
    const { cookie } = await signIn(server, issuer.slug, 'admin')
    expect((await ask({ ...headers, cookie }, 'POST')).status).toBe(status)
  })

  it('is as the support for tests sends it', async () => {
    const { cookie } = await signIn(server, issuer.slug, 'admin')
    expect((await ask(fromPage(server, cookie), 'DELETE')).status).toBe(200)
  })
})

it('the cookie is bound to the host wherever there is https', () => {
  expect(sessionCookieName('https://licet.example')).toBe('__Host-licet-session')
  expect(sessionCookieName('http://localhost:8787')).toBe('licet-session')
})
