// /v1/issuers/{slug}/domain: an issuer links a domain, and people are shown it; /.well-known/did-configuration.json: our own.
import { beforeAll, describe, expect, it } from 'vitest'
import { createSignatureEngine } from '../../../shared/index.ts'
import { buildDidConfiguration, signDomainLinkage } from '../../../shared/issue/domain-linkage.ts'
import { namesOrigin, verifyDomainLinkage } from '../../../shared/keys/domain-linkage.ts'
import { createOutsideIssuer } from '../support/jws.ts'
import { jsonDocument } from '../support/net.ts'
import { fromPage, signIn } from '../support/operators.ts'
import { ADMIN_KEY, bodyOf, ORIGIN, problemOf, startServer } from '../support/server.ts'
import { type Founded, foundAccredited, issue, verify } from '../support/world.ts'

const server = startServer()
const DOMAIN = 'northmark.gov.xm'
const FILE = `https://${DOMAIN}/.well-known/did-configuration.json`
const DAY = 86_400
let issuer: Founded
let admin: Record<string, string>

beforeAll(async () => {
  issuer = (await foundAccredited(server)).issuer
  admin = fromPage(server, (await signIn(server, issuer.slug, 'admin')).cookie)
})

const path = (rest = '') => `/v1/issuers/${issuer.slug}/domain${rest}`
const link = (domain = DOMAIN) => server.call('PUT', path(), { headers: admin, body: { domain } })
const configuration = async (domain = DOMAIN) =>
  bodyOf<Record<string, unknown>>(
    await server.post(path('/configuration'), { headers: admin, body: { domain } }),
    200,
  )
const serve = (document: object) => server.net.answer(FILE, jsonDocument(document))
const domainShown = async () => {
  const { credential } = await issue(server, issuer)
  return (await verify(server, credential)).credential.issuer.domain
}
const didDocument = async () =>
  bodyOf<Record<string, unknown>>(await server.get(`/issuers/${issuer.slug}/did.json`), 200)

describe('a domain that does not name the issuer', () => {
  it.each([
    ['answers nothing', () => new Response('', { status: 404 }), 'could not be fetched'],
    ['answers something else', () => jsonDocument({ hello: 'world' }), 'no DID configuration'],
    ['names nobody', () => jsonDocument(buildDidConfiguration([])), 'no credential'],
  ])('%s: it is not linked, and the answer says why', async (_, answer, words) => {
    server.net.answer(FILE, answer)
    const problem = await problemOf(await link())
    expect(problem).toMatchObject({ code: 'domain.unlinked' })
    expect(problem.detail).toContain(words)
    expect((await problemOf(await server.get(path(), { headers: admin }))).code).toBe(
      'domain.unknown',
    )
  })

  it('is one that serves what was made for another domain', async () => {
    serve(await configuration('other.gov.xm'))
    expect((await problemOf(await link())).detail).toContain('no credential')
  })
})

