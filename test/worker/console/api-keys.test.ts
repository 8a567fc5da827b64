// /console/api-keys: keys for software, made, told and revoked.
import { describe, expect, it } from 'vitest'
import type { OperatorRole } from '../../../worker/storage/operators.ts'
import { pageOf, visit, wordsOf } from '../support/console.ts'
import { startServer } from '../support/server.ts'
import { found } from '../support/world.ts'

const server = startServer()
const issuer = await found(server)
const other = await found(server)
const admin = await visit(server, issuer.slug, 'admin')
const PATH = '/console/api-keys'

const make = async (name: string, scope = 'read') => {
  const document = await pageOf(await admin.post(PATH, { name, scopes: scope }))
  return wordsOf(document, '#api-key')
}
const rowOf = async (name: string) => {
  const document = await pageOf(await admin.get(PATH))
  return Array.from(document.querySelectorAll('.rows li')).find(({ textContent }) =>
    textContent?.includes(name),
  )
}
const revocationOf = async (name: string) =>
  (await rowOf(name))?.querySelector('a')?.getAttribute('href') ?? ''
const read = (key: string) => server.get(`/v1/issuers/${issuer.slug}/credentials`, { key })

describe('a key', () => {
  it('is shown once, and opens what its scopes say', async () => {
    const key = await make('Register')
    expect((await read(key)).status).toBe(200)
    const issuing = await server.post(`/v1/issuers/${issuer.slug}/credentials`, { key, body: {} })
    expect(issuing.status).not.toBe(201)
    expect(wordsOf(await pageOf(await admin.get(PATH)), '#api-key')).toBe('')
  })

  it('is listed with what it may do and when it was last used', async () => {
    const key = await make('Portal', 'status')
    expect((await rowOf('Portal'))?.textContent).toContain('Status')
    expect((await rowOf('Portal'))?.textContent).toContain('never used')
    await read(key)
    expect((await rowOf('Portal'))?.textContent).toContain('last used 2026-11-22 12:00 UTC')
    server.clock.now += 59
    await read(key)
    expect((await rowOf('Portal'))?.textContent).toContain('last used 2026-11-22 12:00 UTC')
    server.clock.now += 1
    await read(key)
    expect((await rowOf('Portal'))?.textContent).toContain('last used 2026-11-22 12:01 UTC')
  })

  it.each([
    ['name', { name: ' ', scopes: 'read' }],
    ['scopes', { name: 'Register' }],
    ['scopes', { name: 'Register', scopes: 'everything' }],
  ])('needs %s: %j is refused, and what was entered is kept', async (name, form) => {
    const document = await pageOf(await admin.post(PATH, form as Record<string, string>), 400)
    expect(document.querySelector(`#field-${name}-error`)).not.toBeNull()
    expect(document.querySelector(`[role=alert] a[href="#field-${name}"]`)).not.toBeNull()
    if (name === 'scopes') {
      expect(document.querySelector('#field-name')?.getAttribute('value')).toBe('Register')
    }
  })

  it('is revoked after a question, at once', async () => {
    const key = await make('Old software')
    const path = await revocationOf('Old software')
    expect(wordsOf(await pageOf(await admin.get(path)), 'h1')).toBe('Revoke Old software?')
    expect((await read(key)).status).toBe(200)
    const response = await admin.post(path, {})
    expect(response.headers.get('location')).toBe(`${PATH}?done=revoked`)
    expect((await read(key)).status).toBe(401)
    expect(await rowOf('Old software')).toBeUndefined()
    await pageOf(await admin.post(path, {}), 404)
  })
})

describe('others', () => {
  it('of role auditor read, and nothing more', async () => {
    await make('Watched')
    const auditor = await visit(server, issuer.slug, 'auditor')
    const document = await pageOf(await auditor.get(PATH))
    expect(wordsOf(document, '.rows')).toContain('Watched')
    expect(document.querySelector('main .console form')).toBeNull()
    expect(document.querySelector('main .rows a')).toBeNull()
  })

  it.each(['auditor', 'proposer', 'approver'] satisfies OperatorRole[])(
    'of role %s neither make nor revoke keys',
    async (role) => {
      const key = await make(`Of ${role}`)
      const path = await revocationOf(`Of ${role}`)
      const visitor = await visit(server, issuer.slug, role)
      await pageOf(await visitor.post(PATH, { name: 'Mine', scopes: 'issue' }), 403)
      await pageOf(await visitor.get(path), 403)
      await pageOf(await visitor.post(path, {}), 403)
      expect((await read(key)).status).toBe(200)
    },
  )

  it('of another issuer find none of its keys', async () => {
    const key = await make('Private')
    const path = await revocationOf('Private')
    const stranger = await visit(server, other.slug, 'admin')
    expect(wordsOf(await pageOf(await stranger.get(PATH)), 'main')).not.toContain('Private')
    await pageOf(await stranger.get(path), 404)
    await pageOf(await stranger.post(path, {}), 404)
    expect((await read(key)).status).toBe(200)
  })
})
