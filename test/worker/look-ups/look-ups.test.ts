// GET /v1/dids and /v1/status-lists: what is asked, what is kept for how long, and what is never asked.
import { describe, expect, it } from 'vitest'
import { signDataIntegrity } from '../../../shared/issue/data-integrity.ts'
import { signStatusListToken, signVcJwt } from '../../../shared/issue/vc-jwt.ts'
import {
  DID_DOCUMENT_MAX_BYTES,
  DID_DOCUMENT_TTL_SECONDS,
  LOOK_UP_FAILURE_TTL_SECONDS,
  STATUS_LIST_MAX_BYTES,
} from '../../../shared/limits.ts'
import { createOutsideIssuer, headerOf, payloadOf } from '../support/jws.ts'
import { compactDocument, jsonDocument } from '../support/net.ts'
import { bodyOf, NOON, ORIGIN, problemOf, startServer, textOf } from '../support/server.ts'
import { found, issue } from '../support/world.ts'

const server = startServer()
const outside = await createOutsideIssuer('did:web:board.gov.xm')

let hosts = 0
/** A host that nobody asked before, so that no cache knows it. */
const newHost = () => `h${++hosts}.gov.xm`
const didUrl = (host: string) => `https://${host}/.well-known/did.json`
const getDid = (did: string, on = server) => on.get(`/v1/dids/${encodeURIComponent(did)}`)
const getList = (url: string, on = server) =>
  on.get(`/v1/status-lists?url=${encodeURIComponent(url)}`)
const timesAsked = (url: string) => server.net.asked.filter((asked) => asked === url).length
const documentOf = (host: string) => ({ ...outside.didDocument, id: `did:web:${host}` })

const listText = (type = 'BitstringStatusListCredential') =>
  signVcJwt(
    {
      '@context': ['https://www.w3.org/ns/credentials/v2'],
      type: ['VerifiableCredential', type],
      issuer: outside.did,
      credentialSubject: { type: 'BitstringStatusList', statusPurpose: 'revocation' },
    },
    outside,
  )

async function at<T>(seconds: number, act: () => Promise<T>): Promise<T> {
  server.clock.now = NOON + seconds
  try {
    return await act()
  } finally {
    server.clock.now = NOON
  }
}

describe('our own documents', () => {
  it.each(['registry', 'status'])('of the %s service are read from storage', async (service) => {
    const answer = await getDid(`did:web:localhost%3A8787:${service}`)
    const document = await bodyOf(await server.get(`/${service}/did.json`), 200)
    expect(await bodyOf(answer, 200)).toEqual(document)
    expect(server.net.asked).toEqual([])
  })

  it('of an issuer are read from storage', async () => {
    const { did } = await found(server)
    expect((await bodyOf(await getDid(did), 200)).id).toBe(did)
    expect(server.net.asked).toEqual([])
  })

  it('of an issuer that does not exist are nowhere', async () => {
    const response = await getDid('did:web:localhost%3A8787:issuers:nobody')
    expect(response.status).toBe(502)
    expect((await problemOf(response)).code).toBe('look_up.unreachable')
  })

  it.each([
    'did:web:LOCALHOST%3A8787:issuers:x',
    'did:web:localhost%3a8787:registry',
    'did:web:localhost%3A8787',
  ])('are never asked for as %s', async (did) => {
    expect((await getDid(did)).status).toBe(502)
    expect(server.net.asked).toEqual([])
  })

  it('are lists too, read from storage, with their lifetime', async () => {
    const { status } = await issue(server, await found(server))
    const url = status[0]?.statusListCredential ?? ''
    const response = await getList(url)
    expect(response.headers.get('cache-control')).toBe('public, max-age=1')
    expect(response.headers.get('content-type')).toBe('application/vc+jwt')
    expect(await textOf(response)).toBe(await textOf(await server.get(url.slice(ORIGIN.length))))
    expect(server.net.asked).toEqual([])
  })

  it.each([
    'HTTP://LOCALHOST:8787/issuers/x/status/r1',
    'http://localhost:8787',
    'http://localhost:8787/v1/status-lists?url=x',
  ])('are never asked for as %s', async (url) => {
    expect((await getList(url)).status).toBe(502)
    expect(server.net.asked).toEqual([])
  })
})

