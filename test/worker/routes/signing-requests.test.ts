// An issuer that keeps its keys to itself: from its founding to credentials that its own machine signed.
import { beforeAll, describe, expect, it } from 'vitest'
import { signRequests } from '../../../scripts/sign-requests.mjs'
import { decodeBase64Url, encodeBase64Url } from '../../../shared/encoding/base64url.ts'
import { jwkThumbprint, type OkpJwk } from '../../../shared/keys/jwk.ts'
import { headerOf } from '../support/jws.ts'
import { jsonDocument } from '../support/net.ts'
import { fromPage, signIn } from '../support/operators.ts'
import { degreeOrder, licenceOrder } from '../support/orders.ts'
import { ADMIN_KEY, bodyOf, env, ORIGIN, problemOf, startServer } from '../support/server.ts'
import { accredit, type Founded, found, problemsIn, verify } from '../support/world.ts'

const server = startServer()
const DID = 'did:web:board.gov.xm'
const DOCUMENT = 'https://board.gov.xm/.well-known/did.json'
let issuer: Founded
let admin: Record<string, string>
let jwk: JsonWebKey
let publicJwk: OkpJwk

async function makeKey() {
  const pair = await crypto.subtle.generateKey({ name: 'Ed25519' }, true, ['sign', 'verify'])
  if (!('privateKey' in pair)) throw new Error('Ed25519 gave no key pair')
  const made = (await crypto.subtle.exportKey('jwk', pair.privateKey)) as JsonWebKey
  return { made, known: { kty: 'OKP', crv: 'Ed25519', x: made.x ?? '' } as const }
}

async function publish(key: OkpJwk) {
  const id = `${DID}#${await jwkThumbprint(key)}`
  server.net.answer(
    DOCUMENT,
    jsonDocument({
      id: DID,
      verificationMethod: [{ id, type: 'JsonWebKey', controller: DID, publicKeyJwk: key }],
      assertionMethod: [id],
    }),
  )
}

const path = (rest: string) => `/v1/issuers/${issuer.slug}/${rest}`
const register = (key: OkpJwk) =>
  server.post(path('keys'), { headers: admin, body: { publicJwk: key } })
const order = (body: object = licenceOrder()) =>
  server.post(path('credentials'), { key: issuer.apiKey, body })
const request = async (body?: object) =>
  (await bodyOf<{ signingRequest: { id: string } }>(await order(body), 202)).signingRequest.id
const open = async () =>
  (
    await bodyOf<{ requests: { id: string; kind: string; kid: string; bytes: string }[] }>(
      await server.get(path('signing-requests'), { key: issuer.apiKey }),
      200,
    )
  ).requests
const issuedCount = () =>
  env.DB.prepare('SELECT count(*) AS count FROM credentials WHERE issuer_slug = ?1')
    .bind(issuer.slug)
    .first<number>('count')

/** One signature, without the command. */
async function handIn(
  entry: { readonly id: string; readonly bytes: string } | undefined,
  headers: Record<string, string> = {},
) {
  const key = await crypto.subtle.importKey('jwk', jwk, 'Ed25519', false, ['sign'])
  const bytes = decodeBase64Url(entry?.bytes ?? '') ?? new Uint8Array()
  const signature = encodeBase64Url(new Uint8Array(await crypto.subtle.sign('Ed25519', key, bytes)))
  return server.post(path(`signing-requests/${entry?.id}`), {
    key: issuer.apiKey,
    body: { signature },
    headers,
  })
}

/** The command of the issuer's machine, over the Worker itself. */
async function runSign(changes: Partial<Parameters<typeof signRequests>[0]> = {}) {
  const signed: { id: string; credential: string }[] = []
  const shown: string[] = []
  const count = await signRequests({
    fetch: (url, init) => server.app.request(url, init, server.settings),
    origin: ORIGIN,
    issuer: issuer.slug,
    apiKey: issuer.apiKey,
    jwk,
    confirm: async (summary) => shown.push(summary) > 0,
    onSigned: (answer) => signed.push(answer),
    onTable: () => undefined,
    ...changes,
  })
  return { signed, shown, count }
}

beforeAll(async () => {
  const { made, known } = await makeKey()
  jwk = made
  publicJwk = known
  const slug = 'board'
  const answer = await server.post('/v1/issuers', {
    key: ADMIN_KEY,
    body: { slug, name: 'Board', did: DID },
  })
  issuer = { slug, ...(await bodyOf<Omit<Founded, 'slug'>>(answer, 201)) }
  admin = fromPage(server, (await signIn(server, slug, 'admin')).cookie)
})

