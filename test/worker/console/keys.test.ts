// /console/keys and /console/signing: an issuer's keys as its operators see and end them.
import { describe, expect, it } from 'vitest'
import { pageOf, visit, wordsOf } from '../support/console.ts'
import { foundAtOwnDomain } from '../support/own-domain.ts'
import { startServer } from '../support/server.ts'
import { found, issue } from '../support/world.ts'

const server = startServer()
const issuer = await found(server)
const admin = await visit(server, issuer.slug, 'admin')
await issue(server, issuer)

const KEYS = '/console/keys'
const links = (document: Document): readonly string[] =>
  Array.from(
    document.querySelectorAll(`a[href^="${KEYS}/"]`),
    (link) => link.getAttribute('href') ?? '',
  )
const newest = async () => links(await pageOf(await admin.get(KEYS)))[0] ?? ''
const report = { since: '2026-11-22T11:00', reason: 'Break-in' }

describe('a key that is made here', () => {
  it('is listed with what it signed', async () => {
    const document = await pageOf(await admin.get(await newest()))
    expect(wordsOf(document, '.facts')).toContain('Active')
    expect(wordsOf(document, '.rows')).toContain('licence')
  })

  it('is followed by another one, once somebody said yes', async () => {
    const before = links(await pageOf(await admin.get(KEYS)))
    const asked = await pageOf(await admin.get('/console/key-rotation'))
    expect(wordsOf(asked, 'h1')).toBe('Make another key?')
    expect(links(await pageOf(await admin.get(KEYS)))).toEqual(before)
    const done = await admin.post('/console/key-rotation', {})
    expect(done.headers.get('location')).toBe('/console/keys?done=made')
    expect(links(await pageOf(await admin.get(KEYS)))).toHaveLength(before.length + 1)
  })

  it('is retired; the last active one is not, and the page says why', async () => {
    const [last = '', other = ''] = links(await pageOf(await admin.get(KEYS)))
    expect((await admin.post(`${other}/retirement`, {})).status).toBe(303)
    expect(wordsOf(await pageOf(await admin.get(other)), '.facts')).toContain('Retired')
    const refused = await pageOf(await admin.post(`${last}/retirement`, {}), 409)
    expect(wordsOf(refused, '[role=alert]')).toContain('only active key')
  })

  it('offers no script, and nothing to be signed elsewhere', async () => {
    const document = await pageOf(await admin.get(KEYS))
    expect(document.querySelector('script')).toBeNull()
    expect(document.querySelector('#key-maker')).toBeNull()
  })
})

describe('a stolen key', () => {
  it('is given up only after its consequences were read and a word was typed', async () => {
    const key = await newest()
    await issue(server, issuer)
    const asked = await pageOf(await admin.post(`${key}/compromise`, report))
    expect(wordsOf(asked, 'main')).toContain('It cannot be taken back')
    const mistyped = { ...report, confirmation: 'yes' }
    await pageOf(await admin.post(`${key}/compromise`, mistyped), 400)
    expect(wordsOf(await pageOf(await admin.get(key)), '.facts')).toContain('Active')
    const done = await admin.post(`${key}/compromise`, { ...report, confirmation: 'compromised' })
    expect(done.headers.get('location')).toBe(`${key}?done=compromised`)
    const facts = wordsOf(await pageOf(await admin.get(key)), '.facts')
    expect(facts).toContain('Compromised since 2026-11-22 11:00 UTC')
    expect(await newest()).not.toBe(key)
    const document = await pageOf(await admin.get(key))
    const table = document.querySelector('a[href*="/reissue?kind=licence"]')?.getAttribute('href')
    expect(table).toContain(`/v1/issuers/${issuer.slug}/keys/`)
    const approver = await visit(server, issuer.slug, 'approver')
    expect((await approver.get(table ?? '')).headers.get('content-type')).toContain('text/csv')
    const ended = await pageOf(await approver.post(`${key}/reissued`, {}))
    expect(wordsOf(ended, '[role=status]')).toContain('0 revoked')
  })

  it('says how much it signed before and since', async () => {
    await issue(server, issuer)
    const asked = await pageOf(await admin.post(`${await newest()}/compromise`, report))
    const text = wordsOf(asked, 'main')
    expect(text).toContain('1 credentials were issued since')
    expect(text).toContain('0 credentials were issued before')
  })

  it.each([
    ['since', { ...report, since: '2099-01-01T00:00' }],
    ['since', { ...report, since: 'yesterday' }],
    ['reason', { ...report, reason: '' }],
  ])('needs a %s that can be', async (name, form) => {
    const document = await pageOf(await admin.post(`${await newest()}/compromise`, form), 400)
    expect(document.querySelector(`#field-${name}`)?.getAttribute('aria-invalid')).toBe('true')
  })
})

describe.each(['approver', 'auditor'] as const)('the role %s', (role) => {
  it('reads, and ends nothing', async () => {
    const visitor = await visit(server, issuer.slug, role)
    const key = await newest()
    const document = await pageOf(await visitor.get(key))
    expect(document.querySelector('main .console form')).toBeNull()
    await pageOf(await visitor.post(`${key}/retirement`, {}), 403)
    await pageOf(await visitor.post(`${key}/compromise`, report), 403)
    await pageOf(await visitor.post('/console/key-rotation', {}), 403)
  })
})

it('shows proposers no keys', async () => {
  const proposer = await visit(server, issuer.slug, 'proposer')
  await pageOf(await proposer.get(KEYS), 403)
  await pageOf(await proposer.get('/console/signing'), 403)
})

it('does not know the key of another issuer', async () => {
  const other = await found(server)
  const stranger = await visit(server, other.slug, 'admin')
  await pageOf(await stranger.get(await newest()), 404)
})

describe('an issuer at its own domain', () => {
  it('is told where its DID document stands, and given the scripts', async () => {
    const { issuer: own } = await foundAtOwnDomain(server, 'at-home', 'home.gov.xm')
    const approver = await visit(server, own.slug, 'approver')
    const document = await pageOf(await approver.get(KEYS))
    const place = document.querySelector('#key-maker')
    expect(place?.getAttribute('data-document-url')).toBe(
      'https://home.gov.xm/.well-known/did.json',
    )
    expect(document.querySelector('script')?.getAttribute('src')).toBe('/assets/keys.js')
    const desk = await pageOf(await approver.get('/console/signing'))
    expect(desk.querySelector('#signing-desk')?.getAttribute('data-did')).toBe(own.did)
  })

  it('has no key made here', async () => {
    const visitor = await visit(server, 'at-home', 'admin')
    await pageOf(await visitor.get('/console/key-rotation'), 409)
    await pageOf(await visitor.post('/console/key-rotation', {}), 409)
  })
})