describe('DIDs that need no look-up', () => {
  it('are answered: did:key', async () => {
    const key = await createOutsideIssuer()
    const document = await bodyOf(await getDid(key.did), 200)
    expect(document).toMatchObject({ id: key.did, assertionMethod: [key.kid] })
  })

  it('are refused where they hold no key', async () => {
    const response = await getDid('did:key:z6Mk')
    expect(response.status).toBe(422)
    expect((await problemOf(response)).code).toBe('look_up.malformed')
  })
})

describe('a DID document from elsewhere', () => {
  it('is asked for once, and kept for an hour', async () => {
    const host = newHost()
    server.net.answer(didUrl(host), jsonDocument(documentOf(host)))
    const first = await getDid(`did:web:${host}`)
    expect(first.headers.get('content-type')).toBe('application/did+json')
    expect(await bodyOf(first, 200)).toEqual(documentOf(host))
    expect(first.headers.get('cache-control')).toBe(`public, max-age=${DID_DOCUMENT_TTL_SECONDS}`)
    const last = await at(DID_DOCUMENT_TTL_SECONDS - 1, () => getDid(`did:web:${host}`))
    expect(timesAsked(didUrl(host))).toBe(1)
    // What is left of the hour, not another hour.
    expect(last.headers.get('cache-control')).toBe('public, max-age=1')
    await at(DID_DOCUMENT_TTL_SECONDS, () => getDid(`did:web:${host}`))
    expect(timesAsked(didUrl(host))).toBe(2)
  })

  it('is asked for without a trace of who asks, and without following anybody', async () => {
    const host = newHost()
    server.net.answer(didUrl(host), jsonDocument(documentOf(host)))
    await getDid(`did:web:${host}`)
    const { headers, redirect, signal, body, method } = server.net.requests.at(-1) ?? {}
    expect(Object.keys(headers ?? {})).toEqual(['accept'])
    expect({ redirect, body, method }).toEqual({
      redirect: 'manual',
      body: undefined,
      method: undefined,
    })
    expect(signal).toBeInstanceOf(AbortSignal)
  })

  it('is not lost because somebody asked for a status list at its address', async () => {
    const host = newHost()
    server.net.answer(didUrl(host), jsonDocument(documentOf(host)))
    expect((await getList(didUrl(host))).status).toBe(502)
    expect(await bodyOf(await getDid(`did:web:${host}`), 200)).toEqual(documentOf(host))
  })

  it('is not had in the media type of a status list, whoever asked for that before', async () => {
    const host = newHost()
    const text = JSON.stringify(documentOf(host))
    const headers = { 'content-type': 'text/plain' }
    server.net.answer(didUrl(host), () => new Response(text, { headers }))
    await getList(didUrl(host))
    expect((await getDid(`did:web:${host}`)).status).toBe(502)
  })

  it.each(['did:web:1.2.3.999', 'did:web:board.gov.xm%3A99999'])(
    'is nowhere for %s, which is no address',
    async (did) => {
      expect((await getDid(did)).status).toBe(422)
    },
  )

  it('may lie under a path, with the DID percent-encoded once', async () => {
    const did = 'did:web:board.gov.xm:boards:north'
    server.net.answer(
      'https://board.gov.xm/boards/north/did.json',
      jsonDocument({ ...outside.didDocument, id: did }),
    )
    expect((await bodyOf(await getDid(did), 200)).id).toBe(did)
  })

  it('is not found with the DID percent-encoded twice', async () => {
    const did = encodeURIComponent(encodeURIComponent('did:web:board.gov.xm'))
    expect((await server.get(`/v1/dids/${did}`)).status).toBe(400)
  })

  it.each([
    ['does not answer', () => Promise.reject(new TypeError('no route')), 502],
    ['answers 404', () => new Response('{}', { status: 404 }), 502],
    ['sends us elsewhere', () => Response.redirect('https://board.gov.xm/', 302), 502],
    ['answers a page', () => jsonDocument({}, { 'content-type': 'text/html' }), 502],
    ['answers without a type', () => new Response(new Uint8Array([123, 125])), 502],
    ['answers too much', () => jsonDocument({ x: 'x'.repeat(DID_DOCUMENT_MAX_BYTES) }), 502],
    ['declares too much', () => jsonDocument({}, { 'content-length': '65537' }), 502],
    [
      'answers no JSON',
      () => new Response('{', { headers: { 'content-type': 'application/json' } }),
      422,
    ],
    ['answers a list', () => jsonDocument([]), 422],
    [
      'answers a key twice',
      () =>
        new Response('{"id":"a","id":"b"}', { headers: { 'content-type': 'application/json' } }),
      422,
    ],
    [
      'answers no text',
      () =>
        new Response(new Uint8Array([255]), { headers: { 'content-type': 'application/json' } }),
      422,
    ],
    ['speaks of another DID', () => jsonDocument(outside.didDocument), 422],
  ] as const)('whose host %s is refused', async (_, answer, status) => {
    const host = newHost()
    server.net.answer(didUrl(host), answer)
    const response = await getDid(`did:web:${host}`)
    expect(response.status).toBe(status)
    expect((await problemOf(response)).code).toBe(
      status === 502 ? 'look_up.unreachable' : 'look_up.malformed',
    )
    expect(timesAsked(didUrl(host))).toBe(1)
  })

  it('that could not be had is not asked for again for half a minute', async () => {
    const host = newHost()
    server.net.answer(didUrl(host), () => Promise.reject(new TypeError('no route')))
    await getDid(`did:web:${host}`)
    server.net.answer(didUrl(host), jsonDocument(documentOf(host)))
    const soon = await at(LOOK_UP_FAILURE_TTL_SECONDS - 1, () => getDid(`did:web:${host}`))
    expect(soon.status).toBe(502)
    expect(timesAsked(didUrl(host))).toBe(1)
    const later = await at(LOOK_UP_FAILURE_TTL_SECONDS, () => getDid(`did:web:${host}`))
    expect(later.status).toBe(200)
    expect(timesAsked(didUrl(host))).toBe(2)
  })

  it.each([
    'did:web:127.0.0.1',
    'did:web:10.0.0.1',
    'did:web:169.254.169.254',
    'did:web:2130706433',
    'did:web:board.gov.xm%3A8443',
    'did:web:localhost',
    'did:web:localhost%3A9999',
    'did:web:intranet',
    'did:web:printer.local',
    'did:web:metadata.google.internal',
    'did:web:status.invalid',
    'did:web:hidden.onion',
  ])('of %s is never asked for', async (did) => {
    const response = await getDid(did)
    expect(response.status).toBe(502)
    expect((await problemOf(response)).code).toBe('look_up.unreachable')
    expect(server.net.asked.filter((url) => !url.includes('.gov.xm/'))).toEqual([])
  })

  it.each([
    'did:web:',
    'did:web:a b',
    'did:web:board.gov.xm:..:x',
    'did:web:user@board.gov.xm',
    'did:ion:abc',
    'did:web:[::1]',
  ])('of %s does not exist', async (did) => {
    const response = await getDid(did)
    expect(response.status).toBe(422)
    expect((await problemOf(response)).code).toBe('look_up.malformed')
  })
})

