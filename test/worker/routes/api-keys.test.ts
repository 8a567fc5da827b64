// /v1/issuers/{slug}/api-keys, and what a key alone can never do.
import { describe, expect, it } from 'vitest'
import { fromPage, signIn } from '../support/operators.ts'
import { degreeOrder } from '../support/orders.ts'
import { ADMIN_KEY, bodyOf, env, problemOf, startServer } from '../support/server.ts'
import { found } from '../support/world.ts'

const server = startServer()
const issuer = await found(server)
const admin = await signIn(server, issuer.slug, 'admin')
const headers = fromPage(server, admin.cookie)
const path = (slug = issuer.slug) => `/v1/issuers/${slug}/api-keys`
const order = { name: 'Registry software', scopes: ['issue'] }

interface Made {
  readonly id: string
  readonly apiKey: string
}
const make = async (changes: object = {}) =>
  bodyOf<Made>(await server.post(path(), { headers, body: { ...order, ...changes } }), 201)
const issueWith = (key: string) =>
  server.post(`/v1/issuers/${issuer.slug}/credentials`, { key, body: degreeOrder() })

describe('an API key', () => {
  it('is made for its scopes, and shown once', async () => {
    const { id, apiKey } = await make()
    expect(apiKey).toMatch(/^licet_[\w-]{43}$/)
    expect((await issueWith(apiKey)).status).toBe(201)
    const list = await server.get(path(), { headers: { cookie: admin.cookie } })
    const text = JSON.stringify(await bodyOf(list, 200))
    expect(JSON.parse(text).apiKeys).toContainEqual({
      id,
      name: 'Registry software',
      scopes: ['issue'],
      createdAt: '2026-11-22T12:00:00Z',
      lastUsedAt: '2026-11-22T12:00:00Z',
    })
    expect(text).not.toContain(apiKey)
    const { results } = await env.DB.prepare('SELECT * FROM api_keys').all()
    expect(JSON.stringify(results)).not.toContain(apiKey)
  })

  it('opens nothing any more once it is revoked, and leaves the list', async () => {
    const { id, apiKey } = await make()
    const answer = await server.call('DELETE', `${path()}/${id}`, { headers })
    expect(answer.status).toBe(204)
    expect((await problemOf(await issueWith(apiKey))).code).toBe('auth.invalid')
    const list = await server.get(path(), { headers: { cookie: admin.cookie } })
    expect(await list.text()).not.toContain(id)
    const again = await server.call('DELETE', `${path()}/${id}`, { headers })
    expect((await problemOf(again)).code).toBe('api_key.unknown')
  })

  it('of another issuer cannot be revoked', async () => {
    const other = await found(server)
    const stranger = await signIn(server, other.slug, 'admin')
    const { id, apiKey } = await make()
    const answer = await server.call('DELETE', `${path(other.slug)}/${id}`, {
      headers: fromPage(server, stranger.cookie),
    })
    expect((await problemOf(answer)).code).toBe('api_key.unknown')
    expect((await issueWith(apiKey)).status).toBe(201)
  })

  it('made and revoked stands in the audit log, by its hash', async () => {
    const { id } = await make({ scopes: ['read', 'issue'] })
    await server.call('DELETE', `${path()}/${id}`, { headers })
    const { results } = await env.DB.prepare(
      'SELECT actor, action, detail FROM audit_entries WHERE target = ?1 ORDER BY number',
    )
      .bind(id)
      .all()
    const actor = `operator:${admin.operator.id}`
    expect(results).toEqual([
      { actor, action: 'api_key.made', detail: '{"scopes":"issue read"}' },
      { actor, action: 'api_key.revoked', detail: '{}' },
    ])
  })

  it.each([
    ['no scope', { scopes: [] }],
    ['a scope that there is not', { scopes: ['admin'] }],
    ['no name', { name: '' }],
    ['an issuer of its own', { issuerSlug: 'other' }],
  ])('with %s is refused', async (_, changes) => {
    const answer = await server.post(path(), { headers, body: { ...order, ...changes } })
    expect((await problemOf(answer)).code).toBe('request.invalid')
  })
})

/** What only people may do: method, path and a body that would do it. */
const FOR_PEOPLE = [
  ['GET', path(), undefined],
  ['POST', path(), order],
  ['DELETE', `${path()}/${'0'.repeat(64)}`, undefined],
  ['GET', `/v1/issuers/${issuer.slug}/operators`, undefined],
  ['DELETE', `/v1/issuers/${issuer.slug}/operators/${admin.operator.id}`, undefined],
  ['POST', `/v1/issuers/${issuer.slug}/operators/invites`, { name: 'Eve', role: 'admin' }],
  ['GET', `/v1/issuers/${issuer.slug}/keys`, undefined],
  ['POST', `/v1/issuers/${issuer.slug}/keys`, undefined],
  ['GET', '/v1/issuers', undefined],
  ['POST', '/v1/issuers', { slug: 'stolen', name: 'Stolen' }],
] as const

describe.each(FOR_PEOPLE)('%s %s', (method, address, body) => {
  const call = (key: string) =>
    server.call(method, address, { key, ...(body !== undefined && { body }) })

  it.each([
    ['issue', ['issue']],
    ['every scope', ['issue', 'status', 'read']],
  ])('is not for an API key of %s', async (_, scopes) => {
    const { apiKey } = await make({ scopes })
    expect((await call(apiKey)).status).toBe(401)
  })
})

/** As above, for operators: which roles, beside admin, get past the door. */
const BY_ROLE = [
  ['GET', path(), ['auditor']],
  ['POST', path(), []],
  ['DELETE', `${path()}/${'0'.repeat(64)}`, []],
] as const

it.each(
  BY_ROLE.flatMap(([method, address, allowed]) =>
    (['proposer', 'approver', 'auditor'] as const).map(
      (role) => [method, address, role, (allowed as readonly string[]).includes(role)] as const,
    ),
  ),
)('%s %s by role %s: %s', async (method, address, role, isAllowed) => {
  const { cookie } = await signIn(server, issuer.slug, role)
  const body = method === 'POST' ? order : undefined
  const answer = await server.call(method, address, {
    headers: fromPage(server, cookie),
    ...(body && { body }),
  })
  expect(answer.status !== 403).toBe(isAllowed)
})

it('a stolen key of scope issue cannot change a status, nor issue for others', async () => {
  const { apiKey } = await make()
  const issued = await bodyOf<{ id: string }>(await issueWith(apiKey), 201)
  const uuid = issued.id.slice('urn:uuid:'.length)
  const change = await server.patch(`/v1/issuers/${issuer.slug}/credentials/${uuid}/status`, {
    key: apiKey,
    body: { state: 'revoked', reason: 'x' },
  })
  expect(change.status).toBe(403)
  const { slug } = await found(server)
  const foreign = { key: apiKey, body: degreeOrder() }
  expect((await server.post(`/v1/issuers/${slug}/credentials`, foreign)).status).toBe(403)
})

it('the administrator lists the issuers', async () => {
  const anchor = await found(server, { trustAnchor: true, name: 'Ministry of Health' })
  const answer = await server.get('/v1/issuers', { key: ADMIN_KEY })
  const { issuers } = await bodyOf<{ issuers: object[] }>(answer, 200)
  expect(issuers).toContainEqual({
    slug: anchor.slug,
    did: anchor.did,
    name: 'Ministry of Health',
    trustAnchor: true,
  })
})