describe('an issuer at its own domain', () => {
  it('has no key here, and none is ever made for it', async () => {
    expect(issuer.did).toBe(DID)
    expect((await problemOf(await order())).code).toBe('key.none')
    expect(
      (await problemOf(await server.post(path('keys'), { headers: admin, body: {} }))).code,
    ).toBe('key.elsewhere')
    const keys = await server.get(path('keys'), { headers: admin })
    expect(await bodyOf(keys, 200)).toEqual({ keys: [] })
  })

  it('leaves the trust list readable before it has a key', async () => {
    const other = await found(server, { trustAnchor: true })
    expect((await server.get('/v1/trust-list')).status).toBe(200)
    expect(other.did).toContain(other.slug)
  })

  it('cannot be at our own domain', async () => {
    const body = { slug: 'fake', name: 'Fake', did: 'did:web:localhost%3A8787:issuers:other' }
    const answer = await server.post('/v1/issuers', { key: ADMIN_KEY, body })
    expect(await problemOf(answer)).toMatchObject({ errors: [{ field: 'did' }] })
  })

  it('registers a key only if its DID document holds it for assertions', async () => {
    await publish(publicJwk)
    const { known: other } = await makeKey()
    expect((await problemOf(await register(other))).code).toBe('key.not_published')
    const answer = await bodyOf<{ keys: { kid: string }[] }>(await register(publicJwk), 201)
    expect(answer.keys.map(({ kid }) => kid)).toEqual([`${DID}#${await jwkThumbprint(publicJwk)}`])
    expect((await problemOf(await register(publicJwk))).code).toBe('key.conflict')
  })

  it('is answered with a request: nothing is issued yet', async () => {
    const id = await request()
    expect((await open()).map((entry) => entry.kind)).toEqual(
      expect.arrayContaining(['licence', 'status_delegation']),
    )
    expect((await open()).map((entry) => entry.id)).toContain(id)
    expect(await issuedCount()).toBe(0)
  })

  it('keeps names out of what waits', async () => {
    const { results } = await env.DB.prepare('SELECT * FROM signing_requests').all()
    expect(results.length).toBeGreaterThan(0)
    expect(JSON.stringify(results)).not.toContain('Diallo')
  })

  it.each(['eddsa-jcs-2022', 'dc+sd-jwt', 'jwt_vc'] as const)(
    'signs nothing that its machine cannot read: %s',
    async (format) => {
      expect((await problemOf(await order(licenceOrder({ format })))).code).toBe('signing.format')
    },
  )

  it('must sign its word to the status service first', async () => {
    const licence = (await open()).find(({ kind }) => kind === 'licence')
    expect((await problemOf(await handIn(licence))).code).toBe('signing.delegation_missing')
  })

  it('is not signed for by another key', async () => {
    const { made } = await makeKey()
    await expect(runSign({ jwk: made })).rejects.toThrow('signing.mismatch')
    expect(await issuedCount()).toBe(0)
  })

  it('signs nothing without a yes', async () => {
    const { count } = await runSign({ confirm: async () => false })
    expect(count).toBe(0)
    expect(await open()).toHaveLength(2)
  })
})

