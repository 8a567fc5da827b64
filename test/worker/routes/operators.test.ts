// /v1/issuers/{slug}/operators.
import { describe, expect, it } from 'vitest'
import type { OperatorRole } from '../../../worker/storage/operators.ts'
import { fromPage, signIn } from '../support/operators.ts'
import { ADMIN_KEY, bodyOf, env, ORIGIN, problemOf, startServer } from '../support/server.ts'
import { found } from '../support/world.ts'

const server = startServer()

describe('the operators of an issuer', () => {
  it('are listed for its auditor, and nobody of another issuer', async () => {
    const issuer = await found(server)
    const admin = await signIn(server, issuer.slug, 'admin')
    const auditor = await signIn(server, issuer.slug, 'auditor')
    await signIn(server, (await found(server)).slug, 'admin')
    const answer = await server.get(`/v1/issuers/${issuer.slug}/operators`, {
      headers: { cookie: auditor.cookie },
    })
    const { operators } = await bodyOf<{ operators: { id: string }[] }>(answer, 200)
    expect(operators.map(({ id }) => id).sort()).toEqual(
      [admin.operator.id, auditor.operator.id].sort(),
    )
  })

  it('are not for an API key', async () => {
    const issuer = await found(server)
    const answer = await server.get(`/v1/issuers/${issuer.slug}/operators`, { key: issuer.apiKey })
    expect((await problemOf(answer)).code).toBe('auth.missing')
  })
})

const invites = (slug: string) => `/v1/issuers/${slug}/operators/invites`
const order = { name: 'Ines Okafor', role: 'approver' }

