// /console and /console/credentials: for whom one works, and what was issued.
import { describe, expect, it } from 'vitest'
import { CREDENTIALS_PAGE_MAX_COUNT } from '../../../shared/limits.ts'
import { OPERATOR_ROLES } from '../../../worker/storage/operators.ts'
import { pageOf, visit, wordsOf } from '../support/console.ts'
import { signIn } from '../support/operators.ts'
import { degreeOrder } from '../support/orders.ts'
import { env, startServer } from '../support/server.ts'
import { changeStatus, found, issue } from '../support/world.ts'

const server = startServer()
const issuer = await found(server, { name: 'Northmark <b>Council</b>' })
const other = await found(server)
const licence = await issue(server, issuer)
const degree = await issue(server, issuer, degreeOrder())
const foreign = await issue(server, other)
await changeStatus(server, issuer, licence.uuid, 'suspended')
const auditor = await visit(server, issuer.slug, 'auditor')

const rowsOf = (document: Document) =>
  Array.from(document.querySelectorAll('.rows a'), (link) => link.getAttribute('href'))
const pathOf = ({ uuid }: { readonly uuid: string }) => `/console/credentials/${uuid}`

describe('every page of the console', () => {
  const PAGES = ['/console', '/console/credentials', pathOf(licence)]

  it.each(PAGES)('%s sends whoever is not signed in to do so', async (path) => {
    const response = await server.get(path)
    expect(response.status).toBe(303)
    expect(response.headers.get('location')).toBe('/console/sign-in')
  })

  it.each(OPERATOR_ROLES)('is open to the role %s', async (role) => {
    const { get } = await visit(server, issuer.slug, role)
    for (const path of PAGES) {
      const document = await pageOf(await get(path))
      expect(wordsOf(document, '.console-bar form')).toContain(role)
    }
  })

  it('links only to what answers', async () => {
    const document = await pageOf(await auditor.get('/console'))
    for (const link of document.querySelectorAll('main a[href^="/"]')) {
      const response = await auditor.get(link.getAttribute('href') ?? '')
      await response.body?.cancel()
      expect(response.status, link.outerHTML).toBe(200)
    }
  })
})

describe('/console', () => {
  it('names the issuer as text, its DID, and who is signed in', async () => {
    const { cookie, operator } = await signIn(server, issuer.slug, 'approver')
    const document = await pageOf(await server.get('/console', { headers: { cookie } }))
    expect(wordsOf(document, 'h1')).toBe('Northmark <b>Council</b>')
    expect(wordsOf(document, '.facts')).toContain(issuer.did)
    expect(wordsOf(document, '.facts')).toContain(operator.name)
  })

  it('shows what this issuer issued last, and nobody else', async () => {
    const rows = rowsOf(await pageOf(await auditor.get('/console')))
    expect(rows.toSorted()).toEqual([pathOf(licence), pathOf(degree)].toSorted())
  })
})

describe('/console/credentials', () => {
  const show = async (query: string) => pageOf(await auditor.get(`/console/credentials${query}`))

  it.each([
    ['', [licence, degree]],
    ['?state=suspended&kind=', [licence]],
    ['?kind=degree', [degree]],
    ['?state=unheard-of', [licence, degree]],
    ['?kind=licence&state=active', []],
  ])('with %j shows those', async (query, expected) => {
    expect(rowsOf(await show(query)).toSorted()).toEqual(expected.map(pathOf).toSorted())
  })

  it('keeps the choice in the form', async () => {
    const document = await show('?state=suspended&kind=licence')
    const chosen = Array.from(document.querySelectorAll('option[selected]'), (option) =>
      option.getAttribute('value'),
    )
    expect(chosen).toEqual(['suspended', 'licence'])
  })

  it('holds no name of a holder', async () => {
    expect((await show('')).documentElement.outerHTML).not.toContain('Diallo')
  })

  it('leads through all pages, filters kept', async () => {
    const count = CREDENTIALS_PAGE_MAX_COUNT + 3
    const busy = await found(server)
    await env.DB.batch(
      Array.from({ length: count }, (_, number) =>
        env.DB.prepare(
          `INSERT INTO credentials (id, issuer_slug, kind, format, issued_at)
           VALUES (?, ?, 'degree', 'vc+jwt', 1)`,
        ).bind(`20000000-0000-4000-8000-${String(number).padStart(12, '0')}`, busy.slug),
      ),
    )
    const { get } = await visit(server, busy.slug, 'auditor')
    const seen: (string | null)[] = []
    let path: string | undefined = '/console/credentials?kind=degree'
    while (path !== undefined) {
      const document: Document = await pageOf(await get(path))
      seen.push(...rowsOf(document))
      const links = Array.from(document.querySelectorAll('.pages a'))
      const older = links.find(({ textContent }) => textContent === 'Older')
      path = older?.getAttribute('href') ?? undefined
      if (path !== undefined) expect(path).toContain('kind=degree')
    }
    expect(new Set(seen).size).toBe(count)
    expect(seen).toHaveLength(count)
  })
})

describe('a credential of another issuer', () => {
  it.each(['admin', 'auditor'] as const)('is not there for its %s', async (role) => {
    const { get } = await visit(server, issuer.slug, role)
    const document = await pageOf(await get(pathOf(foreign)), 404)
    expect(wordsOf(document, 'h1')).toBe('This issuer has issued no such credential')
  })
})

describe('signing out', () => {
  it('ends the session, and leads to the way in', async () => {
    const visitor = await visit(server, issuer.slug, 'proposer')
    const response = await visitor.post('/console/sign-out', {})
    expect(response.status).toBe(303)
    expect(response.headers.get('location')).toBe('/console/sign-in')
    expect(response.headers.get('set-cookie')).toContain('Max-Age=0')
    expect((await visitor.get('/console')).status).toBe(303)
  })

  it('is not done for another site', async () => {
    const { cookie } = await signIn(server, issuer.slug, 'proposer')
    const headers = { cookie, origin: 'https://elsewhere.example' }
    await pageOf(await server.post('/console/sign-out', { headers }), 403)
    expect((await server.get('/console', { headers: { cookie } })).status).toBe(200)
  })
})
