// The demo lives on its own host, everything else on the deployment's, in every spelling of a path.
import { describe, expect, it } from 'vitest'
import type { Env } from '../../../worker/env.ts'
import { DEMO_ORIGIN, env, ORIGIN, problemOf, startServer } from '../support/server.ts'

const onMain = startServer()
const onDemo = startServer({}, DEMO_ORIGIN)

const DEMO_PATHS = ['/demo', '/demo/register', '/demo/candidates/nobody', '/demo/anything']
const SPELLINGS = [
  '/%64emo',
  '/d%65mo/register',
  '/demo%2Fregister',
  '/%64%65%6D%6F',
  '/demo/%2e%2e/x',
]
const MAIN_PATHS = [
  '/healthz',
  '/verify',
  '/registry',
  '/docs',
  '/openapi.json',
  '/v1/trust-list',
  '/registry/pin.json',
  '/contexts/licence/v1',
  '/%76erify',
]

describe('the host of the deployment', () => {
  it.each(MAIN_PATHS)('answers %s', async (path) => {
    const response = await onMain.get(path)
    expect(response.status).toBe(200)
    await response.body?.cancel()
  })

  it.each([...DEMO_PATHS, ...SPELLINGS])('does not answer %s', async (path) => {
    const response = await onMain.get(path)
    expect(response.status).toBe(404)
    expect((await problemOf(response)).code).toBe('route.unknown')
  })

  it('says where the demo is', async () => {
    const { detail } = await problemOf(await onMain.get('/demo'))
    expect(detail).toBe(`This address is served at ${DEMO_ORIGIN}`)
  })
})

describe('the host of the demo', () => {
  it('answers the demo', async () => {
    const response = await onDemo.get('/demo')
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toContain('text/html')
    await response.body?.cancel()
  })

  it.each(MAIN_PATHS)('does not answer %s', async (path) => {
    const response = await onDemo.get(path)
    expect(response.status).toBe(404)
    expect(await problemOf(response)).toMatchObject({
      code: 'route.unknown',
      detail: `This address is served at ${ORIGIN}`,
    })
  })

  it('leads from its root to the demo', async () => {
    const response = await onDemo.get('/')
    expect([response.status, response.headers.get('location')]).toEqual([302, '/demo'])
  })
})

describe('any other host', () => {
  it.each([
    'http://licet.example',
    'http://localhost:9999',
    'http://localhost',
    'http://[::1]:8787',
  ])('such as %s is answered nothing', async (origin) => {
    const stranger = startServer({}, origin)
    for (const path of ['/', '/demo', '/healthz', '/v1/trust-list']) {
      expect((await stranger.get(path)).status, path).toBe(404)
    }
  })
})

describe('without a demo', () => {
  const { LICET_DEMO_ORIGIN: _, ...settings } = env
  const start = (origin: string) => {
    const server = startServer({}, origin)
    const get = (path: string) =>
      server.app.request(new URL(path, origin).href, {}, { ...settings } satisfies Env)
    return get
  }

  it.each([ORIGIN, DEMO_ORIGIN])('there is none, not on %s either', async (origin) => {
    const get = start(origin)
    for (const path of [...DEMO_PATHS, ...SPELLINGS]) {
      const response = await get(path)
      expect(response.status, path).toBe(404)
      expect((await problemOf(response)).detail ?? '').not.toContain('127.0.0.1')
    }
  })

  it('the deployment answers as ever', async () => {
    expect((await start(ORIGIN)('/healthz')).status).toBe(200)
    expect((await start(DEMO_ORIGIN)('/')).status).toBe(404)
  })
})

describe('a person at the wrong one of our addresses', () => {
  const accept = { headers: { accept: 'text/html,application/xhtml+xml' } }

  it('is shown the demo where it lives', async () => {
    const response = await onMain.get('/demo/register', accept)
    expect(response.status).toBe(302)
    expect(response.headers.get('location')).toBe(`${DEMO_ORIGIN}/demo/register`)
  })

  it('is shown a page where it lives, and is sent nowhere else', async () => {
    const response = await onDemo.get('/verify', accept)
    expect(response.headers.get('location')).toBe(`${ORIGIN}/verify`)
    const hostile = await onDemo.get('//evil.example/verify', accept)
    expect(new URL(hostile.headers.get('location') ?? '').origin).toBe(ORIGIN)
  })
})