describe('an invitation', () => {
  it.each(['administrator', 'admin operator'])(
    'by the %s is a link that only its answer holds',
    async (who) => {
      const { slug } = await found(server)
      const { cookie } = await signIn(server, slug, 'admin')
      const by =
        who === 'administrator' ? { key: ADMIN_KEY } : { headers: fromPage(server, cookie) }
      const answer = await server.post(invites(slug), { ...by, body: order })
      const { url } = await bodyOf<{ url: string }>(answer, 201)
      expect(url).toMatch(/^http:\/\/localhost:8787\/console\/join#[\w-]{43}$/)
      const page = await server.get('/console/join')
      expect(page.headers.get('cache-control')).toBe('no-store')
      const token = url.slice(-43)
      const asked = await server.post('/v1/invites/look-up', {
        headers: { origin: ORIGIN },
        body: { token },
      })
      expect(await bodyOf(asked, 200)).toMatchObject({ name: 'Ines Okafor', role: order.role })
      const { results } = await env.DB.prepare('SELECT * FROM invites').all()
      expect(JSON.stringify(results)).not.toContain(token)
    },
  )

  it.each(['proposer', 'approver', 'auditor'] as const)('is not for a %s to make', async (role) => {
    const { slug } = await found(server)
    const { cookie } = await signIn(server, slug, role)
    const answer = await server.post(invites(slug), {
      headers: fromPage(server, cookie),
      body: order,
    })
    expect((await problemOf(answer)).code).toBe('auth.forbidden')
  })

  it('is not for an admin of another issuer, nor for an API key', async () => {
    const issuer = await found(server)
    const { cookie } = await signIn(server, (await found(server)).slug, 'admin')
    const other = { headers: fromPage(server, cookie), body: order }
    const key = { key: issuer.apiKey, body: order }
    expect((await server.post(invites(issuer.slug), other)).status).toBe(403)
    expect((await server.post(invites(issuer.slug), key)).status).toBe(401)
  })

  it('is not for an issuer that does not exist', async () => {
    const answer = await server.post(invites('nobody'), { key: ADMIN_KEY, body: order })
    expect((await problemOf(answer)).code).toBe('issuer.unknown')
  })

  it.each([
    ['another role', { role: 'king' }, 'role'],
    ['no name', { name: ' ' }, 'name'],
    ['an issuer', { issuerSlug: 'other' }, 'body'],
  ])('with %s is refused', async (_, change, field) => {
    const { slug } = await found(server)
    const answer = await server.post(invites(slug), {
      key: ADMIN_KEY,
      body: { ...order, ...change },
    })
    expect((await problemOf(answer)).errors?.map((error) => error.field)).toEqual([field])
  })
})

it('the audit log names who invited and who removed whom, and no name', async () => {
  const { slug } = await found(server)
  const admin = await signIn(server, slug, 'admin')
  const other = await signIn(server, slug, 'auditor')
  const headers = fromPage(server, admin.cookie)
  await server.post(invites(slug), { headers, body: order })
  await server.call('DELETE', `/v1/issuers/${slug}/operators/${other.operator.id}`, { headers })
  const { results } = await env.DB.prepare(
    'SELECT actor, action, target, detail FROM audit_entries WHERE issuer_slug = ?1 ORDER BY number',
  )
    .bind(slug)
    .all()
  const actor = `operator:${admin.operator.id}`
  expect(results.slice(-2)).toEqual([
    { actor, action: 'operator.invited', target: null, detail: '{"role":"approver"}' },
    {
      actor,
      action: 'operator.removed',
      target: other.operator.id,
      detail: '{"role":"auditor"}',
    },
  ])
})

describe('removing an operator', () => {
  const remove = (slug: string, id: string, cookie: string) =>
    server.call('DELETE', `/v1/issuers/${slug}/operators/${id}`, {
      headers: fromPage(server, cookie),
    })

  it('takes them off the list and ends their sessions', async () => {
    const { slug } = await found(server)
    const admin = await signIn(server, slug, 'admin')
    const second = await signIn(server, slug, 'admin')
    expect((await remove(slug, second.operator.id, admin.cookie)).status).toBe(204)
    expect((await remove(slug, admin.operator.id, second.cookie)).status).toBe(401)
    const list = await server.get(`/v1/issuers/${slug}/operators`, {
      headers: { cookie: admin.cookie },
    })
    const { operators } = await bodyOf<{ operators: { id: string }[] }>(list, 200)
    expect(operators.map(({ id }) => id)).toEqual([admin.operator.id])
  })

  it('keeps the last admin, however many others there are', async () => {
    const { slug } = await found(server)
    const { operator, cookie } = await signIn(server, slug, 'admin')
    await signIn(server, slug, 'approver')
    await signIn(server, (await found(server)).slug, 'admin')
    expect((await problemOf(await remove(slug, operator.id, cookie))).code).toBe(
      'operator.last_admin',
    )
    const list = await server.get(`/v1/issuers/${slug}/operators`, { headers: { cookie } })
    expect((await bodyOf<{ operators: unknown[] }>(list, 200)).operators).toHaveLength(2)
  })

  it('keeps one of two admins who remove each other at the same time', async () => {
    const { slug } = await found(server)
    const one = await signIn(server, slug, 'admin')
    const two = await signIn(server, slug, 'admin')
    const answers = await Promise.all([
      remove(slug, two.operator.id, one.cookie),
      remove(slug, one.operator.id, two.cookie),
    ])
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1)
  })

  it.each(['proposer', 'approver', 'auditor'] as const)(
    'is not for a %s',
    async (role: OperatorRole) => {
      const { slug } = await found(server)
      const { operator } = await signIn(server, slug, 'proposer')
      const { cookie } = await signIn(server, slug, role)
      expect((await remove(slug, operator.id, cookie)).status).toBe(403)
    },
  )

  it('of another issuer, or twice, is unknown', async () => {
    const { slug } = await found(server)
    const { cookie } = await signIn(server, slug, 'admin')
    const gone = await signIn(server, slug, 'proposer')
    const other = await signIn(server, (await found(server)).slug, 'proposer')
    expect((await remove(slug, gone.operator.id, cookie)).status).toBe(204)
    for (const { operator } of [gone, other]) {
      const answer = await remove(slug, operator.id, cookie)
      expect((await problemOf(answer)).code).toBe('operator.unknown')
    }
  })
})