describe('a status list from elsewhere', () => {
  it('is passed on as it was signed', async () => {
    const url = `https://${newHost()}/status/1`
    const text = await listText()
    server.net.answer(url, compactDocument(`${text}\n`))
    expect(await textOf(await getList(url))).toBe(text)
  })

  it('may be secured by a proof inside it', async () => {
    const url = `https://${newHost()}/status/1`
    const signed = await signDataIntegrity(
      payloadOf(await listText()),
      { cryptosuite: 'eddsa-jcs-2022', createdSeconds: NOON },
      outside,
    )
    if (!signed.ok) throw new Error(signed.error.code)
    const headers = { 'content-type': 'application/vc' }
    server.net.answer(url, new Response(JSON.stringify(signed.value), { headers }))
    const response = await getList(url)
    expect(response.headers.get('content-type')).toBe('application/vc')
    expect(await response.json()).toEqual(signed.value)
  })

  it('is kept as long as its host says, and what is left of that is passed on', async () => {
    const url = `https://${newHost()}/status/1`
    server.net.answer(url, compactDocument(await listText(), { 'cache-control': 'max-age=120' }))
    const ages: (string | null)[] = []
    for (const seconds of [0, 1, 60, 119]) {
      const response = await at(seconds, () => getList(url))
      ages.push(response.headers.get('cache-control'))
      await response.body?.cancel()
    }
    expect(ages).toEqual([120, 119, 60, 1].map((left) => `public, max-age=${left}`))
    expect(timesAsked(url)).toBe(1)
    const renewed = await at(120, () => getList(url))
    expect(renewed.headers.get('cache-control')).toBe('public, max-age=120')
    expect(timesAsked(url)).toBe(2)
    await renewed.body?.cancel()
  })

  it.each([
    ['120', '45', 75],
    ['600', '45', 300],
    ['120', '500', 0],
  ])(
    'that a cache on the way held already is not given a new life: %s, %s',
    async (life, age, left) => {
      const url = `https://${newHost()}/status/1`
      const headers = { 'cache-control': `max-age=${life}`, age }
      server.net.answer(url, compactDocument(await listText(), headers))
      const response = await getList(url)
      expect(response.headers.get('cache-control')).toBe(`public, max-age=${left}`)
      await response.body?.cancel()
    },
  )

  it.each([
    ['longer than five minutes', { 'cache-control': 'max-age=86400' }, 300],
    ['as it is not said for how long', {}, 300],
    ['which says nothing about ours', { 'cache-control': 'public, s-max-age=x' }, 300],
  ] as const)('is never kept %s', async (_, headers, seconds) => {
    const url = `https://${newHost()}/status/1`
    server.net.answer(url, compactDocument(await listText(), headers))
    const response = await getList(url)
    expect(response.headers.get('cache-control')).toBe(`public, max-age=${seconds}`)
    await response.body?.cancel()
    await (await at(seconds, () => getList(url))).body?.cancel()
    expect(timesAsked(url)).toBe(2)
  })

  it.each(['no-store', 'private, no-cache', 'max-age=0'])('is not kept at “%s”', async (value) => {
    const url = `https://${newHost()}/status/1`
    server.net.answer(url, compactDocument(await listText(), { 'cache-control': value }))
    const response = await getList(url)
    expect(response.headers.get('cache-control')).toBe('public, max-age=0')
    await response.body?.cancel()
    await (await getList(url)).body?.cancel()
    expect(timesAsked(url)).toBe(2)
  })

  it.each([
    [
      'an ordinary credential',
      () => listText('DegreeCredential').then((text) => compactDocument(text)),
      422,
    ],
    ['no credential', () => compactDocument('hello'), 422],
    ['a page', () => compactDocument('<html>', { 'content-type': 'text/html' }), 502],
    ['more than any list', () => compactDocument('x'.repeat(STATUS_LIST_MAX_BYTES + 1)), 502],
    ['the way to elsewhere', () => Response.redirect(`${ORIGIN}/`, 301), 502],
    ['an error', () => new Response('', { status: 500 }), 502],
  ])('that is %s is refused', async (_, answer, status) => {
    const url = `https://${newHost()}/status/1`
    server.net.answer(url, answer)
    expect((await getList(url)).status).toBe(status)
  })

  it.each([
    'https://status.invalid/lists/1',
    'https://127.0.0.1/1',
    'https://[::1]/1',
    'https://0x7f000001/1',
    'https://10.1/1',
    'https://board.gov.xm:8443/1',
    'https://user@board.gov.xm/1',
    'https://user:secret@board.gov.xm/1',
    'http://board.gov.xm/1',
    'https://localhost/1',
    'http://localhost:9999/1',
    'https://router.home.arpa/1',
  ])('at %s is never asked for', async (url) => {
    const asked = server.net.asked.length
    const response = await getList(url)
    expect(response.status).toBe(502)
    expect((await problemOf(response)).code).toBe('look_up.unreachable')
    expect(server.net.asked).toHaveLength(asked)
  })

  it.each(['', 'status', 'ftp://board.gov.xm/1', 'data:text/plain,x', 'javascript:alert(1)'])(
    'at “%s” is no question',
    async (url) => {
      const response = await getList(url)
      expect(response.status).toBe(400)
      expect((await problemOf(response)).errors?.[0]?.field).toBe('url')
    },
  )
})

