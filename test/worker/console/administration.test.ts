// /console/administration: whoever holds the deployment's key founds issuers and invites their first operators.
import { beforeEach, describe, expect, it } from 'vitest'
import { pageOf, visit, wordsOf } from '../support/console.ts'
import { ADMIN_KEY, bodyOf, env, ORIGIN, startServer } from '../support/server.ts'
import { found, issue } from '../support/world.ts'

const server = startServer()
const PATH = '/console/administration'
let page: Record<string, string>
let cookie: string
let clients = 0

const post = (path: string, form: Record<string, string>, headers: Record<string, string> = page) =>
  server.post(`${PATH}${path}`, {
    headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(form).toString(),
  })
const open = (key: string, headers = page) => post('/session', { key }, headers)
const inside = () => ({ ...page, cookie })
const act = (path: string, form: Record<string, string>) => post(path, form, inside())
const look = async (status = 200) => pageOf(await server.get(PATH, { headers: inside() }), status)
const FORM = { name: 'Northmark Nursing Board', slug: 'nursing-board', admin: 'Bo Eriksen' }

beforeEach(async () => {
  page = { origin: ORIGIN, 'cf-connecting-ip': `2001:db8:2::${++clients}` }
  const answer = await open(ADMIN_KEY)
  expect(answer.headers.get('location')).toBe(PATH)
  cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? ''
})

describe('the session', () => {
  it('is a cookie of these pages alone, for a quarter of an hour', async () => {
    const answer = await open(ADMIN_KEY)
    expect(answer.headers.get('set-cookie')).toMatch(
      /^licet-administrator=[\w-]{43}; Max-Age=900; Path=\/console\/administration; HttpOnly; SameSite=Strict$/,
    )
    server.clock.now += 899
    expect(wordsOf(await look(), 'h2')).toBe('Found an issuer')
    server.clock.now += 1
    expect((await look()).querySelector('#field-key')).not.toBeNull()
  })

  it.each([
    ['another key', 'licet_admin_other'],
    ['no key', ''],
    ['the hash of the key', env.LICET_ADMIN_KEY_HASH],
  ])('is not begun with %s, which is not shown again', async (_, key) => {
    const answer = await open(key)
    expect(answer.headers.get('set-cookie')).toBeNull()
    const document = await pageOf(answer, 401)
    expect(wordsOf(document, '[role=alert]')).toBe('This is not the key.')
    expect(document.querySelector('#field-key')?.getAttribute('value') ?? '').toBe('')
  })

  it('is not begun by another site', async () => {
    const answer = await open(ADMIN_KEY, { ...page, origin: 'https://elsewhere.example' })
    expect(answer.headers.get('set-cookie')).toBeNull()
    await pageOf(answer, 403)
  })

  it('is asked for a limited number of times', async () => {
    const statuses: number[] = []
    for (let at = 0; at < 61; at++) statuses.push((await open('guess')).status)
    expect(statuses.at(-1)).toBe(429)
  })

  it('ends when the administrator leaves', async () => {
    await act('/sign-out', {})
    expect((await look()).querySelector('#field-key')).not.toBeNull()
  })

  it('ends when the deployment gets another key', async () => {
    const other = startServer({ LICET_ADMIN_KEY_HASH: 'a'.repeat(64) })
    const document = await pageOf(await other.get(PATH, { headers: inside() }))
    expect(document.querySelector('#field-key')).not.toBeNull()
  })

  it('keeps neither key nor token in clear', async () => {
    const { results } = await env.DB.prepare('SELECT * FROM administrator_sessions').all()
    expect(JSON.stringify(results)).not.toContain(cookie.split('=')[1])
    expect(JSON.stringify(results)).not.toContain(ADMIN_KEY)
  })

  it('is no operator’s, and an operator’s is not the administrator’s', async () => {
    const answer = await server.get('/console', { headers: inside() })
    expect(answer.headers.get('location')).toBe('/console/sign-in')
    const issuer = await found(server)
    const admin = await visit(server, issuer.slug, 'admin')
    const refused = await admin.post(`${PATH}/issuers`, { ...FORM, slug: 'stolen' })
    expect(refused.headers.get('location')).toBe(PATH)
  })
})

describe('an issuer', () => {
  it('is founded, with a key for its software and a link for its first admin', async () => {
    const document = await pageOf(await act('/issuers', FORM))
    const did = 'did:web:localhost%3A8787:issuers:nursing-board'
    expect(wordsOf(document, '[aria-labelledby=founded-heading]')).toContain(did)
    const apiKey = wordsOf(document, '#api-key')
    await issue(server, { slug: 'nursing-board', did, apiKey, scopes: [] })
    const token = wordsOf(document, '#invite-link').split('#')[1]
    const headers = { origin: ORIGIN }
    const invitation = await server.post('/v1/invites/look-up', { headers, body: { token } })
    expect(await bodyOf(invitation, 200)).toMatchObject({ name: 'Bo Eriksen', role: 'admin' })
    expect(wordsOf(await look(), '.rows')).toContain('Northmark Nursing Board')
  })

  it('is not founded twice, and what was entered is kept', async () => {
    const { slug } = await found(server)
    const document = await pageOf(await act('/issuers', { ...FORM, slug }), 409)
    expect(wordsOf(document, '#field-slug-error')).toContain('Another issuer has this short name')
    expect(document.querySelector('#field-name')?.getAttribute('value')).toBe(FORM.name)
    expect(document.querySelector('#api-key')).toBeNull()
  })

  it.each([
    ['name', { name: '' }, 400],
    ['slug', { slug: 'Not A Slug' }, 400],
    ['url', { url: 'javascript:alert(1)' }, 400],
    ['did', { did: 'did:key:z6Mk' }, 400],
    ['did', { did: 'did:web:localhost%3A8787:issuers:somebody' }, 409],
    ['trustAnchor', { did: 'did:web:a.xm', trustAnchor: 'yes' }, 400],
    ['admin', { admin: 'x'.repeat(201) }, 400],
  ])('is refused where its %s is %j', async (name, form, status) => {
    const order = { ...FORM, slug: 'refused-board', ...form }
    const document = await pageOf(await act('/issuers', order), status)
    expect(document.querySelector(`#field-${name}`)?.getAttribute('aria-invalid')).toBe('true')
    expect(wordsOf(await look(), '.rows')).not.toContain('refused-board')
  })

  it('gets another admin by a link that is shown once', async () => {
    const { slug } = await found(server)
    const path = `/issuers/${slug}/invites`
    const document = await pageOf(await act(path, { name: 'Ana Sol' }))
    expect(wordsOf(document, '#invite-link')).toContain(`${ORIGIN}/console/join#`)
    const again = await pageOf(await server.get(`${PATH}${path}`, { headers: inside() }))
    expect(again.querySelector('#invite-link')).toBeNull()
    await pageOf(await act(path, { name: ' ' }), 400)
    await pageOf(await act('/issuers/nobody-there/invites', { name: 'Ana Sol' }), 404)
  })

  it.each(['/issuers', '/issuers/nursing-board/invites'])(
    'is left alone by whoever has no session: %s',
    async (path) => {
      const answer = await post(path, { ...FORM, slug: 'unasked' })
      expect(answer.headers.get('location')).toBe(PATH)
      expect(wordsOf(await look(), '.rows')).not.toContain('unasked')
    },
  )

  it('is left alone by another site', async () => {
    const headers = { ...inside(), origin: 'https://elsewhere.example' }
    await pageOf(await post('/issuers', { ...FORM, slug: 'forged' }, headers), 403)
    expect(wordsOf(await look(), '.rows')).not.toContain('forged')
  })
})