describe('what an issuer signed on its own machine', () => {
  it('is issued, verifies, and can be taken back', async () => {
    const anchor = await found(server, { trustAnchor: true })
    await accredit(server, anchor, DID)
    await request(degreeOrder())
    const { signed, shown, count } = await runSign()
    expect(count).toBe(3)
    expect(shown[0]).toContain('ProfessionalLicenceCredential')
    expect(await open()).toEqual([])
    expect(await issuedCount()).toBe(2)
    const [, licence] = signed
    expect(headerOf(licence?.credential ?? '').kid).toBe(`${DID}#${await jwkThumbprint(publicJwk)}`)
    for (const { credential } of signed.slice(1)) {
      expect(problemsIn(await verify(server, credential))).toEqual([])
    }
    const uuid = licence?.id.slice('urn:uuid:'.length)
    const revoked = await server.patch(path(`credentials/${uuid}/status`), {
      key: issuer.apiKey,
      body: { state: 'revoked', reason: 'Error' },
    })
    expect(revoked.status).toBe(200)
    server.clock.now += 2
    expect(problemsIn(await verify(server, licence?.credential))).toEqual(['fail status.revoked'])
  })

  it('is answered again to who lost the answer', async () => {
    const id = await request()
    const before = (await issuedCount()) ?? 0
    const entry = (await open()).find((waiting) => waiting.id === id)
    const again = { 'idempotency-key': id }
    const answers = await Promise.all([handIn(entry, again), handIn(entry, again)])
    const texts = await Promise.all([...answers, await handIn(entry, again)].map((a) => a.text()))
    expect(answers.map(({ status }) => status)).toEqual([201, 201])
    expect(new Set(texts).size).toBe(1)
    expect(await issuedCount()).toBe(before + 1)
    expect((await problemOf(await handIn(entry))).code).toBe('signing.unknown')
  })

  it('is signed once', async () => {
    const id = await request()
    await runSign()
    const answer = await server.post(path(`signing-requests/${id}`), {
      key: issuer.apiKey,
      body: { signature: encodeBase64Url(new Uint8Array(64)) },
    })
    expect((await problemOf(answer)).code).toBe('signing.unknown')
  })

  it('is not issued where another credential got its place on a status list', async () => {
    server.indices.push(7, 7, 7)
    await request()
    const { signed } = await runSign()
    server.indices.push(...Array.from({ length: 24 * 3 }, () => 9))
    await request()
    await env.DB.prepare(
      `INSERT INTO status_entries (list_url, list_index, credential_id, purpose)
       SELECT list_url, 9, credential_id, purpose FROM status_entries WHERE credential_id = ?1`,
    )
      .bind(signed[0]?.id.slice('urn:uuid:'.length) ?? '')
      .run()
    await expect(runSign()).rejects.toThrow('signing.outdated')
    expect(await open()).toEqual([])
  })

  it('is not asked of a key that is not active any more', async () => {
    await request()
    const [{ kid = '' } = {}] = await open()
    const since = '2026-11-22T12:00:00Z'
    const fragment = kid.slice(kid.indexOf('#') + 1)
    const body = { since, reason: 'Lost' }
    const report = await server.post(path(`keys/${fragment}/compromise`), { headers: admin, body })
    expect(report.status).toBe(200)
    expect(await open()).toEqual([])
    expect((await problemOf(await order())).code).toBe('key.none')
    expect((await server.get('/v1/trust-list')).status).toBe(200)
  })
})

it.each([
  ['GET', 'signing-requests', undefined],
  [
    'POST',
    'signing-requests/0b1e5a54-8f5b-4b5e-9a52-5a3f1d4a7c11',
    { signature: encodeBase64Url(new Uint8Array(64)) },
  ],
] as const)('%s %s is not for the key of another issuer', async (method, rest, body) => {
  const other = await found(server)
  const answer = await server.call(method, path(rest), {
    key: other.apiKey,
    ...(body && { body }),
  })
  expect((await problemOf(answer)).code).toBe('auth.forbidden')
})

it('waits for a second person first, where the issuer asks for four eyes', async () => {
  const { known } = await makeKey()
  const did = 'did:web:eyes.gov.xm'
  const id = `${did}#key`
  server.net.answer(
    'https://eyes.gov.xm/.well-known/did.json',
    jsonDocument({
      id: did,
      verificationMethod: [{ id, type: 'JsonWebKey', controller: did, publicKeyJwk: known }],
      assertionMethod: [id],
    }),
  )
  const body = { slug: 'eyes', name: 'Eyes', did }
  const founded = await server.post('/v1/issuers', { key: ADMIN_KEY, body })
  const { apiKey } = await bodyOf<{ apiKey: string }>(founded, 201)
  const headers = fromPage(server, (await signIn(server, 'eyes', 'admin')).cookie)
  await server.post('/v1/issuers/eyes/keys', { headers, body: { publicJwk: known } })
  await env.DB.prepare('INSERT INTO issuer_policies VALUES (?1, 1, 0)').bind('eyes').run()
  const proposed = await bodyOf<{ proposal: { id: string } }>(
    await server.post('/v1/issuers/eyes/credentials', { key: apiKey, body: licenceOrder() }),
    202,
  )
  const list = () => server.get('/v1/issuers/eyes/signing-requests', { key: apiKey })
  expect(await bodyOf(await list(), 200)).toEqual({ requests: [] })
  const approver = fromPage(server, (await signIn(server, 'eyes', 'approver')).cookie)
  const approved = await server.post(
    `/v1/issuers/eyes/proposals/${proposed.proposal.id}/approval`,
    { headers: approver },
  )
  expect(approved.status).toBe(200)
  const { requests } = await bodyOf<{ requests: unknown[] }>(await list(), 200)
  expect(requests).toHaveLength(2)
})
