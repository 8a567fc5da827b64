// Approvers who register a key and sign with it from the console's pages, and what happens to requests that nobody signs.
import { describe, expect, it } from 'vitest'
import { KEY_REGISTRATIONS_PER_MINUTE } from '../../../shared/limits.ts'
import { licenceOrder } from '../support/orders.ts'
import { foundAtOwnDomain, makeOutsideKey, publishKeys } from '../support/own-domain.ts'
import { bodyOf, type Call, env, problemOf, startServer } from '../support/server.ts'
import { accredit, found, problemsIn, verify } from '../support/world.ts'

const DAY = 86_400
const HOST = 'registry.gov.xm'
const server = startServer()
const { issuer, headersOf } = await foundAtOwnDomain(server, 'sessions', HOST)
const approver = await headersOf('approver')
const key = await makeOutsideKey()

const path = (rest: string) => `/v1/issuers/${issuer.slug}/${rest}`
const register = (headers: Record<string, string>, { publicJwk } = key) =>
  server.post(path('keys'), { headers, body: { publicJwk } })
const order = async () =>
  bodyOf<{ signingRequest: { id: string; expiresAt: string } }>(
    await server.post(path('credentials'), { key: issuer.apiKey, body: licenceOrder() }),
    202,
  )
const open = async (by: Call = { headers: approver }) =>
  (
    await bodyOf<{ requests: { id: string; kind: string; bytes: string; expiresAt: string }[] }>(
      await server.get(path('signing-requests'), by),
      200,
    )
  ).requests
const handIn = (id: string, signature: string, headers = approver) =>
  server.post(path(`signing-requests/${id}`), { headers, body: { signature } })

describe('a key in a DID document', () => {
  it('is seen as soon as it is there, whatever was read before', async () => {
    server.net.answer(
      `https://${HOST}/.well-known/did.json`,
      () => new Response('', { status: 404 }),
    )
    const nothing = await problemOf(await register(approver))
    expect(nothing).toMatchObject({ code: 'key.not_published' })
    expect(nothing.detail).toContain('could not be fetched')
    await publishKeys(server, HOST, [(await makeOutsideKey()).publicJwk])
    const another = await problemOf(await register(approver))
    expect(another.detail).toContain('does not hold this key')
    await publishKeys(server, HOST, [key.publicJwk])
    expect((await register(approver)).status).toBe(201)
  })

  it('is registered by those who sign, and by nobody who does not', async () => {
    for (const role of ['proposer', 'auditor'] as const) {
      const answer = await register(await headersOf(role))
      expect((await problemOf(answer)).code).toBe('auth.forbidden')
    }
  })

  it('is not made here for an approver', async () => {
    const answer = await server.post(path('keys'), { headers: approver, body: {} })
    expect((await problemOf(answer)).code).toBe('auth.forbidden')
  })

  it('is looked up ten times a minute for one issuer, and not more', async () => {
    const busy = await foundAtOwnDomain(server, 'busy', 'busy.gov.xm')
    await publishKeys(server, 'busy.gov.xm', [])
    const headers = await busy.headersOf('admin')
    const { publicJwk } = key
    const codes = new Set<string>()
    for (let call = 0; call <= 2 * KEY_REGISTRATIONS_PER_MINUTE; call++) {
      const answer = await server.post('/v1/issuers/busy/keys', { headers, body: { publicJwk } })
      codes.add((await problemOf(answer)).code)
    }
    expect([...codes]).toEqual(['key.not_published', 'rate.exceeded'])
  })
})

describe('an approver', () => {
  it('signs what waits, and it verifies', async () => {
    const anchor = await found(server, { trustAnchor: true })
    await accredit(server, anchor, issuer.did)
    await order()
    const requests = await open()
    expect(requests.map(({ kind }) => kind)).toEqual(['status_delegation', 'licence'])
    let last = ''
    for (const { id, bytes } of requests) {
      const answer = await handIn(id, await key.sign(bytes))
      last = (await bodyOf<{ credential: string }>(answer, 201)).credential
    }
    expect(problemsIn(await verify(server, last))).toEqual([])
    expect(await open()).toEqual([])
  })

  it('stands in the audit log with the credential', async () => {
    const entry = await env.DB.prepare(
      `SELECT actor FROM audit_entries WHERE issuer_slug = ?1 AND action = 'credential.issued'`,
    )
      .bind(issuer.slug)
      .first<string>('actor')
    expect(entry).toMatch(/^operator:/)
  })

  it.each(['proposer', 'auditor', 'admin'] as const)(
    'is not replaced by the role %s',
    async (role) => {
      const headers = await headersOf(role)
      const { signingRequest } = await order()
      const list = await server.get(path('signing-requests'), { headers })
      expect((await problemOf(list)).code).toBe('auth.forbidden')
      const signature = await key.sign('AAAA')
      const answer = await handIn(signingRequest.id, signature, headers)
      expect((await problemOf(answer)).code).toBe('auth.forbidden')
    },
  )
})

describe('a request that nobody signs', () => {
  it('says until when it waits, and is gone after seven days', async () => {
    const { signingRequest } = await order()
    const waiting = (await open()).find(({ id }) => id === signingRequest.id)
    expect(signingRequest.expiresAt).toBe('2026-11-29T12:00:00Z')
    expect(waiting?.expiresAt).toBe(signingRequest.expiresAt)
    const signature = await key.sign(waiting?.bytes ?? '')
    server.clock.now += 7 * DAY
    const byKey = { key: issuer.apiKey }
    expect(await open(byKey)).toEqual([])
    const late = await server.post(path(`signing-requests/${signingRequest.id}`), {
      ...byKey,
      body: { signature },
    })
    expect((await problemOf(late)).code).toBe('signing.unknown')
  })

  it('is dropped with the next order', async () => {
    await order()
    const { results } = await env.DB.prepare(
      'SELECT min(created_at) AS oldest FROM signing_requests WHERE issuer_slug = ?1',
    )
      .bind(issuer.slug)
      .all<{ oldest: number }>()
    expect(results[0]?.oldest).toBe(server.clock.now)
  })
})
