// Every route is in /openapi.json and on /docs.
import { describe, expect, it } from 'vitest'
import { VERSION } from '../../../worker/version.ts'
import { bodyOf, ORIGIN, startServer } from '../support/server.ts'

const server = startServer()

interface OpenApi {
  readonly openapi: string
  readonly info: { readonly version: string }
  readonly servers: readonly { readonly url: string }[]
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> }
}

interface Operation {
  readonly summary?: string
  readonly tags?: readonly string[]
  readonly security?: readonly object[]
  readonly requestBody?: object
  readonly responses: Readonly<Record<string, { readonly description: string }>>
}

const openapi = await bodyOf<OpenApi>(await server.get('/openapi.json'), 200)

const operations = Object.entries(openapi.paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, operation]) => ({
    name: `${method.toUpperCase()} ${path}`,
    operation,
  })),
)

/** Answers for people, the documents that describe the rest, vocabularies, and the demo: no part of the API. */
const NOT_API =
  /^\/(?:verify|claim|me|registry|docs|openapi\.json|(?:contexts|schemas|vct|demo|console|s)(?:\/.*)?)?$/

/** What is mounted, in the spelling of OpenAPI; `ALL` are middlewares. */
const mounted = server.app.routes
  .filter(({ method, path }) => method !== 'ALL' && !NOT_API.test(path))
  .map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`)

describe('/openapi.json', () => {
  it('describes this deployment', () => {
    expect(openapi.openapi).toBe('3.1.0')
    expect(openapi.info.version).toBe(VERSION)
    expect(openapi.servers).toEqual([{ url: ORIGIN }])
  })

  it('holds every route that is mounted, and no other', () => {
    const described = operations.map(({ name }) => name)
    expect([...new Set(mounted)].sort()).toEqual([...described].sort())
    expect(described.length).toBeGreaterThan(13)
  })

  it.each(operations)('says of $name what it does, and how it can be refused', ({ operation }) => {
    expect(operation.summary).toMatch(/^\S.{5,}/)
    expect(operation.tags).toHaveLength(1)
    const statuses = Object.keys(operation.responses)
    expect(statuses.some((status) => status.startsWith('2'))).toBe(true)
    if (operation.requestBody) expect(statuses).toContain('400')
    if (operation.security) expect(statuses).toContain('401')
  })

  it('holds every schema that it points to', () => {
    const pointers = JSON.stringify(openapi).matchAll(/#\/components\/schemas\/(\w+)/g)
    const names = new Set(Array.from(pointers, ([, name]) => name))
    expect(names.size).toBeGreaterThan(1)
    expect(Object.keys(openapi.components.schemas)).toEqual(
      expect.arrayContaining([...names] as string[]),
    )
  })
})

describe('/docs', () => {
  it('shows every operation, with an anchor that its list points to', async () => {
    const html = await (await server.get('/docs')).text()
    for (const { name } of operations) {
      expect(html.split(`<code>${name}</code>`), name).toHaveLength(3)
    }
    const anchors = Array.from(html.matchAll(/<a href="#([^"]+)"><code>/g), ([, anchor]) => anchor)
    expect(anchors).toHaveLength(operations.length)
    expect(new Set(anchors).size).toBe(anchors.length)
    for (const anchor of anchors) expect(html).toContain(`<article id="${anchor}"`)
  })

  it('shows what an order holds', async () => {
    const html = await (await server.get('/docs')).text()
    for (const name of ['subject', 'validFrom', 'achievementType', 'jurisdiction', 'isco08']) {
      expect(html).toContain(`<code>${name}</code>`)
    }
  })
})

describe('/healthz', () => {
  it('answers the version', async () => {
    expect(await bodyOf(await server.get('/healthz'), 200)).toEqual({ ok: true, version: VERSION })
  })
})

describe('vocabularies', () => {
  it.each([
    ['/contexts/degree/v1', 'application/ld+json'],
    ['/contexts/licence/v1', 'application/ld+json'],
    ['/contexts/trust/v1', 'application/ld+json'],
    ['/schemas/licence/1.json', 'application/schema+json'],
    ['/vct/degree/1', 'application/json'],
    ['/vct/professional-licence/1', 'application/json'],
  ])('%s is served to anybody, for a day', async (path, type) => {
    const response = await server.get(path)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe(type)
    expect(response.headers.get('cache-control')).toBe('public, max-age=86400')
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    expect(
      Object.keys(JSON.parse(new TextDecoder().decode(await response.arrayBuffer()))),
    ).not.toEqual([])
  })
})
