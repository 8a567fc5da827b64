// Nobody acts for another issuer: every route of `/v1/issuers/{slug}` is tried, with everything that another issuer has.
import { describe, expect, it } from 'vitest'
import { encodeBase64Url } from '../../../shared/encoding/base64url.ts'
import { OPERATOR_ROLES } from '../../../worker/storage/operators.ts'
import { fromPage, signIn } from '../support/operators.ts'
import { accreditationOrder, degreeOrder } from '../support/orders.ts'
import { successionOrder, taintOrder } from '../support/remarks.ts'
import { bodyOf, env, startServer } from '../support/server.ts'
import { found, issue } from '../support/world.ts'

const server = startServer()
const victim = await found(server)
const attacker = await found(server)
const { uuid } = await issue(server, victim)
const { operator, cookie } = await signIn(server, victim.slug, 'admin')
const { keys } = await bodyOf<{ keys: { kid: string }[] }>(
  await server.get(`/v1/issuers/${victim.slug}/keys`, { headers: { cookie } }),
  200,
)
const kid = keys[0]?.kid ?? ''
const made = await server.post(`/v1/issuers/${victim.slug}/api-keys`, {
  headers: fromPage(server, cookie),
  body: { name: 'Registry software', scopes: ['issue'] },
})
const apiKey = await bodyOf<{ id: string }>(made, 201)

/** Bodies that would be taken if they came from the issuer itself. Where none is named, the route needs none. */
const BODIES: Readonly<Record<string, object>> = {
  'POST /credentials': degreeOrder(),
  'PATCH /credentials/:id/status': { state: 'revoked', reason: 'x' },
  'POST /accreditations': accreditationOrder(attacker.did),
  'POST /successions': successionOrder(attacker.did),
  'POST /taints': taintOrder(attacker.did),
  'POST /operators/invites': { name: 'Eve', role: 'admin' },
  'POST /api-keys': { name: 'Eve', scopes: ['issue'] },
  'PUT /policy': { fourEyes: true },
  'POST /proposals/:id/refusal': { reasonCode: 'incorrect' },
  'POST /batches/:id/refusal': { reasonCode: 'incorrect' },
  'POST /batches/:id/signatures': {
    signatures: [{ id: uuid, signature: encodeBase64Url(new Uint8Array(64)) }],
  },
  'PUT /domain': { domain: 'board.example' },
  'POST /domain/configuration': { domain: 'board.example' },
  'POST /keys/:kid/compromise': { since: '2026-01-01T00:00:00Z', reason: 'x' },
}
/** What else an address needs. */
const QUERIES: Readonly<Record<string, string>> = {
  'GET /audit/sample': '?seed=a&size=1',
  'GET /batches/template': '?kind=degree',
  'POST /batches': '?kind=degree',
  'GET /keys/:kid/reissue': '?kind=degree',
}
const PREFIX = '/v1/issuers/:slug'
const idOf = (path: string): string =>
  path.startsWith('/operators') ? operator.id : path.startsWith('/api-keys') ? apiKey.id : uuid

const routes = [
  ...new Map(
    server.app.routes
      .filter(({ method, path }) => method !== 'ALL' && path.startsWith(PREFIX))
      .map(({ method, path }) => {
        const rest = path.slice(PREFIX.length)
        const address = rest
          .replace(':kid', encodeURIComponent(kid))
          .replaceAll(/:\w+/g, () => idOf(rest))
        const name = `${method} ${rest}`
        const query = QUERIES[name] ?? ''
        return [
          name,
          { method, name, address: `/v1/issuers/${victim.slug}${address}${query}` },
        ] as const
      }),
  ).values(),
]

it('there are routes to try, and every body belongs to one', () => {
  expect(routes.length).toBeGreaterThan(20)
  const names: readonly string[] = routes.map(({ name }) => name)
  expect(Object.keys(BODIES).filter((name) => !names.includes(name))).toEqual([])
})

describe.each(routes)('$name', ({ method, address, name }) => {
  const body = BODIES[name]
  const ask = (call: { key?: string; headers?: Record<string, string> }) =>
    server.call(method, address, { ...call, ...(body && { body }) })
  /** A body that this table does not know may be refused as such, before anybody asks who sent it. */
  const isKnown = body || method === 'GET' || method === 'DELETE'
  const refusals = isKnown ? [401, 403] : [400, 401, 403, 415]

  it.each(OPERATOR_ROLES)('is closed to another issuer’s %s', async (role) => {
    const stranger = await signIn(server, attacker.slug, role)
    const answer = await ask({ headers: fromPage(server, stranger.cookie) })
    expect(refusals).toContain(answer.status)
  })

  it('is closed to another issuer’s API key, and to nobody', async () => {
    expect(refusals).toContain((await ask({ key: attacker.apiKey })).status)
    expect(refusals).toContain((await ask({})).status)
  })
})

it('and nothing has changed', async () => {
  const states = await env.DB.prepare('SELECT state FROM credentials WHERE issuer_slug = ?1')
    .bind(victim.slug)
    .all()
  expect(states.results).toEqual([{ state: 'active' }])
  const { results } = await env.DB.prepare(
    'SELECT action FROM audit_entries WHERE issuer_slug = ?1 ORDER BY number DESC LIMIT 1',
  )
    .bind(victim.slug)
    .all()
  expect(results).toEqual([{ action: 'api_key.made' }])
})