describe('a status list of the other kind', () => {
  const token = (ttl?: number) =>
    signStatusListToken(
      { sub: 'https://x.xm/1', iat: NOON, ...(ttl !== undefined && { ttl }) },
      outside,
    )
  const tokenDocument = async (ttl?: number) =>
    compactDocument(await token(ttl), { 'content-type': 'application/statuslist+jwt' })
  const getToken = (url: string, more = '') =>
    server.get(`/v1/status-lists?url=${encodeURIComponent(url)}&kind=token${more}`)
  const lastAccept = () => new Headers(server.net.requests.at(-1)?.headers).get('accept')

  it('is asked for and passed on by its own media type', async () => {
    const url = `https://${newHost()}/status/1`
    server.net.answer(url, await tokenDocument())
    const response = await getToken(url)
    expect(response.headers.get('content-type')).toBe('application/statuslist+jwt')
    expect(await textOf(response)).toBe(await token())
    expect(lastAccept()).toBe('application/statuslist+jwt')
  })

  it('is not passed on as the kind that it is not', async () => {
    const url = `https://${newHost()}/status/1`
    server.net.answer(url, compactDocument(await listText(), { 'content-type': 'text/plain' }))
    expect((await getToken(url)).status).toBe(422)
    expect((await getList(url)).status).toBe(200)
    const other = `https://${newHost()}/status/1`
    server.net.answer(other, await tokenDocument())
    expect((await getList(other)).status).toBe(502)
  })

  it('is kept no longer than it says itself', async () => {
    const url = `https://${newHost()}/status/1`
    server.net.answer(url, await tokenDocument(45))
    const response = await getToken(url)
    expect(response.headers.get('cache-control')).toBe('public, max-age=45')
    await response.body?.cancel()
  })

  it('that is our own is read from storage', async () => {
    const { status } = await issue(server, await found(server))
    const asked = server.net.asked.length
    const text = await textOf(await getToken(status[0]?.statusListCredential ?? ''))
    expect(headerOf(text).typ).toBe('statuslist+jwt')
    expect(server.net.asked).toHaveLength(asked)
  })

  it('is asked for as it stood at a second, and kept apart from that of now', async () => {
    const url = `https://${newHost()}/status/1?list=7`
    server.net.answer(url, await tokenDocument())
    server.net.answer(`${url}&time=1700000000`, await tokenDocument(9))
    await (await getToken(url)).body?.cancel()
    const response = await getToken(url, '&at=1700000000')
    expect(response.headers.get('cache-control')).toBe('public, max-age=9')
    await response.body?.cancel()
    expect(timesAsked(url)).toBe(1)
  })

  it('is asked for by a date where it is a credential', async () => {
    const url = `https://${newHost()}/status/1`
    server.net.answer(
      `${url}?timestamp=2023-11-14T22%3A13%3A20Z`,
      compactDocument(await listText()),
    )
    const path = `/v1/status-lists?url=${encodeURIComponent(url)}&at=1700000000`
    expect(await textOf(await server.get(path))).toBe(await listText())
  })

  it.each(['&kind=paper', '&at=noon', '&at=-1'])('is not asked for by %s', async (query) => {
    const path = `/v1/status-lists?url=${encodeURIComponent(`https://${newHost()}/1`)}${query}`
    expect((await server.get(path)).status).toBe(400)
  })
})