describe('a domain that names the issuer', () => {
  it('is not shown before it is linked', async () => {
    expect(await domainShown()).toBe('localhost:8787')
  })

  it('is linked both ways', async () => {
    serve(await configuration())
    expect(await bodyOf(await link(), 200)).toEqual({
      domain: DOMAIN,
      checkedAt: '2026-11-22T12:00:00Z',
      validUntil: '2027-02-20T12:00:00Z',
    })
    expect(namesOrigin(await didDocument(), `https://${DOMAIN}`)).toBe(true)
  })

  it('is shown to whoever verifies', async () => {
    expect(await domainShown()).toBe(DOMAIN)
  })

  it('is asked by a bounded fetch that follows nobody', () => {
    expect(server.net.requests.at(-1)).toMatchObject({ redirect: 'manual' })
  })

  it('is unlinked where it has taken its word back', async () => {
    serve(buildDidConfiguration([]))
    expect((await problemOf(await link())).code).toBe('domain.unlinked')
    expect(namesOrigin(await didDocument(), `https://${DOMAIN}`)).toBe(false)
    expect(await domainShown()).toBe('localhost:8787')
  })

  it('is unlinked by the issuer', async () => {
    serve(await configuration())
    await link()
    const gone = await server.call('DELETE', path(), { headers: admin })
    expect(gone.status).toBe(204)
    expect(await domainShown()).toBe('localhost:8787')
  })

  it('is forgotten after ninety days', async () => {
    const later = startServer()
    serve(await configuration())
    await link()
    later.clock.now += 90 * DAY
    const answer = await later.get(`/issuers/${issuer.slug}/did.json`)
    expect(namesOrigin(await bodyOf(answer, 200), `https://${DOMAIN}`)).toBe(false)
  })

  it.each(['approver', 'auditor', 'proposer'] as const)(
    'is not linked by the role %s',
    async (role) => {
      const headers = fromPage(server, (await signIn(server, issuer.slug, role)).cookie)
      const answer = await server.call('PUT', path(), { headers, body: { domain: DOMAIN } })
      expect((await problemOf(answer)).code).toBe('auth.forbidden')
    },
  )

  it.each(['https://board.example', 'board example', 'a@b', ''])('is no %j', async (domain) => {
    expect(await problemOf(await link(domain))).toMatchObject({ errors: [{ field: 'domain' }] })
  })
})

describe('an issuer with a DID at a domain of its own', () => {
  it('links another domain only if its DID document names it', async () => {
    const did = 'did:web:board.gov.xm'
    const outside = await createOutsideIssuer(did)
    const body = { slug: 'own-board', name: 'Board', did }
    await server.post('/v1/issuers', { key: ADMIN_KEY, body })
    const headers = fromPage(server, (await signIn(server, 'own-board', 'admin')).cookie)
    const ask = () =>
      server.call('PUT', '/v1/issuers/own-board/domain', { headers, body: { domain: DOMAIN } })
    const { clock } = server
    const times = { fromSeconds: clock.now, untilSeconds: clock.now + DAY }
    serve(
      buildDidConfiguration([
        await signDomainLinkage({ origin: `https://${DOMAIN}`, ...times }, outside),
      ]),
    )
    const answer = (more: object) =>
      server.net.answer(
        'https://board.gov.xm/.well-known/did.json',
        jsonDocument({ ...outside.didDocument, ...more }),
      )
    answer({})
    expect((await problemOf(await ask())).detail).toContain('LinkedDomains')
    const endpoint = { id: `${did}#d`, type: 'LinkedDomains', serviceEndpoint: `https://${DOMAIN}` }
    answer({ service: [endpoint] })
    expect(await bodyOf(await ask(), 200)).toMatchObject({ validUntil: '2026-11-23T12:00:00Z' })
  })

  it('signs what links it by itself', async () => {
    const headers = fromPage(server, (await signIn(server, 'own-board', 'admin')).cookie)
    const answer = await server.post('/v1/issuers/own-board/domain/configuration', {
      headers,
      body: { domain: DOMAIN },
    })
    expect((await problemOf(answer)).code).toBe('key.elsewhere')
  })
})

describe('our own origin', () => {
  it.each(['registry', 'status'])('and the DID of the %s name each other', async (service) => {
    const answer = await server.get('/.well-known/did-configuration.json')
    expect(answer.headers.get('content-type')).toBe('application/json')
    const document = await bodyOf<{ id: string }>(await server.get(`/${service}/did.json`), 200)
    expect(namesOrigin(document, ORIGIN)).toBe(true)
    const judged = await verifyDomainLinkage({
      did: document.id,
      origin: ORIGIN,
      didDocument: document,
      configuration: await answer.json(),
      nowSeconds: server.clock.now,
      engine: createSignatureEngine(),
    })
    expect(judged).toMatchObject({ ok: true })
  })

  it('says the same all day, and does not call issuers its own', async () => {
    const read = async () => (await server.get('/.well-known/did-configuration.json')).text()
    const first = await read()
    server.clock.now += 60
    expect(await read()).toBe(first)
    expect(JSON.parse(first).linked_dids).toHaveLength(2)
  })
})
