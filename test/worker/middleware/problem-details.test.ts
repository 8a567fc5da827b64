// What is told when something goes wrong: enough to act on, nothing to learn from.
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Env } from '../../../worker/env.ts'
import { licenceOrder } from '../support/orders.ts'
import { ADMIN_KEY, env, problemOf, startServer } from '../support/server.ts'
import { found } from '../support/world.ts'

const log = vi.spyOn(console, 'error').mockImplementation(() => {})
afterEach(() => log.mockClear())

const logged = () => log.mock.calls.map(([line]) => JSON.parse(String(line)))

/** A database whose every question fails with these words. */
const brokenDatabase = (message: string) =>
  ({
    prepare() {
      throw new Error(message)
    },
    batch: () => Promise.reject(new Error(message)),
  }) as unknown as D1Database

const SECRET = 'eyJhbGciOiJFZERTQSJ9.Zubaydah-Quillfeather.c2ln'

describe('a fault of ours', () => {
  const broken = startServer({ DB: brokenDatabase(`no such table ${SECRET}\n    at ${SECRET}`) })

  it('is a 500 that says nothing about the inside', async () => {
    const response = await broken.get('/v1/trust-list')
    expect(response.status).toBe(500)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    expect(await response.json()).toEqual({
      type: 'about:blank',
      title: 'Something went wrong on our side',
      status: 500,
      code: 'internal',
    })
  })

  it('is one line in the log with kind and place, and no word of the message', async () => {
    const did = `did:web:localhost%3A8787:issuers:${SECRET}`
    await broken.get(`/v1/dids/${encodeURIComponent(did)}`)
    // A line of its own says that batches could not be looked for either.
    expect(logged().filter(({ event }) => event === 'error')).toEqual([
      {
        event: 'error',
        method: 'GET',
        route: '/v1/dids',
        name: 'Error',
        at: expect.stringMatching(/^at .+:\d+:\d+/),
      },
    ])
    expect(JSON.stringify(log.mock.calls)).not.toContain('Zubaydah')
  })

  it('while issuing tells neither the order nor the key', async () => {
    const server = startServer()
    const issuer = await found(server)
    const breaking = startServer({
      DB: new Proxy(env.DB, {
        get: (db, name) =>
          name === 'batch'
            ? () => Promise.reject(new Error(`constraint ${SECRET}`))
            : Reflect.get(db, name).bind(db),
      }),
    })
    const response = await breaking.post(`/v1/issuers/${issuer.slug}/credentials`, {
      key: issuer.apiKey,
      body: licenceOrder({ subject: { name: 'Zubaydah Quillfeather' } }),
    })
    expect(response.status).toBe(500)
    const told = (await response.text()) + JSON.stringify(log.mock.calls)
    expect(told).not.toMatch(/Zubaydah|NM-204518|constraint/)
    expect(told).not.toContain(issuer.apiKey)
  })

  it('on a page is a problem too, and keeps the security headers', async () => {
    const response = await broken.get('/registry')
    expect(response.status).toBe(500)
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect((await problemOf(response)).code).toBe('internal')
  })
})

describe('a deployment with a wrong setting', () => {
  it('answers 500, and logs which setting and what was expected, never its value', async () => {
    const wrong: Partial<Env> = { LICET_SEALING_KEY: 'hunter2hunter2', LICET_ORIGIN: 'localhost' }
    const response = await startServer(wrong).get('/healthz')
    expect((await problemOf(response)).code).toBe('internal')
    expect(logged()).toEqual([
      expect.objectContaining({
        name: 'SettingsError',
        settings: [
          'LICET_ORIGIN must be an origin such as https://licet.example, without a path',
          'LICET_SEALING_KEY must be 32 bytes, base64url',
        ],
      }),
    ])
    expect(JSON.stringify(log.mock.calls)).not.toContain('hunter2')
  })
})

describe('an address where nothing is', () => {
  const server = startServer()

  it.each([
    ['GET', '/nothing'],
    ['GET', '/v1'],
    ['GET', '/v2/verifications'],
    ['DELETE', '/v1/issuers'],
    ['GET', '/v1/verifications'],
    ['PUT', '/verify'],
    ['GET', '/assets/../wrangler.toml'],
  ])('%s %s is a 404 problem', async (method, path) => {
    const response = await server.call(method, path)
    expect(response.status).toBe(404)
    expect(await problemOf(response)).toEqual({
      type: 'about:blank',
      title: 'There is nothing at this address',
      status: 404,
      code: 'route.unknown',
    })
  })
})

it('is never logged where the request was wrong', async () => {
  const server = startServer()
  await server.post('/v1/issuers', { key: ADMIN_KEY, body: { slug: SECRET } })
  await server.post('/v1/issuers', { key: SECRET, body: { slug: 'a', name: 'A' } })
  await server.post('/v1/verifications', { body: { credential: SECRET } })
  await server.get(`/${SECRET}`)
  expect(log).not.toHaveBeenCalled()
})
