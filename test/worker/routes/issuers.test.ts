// POST /v1/issuers and the DID documents that follow from it.
import { describe, expect, it } from 'vitest'
import { ADMIN_KEY, bodyOf, env, problemOf, startServer } from '../support/server.ts'
import { found, issue } from '../support/world.ts'

const server = startServer()
const post = (body: unknown, key = ADMIN_KEY) => server.post('/v1/issuers', { key, body })

describe('founding an issuer', () => {
  it('answers its DID, its API key and what the key may do', async () => {
    const response = await post({ slug: 'northmark', name: 'University of Northmark' })
    expect(await bodyOf(response, 201)).toEqual({
      did: 'did:web:localhost%3A8787:issuers:northmark',
      apiKey: expect.stringMatching(/^licet_[\w-]{43}$/),
      scopes: ['issue', 'status', 'read'],
    })
  })

  it('is refused where the slug is taken, and leaves no key behind', async () => {
    const first = await found(server)
    const response = await post({ slug: first.slug, name: 'Impostor' })
    expect(response.status).toBe(409)
    expect((await problemOf(response)).code).toBe('issuer.exists')
    const keys = await env.DB.prepare('SELECT count(*) AS n FROM api_keys WHERE issuer_slug = ?')
      .bind(first.slug)
      .first()
    expect(keys).toEqual({ n: 1 })
    await issue(server, first)
  })

  it('is won by one of five at the same time', async () => {
    const responses = await Promise.all(
      Array.from({ length: 5 }, () => post({ slug: 'raced', name: 'Raced' })),
    )
    expect(responses.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409])
  })

  it.each([
    ['no slug', { slug: undefined }, 'slug'],
    ['a slug with capitals', { slug: 'Northmark' }, 'slug'],
    ['a slug that climbs', { slug: '../registry' }, 'slug'],
    ['a slug that ends in a hyphen', { slug: 'north-' }, 'slug'],
    ['a slug of 64 letters', { slug: 'n'.repeat(64) }, 'slug'],
    ['a blank name', { name: '  ' }, 'name'],
    ['a name of 201 letters', { name: 'n'.repeat(201) }, 'name'],
    ['an address that is a script', { url: 'javascript:alert(1)' }, 'url'],
    ['an anchor in words', { trustAnchor: 'yes' }, 'trustAnchor'],
    ['an unknown property', { key: 'x' }, 'body'],
    ['a DID of another method', { did: 'did:key:z6Mk' }, 'did'],
    ['an anchor that keeps its keys', { did: 'did:web:a.xm', trustAnchor: true }, 'trustAnchor'],
  ])('with %s is refused', async (_, change, field) => {
    const response = await post({ slug: 'fresh', name: 'Fresh', ...change })
    expect(response.status).toBe(400)
    expect((await problemOf(response)).errors?.map((error) => error.field)).toEqual([field])
  })

  it('is for the administrator only', async () => {
    const { apiKey } = await found(server)
    const body = { slug: 'fresh', name: 'Fresh' }
    expect((await problemOf(await post(body, apiKey))).code).toBe('auth.invalid')
    expect((await problemOf(await server.post('/v1/issuers', { body }))).code).toBe('auth.missing')
    expect(await env.DB.prepare("SELECT * FROM issuers WHERE slug = 'fresh'").first()).toBeNull()
  })
})

describe('a hosted DID document', () => {
  it('lists the one key for assertions, under the thumbprint of its own', async () => {
    const { slug, did } = await found(server)
    const response = await server.get(`/issuers/${slug}/did.json`)
    expect(response.headers.get('content-type')).toBe('application/did+json')
    expect(response.headers.get('cache-control')).toBe('public, max-age=300')
    const document = await bodyOf<{ assertionMethod: string[] }>(response, 200)
    const [kid = ''] = document.assertionMethod
    expect(document).toEqual({
      '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/suites/jws-2020/v1'],
      id: did,
      verificationMethod: [
        {
          id: kid,
          type: 'JsonWebKey2020',
          controller: did,
          publicKeyJwk: {
            kty: 'OKP',
            crv: 'Ed25519',
            x: expect.stringMatching(/^[\w-]{43}$/),
            kid: kid.slice(kid.indexOf('#') + 1),
            alg: 'EdDSA',
            use: 'sig',
          },
        },
      ],
      assertionMethod: [kid],
    })
  })

  it.each(['registry', 'status'])('exists for the %s service', async (service) => {
    const document = await bodyOf(await server.get(`/${service}/did.json`), 200)
    expect(document.id).toBe(`did:web:localhost%3A8787:${service}`)
  })

  it('of an issuer that does not exist is unknown, and makes no key', async () => {
    const response = await server.get('/issuers/nobody/did.json')
    expect(response.status).toBe(404)
    expect((await problemOf(response)).code).toBe('issuer.unknown')
    const key = await env.DB.prepare(
      "SELECT * FROM signing_keys WHERE owner LIKE '%nobody'",
    ).first()
    expect(key).toBeNull()
  })

  it.each(['/.well-known/did.json', '/demo2/did.json', '/toString/did.json'])(
    'is not at %s',
    async (path) => {
      const response = await server.get(path)
      expect(response.status).toBe(404)
      expect((await problemOf(response)).code).toBe('route.unknown')
    },
  )
})