describe('in production', () => {
  const production = startServer(
    { LICET_ORIGIN: 'https://licet.example', LICET_DEVELOPMENT_HOSTS: '' },
    'https://licet.example',
  )

  it.each(['did:web:localhost%3A8787:issuers:x', 'did:web:localhost%3A8787'])(
    '%s is a stranger, and never asked',
    async (did) => {
      expect((await getDid(did, production)).status).toBe(502)
      expect(production.net.asked).toEqual([])
    },
  )

  it('nobody is asked by http', async () => {
    expect((await getList('http://localhost:8787/issuers/x/status/r1', production)).status).toBe(
      502,
    )
    expect(production.net.asked).toEqual([])
  })

  it.each(['did:web:licet.example%3A443:registry', 'did:web:LICET.example:registry'])(
    'we do not ask ourselves for %s',
    async (did) => {
      expect((await getDid(did, production)).status).toBe(502)
      expect(production.net.asked).toEqual([])
    },
  )

  it('lists may be kept for five minutes', async () => {
    const { status } = await issue(production, await found(production))
    const url = status[0]?.statusListCredential ?? ''
    expect(url).toMatch(/^https:\/\/licet\.example\/issuers\//)
    const response = await getList(url, production)
    expect(response.headers.get('cache-control')).toBe('public, max-age=300')
    await response.body?.cancel()
  })
})
