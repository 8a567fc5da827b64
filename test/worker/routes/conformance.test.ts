// The conformance issuer: there only where it is switched on, and recognised by nobody.
import { describe, expect, it } from 'vitest'
import { accreditationOrder } from '../support/orders.ts'
import { ADMIN_KEY, bodyOf, problemOf, startServer, textOf } from '../support/server.ts'
import { CONFORMANCE, credentialOf, issueDocument, issuerId } from '../support/vc-api.ts'
import { found } from '../support/world.ts'

const server = startServer(CONFORMANCE)
const did = await issuerId(server)
const off = startServer()

interface Implementation {
  readonly issuers: readonly {
    readonly id: string
    readonly endpoint: string
    readonly options: object
  }[]
}

describe('switched off', () => {
  it.each(['/conformance', '/conformance/status/r1'])('%s is not there', async (path) => {
    await issueDocument(server, credentialOf(did), { status: true })
    expect(await problemOf(await off.get(path))).toMatchObject({
      status: 404,
      code: 'route.unknown',
    })
  })

  it('it signs nothing', async () => {
    const response = await off.post('/credentials/issue', {
      body: { credential: credentialOf(did) },
    })
    expect((await problemOf(response)).status).toBe(401)
  })
})

describe('switched on', () => {
  it('it says how suites are configured', async () => {
    const { issuers } = await bodyOf<Implementation>(await server.get('/conformance'), 200)
    expect(issuers.map(({ options }) => options)).toEqual([
      {},
      { cryptosuite: 'eddsa-jcs-2022' },
      { status: true },
      { envelope: 'vc+jwt' },
    ])
    for (const { id, endpoint } of issuers) {
      expect(id).toBe(did)
      expect(endpoint).toBe('http://localhost:8787/credentials/issue')
    }
  })

  it('it stays the same issuer', async () => {
    expect(await issuerId(startServer(CONFORMANCE))).toBe(did)
    expect(did).toMatch(/^did:key:z6Mk/)
  })

  it('it has no list that was not opened', async () => {
    expect((await problemOf(await server.get('/conformance/status/r99'))).code).toBe(
      'status_list.unknown',
    )
  })

  it('suites may ask as fast as they like', async () => {
    const ask = () => server.post('/credentials/verify', { body: { verifiableCredential: {} } })
    const statuses = await Promise.all(
      Array.from({ length: 130 }, async () => (await ask()).status),
    )
    expect(new Set(statuses)).toEqual(new Set([400]))
  })
})

describe('trust', () => {
  it('never reaches it: nobody can accredit it, and it accredits nobody', async () => {
    const anchor = await found(server, { trustAnchor: true })
    const accredit = (slug: string, subject: string) =>
      server.post(`/v1/issuers/${slug}/accreditations`, {
        key: ADMIN_KEY,
        body: accreditationOrder(subject),
      })
    expect((await problemOf(await accredit(anchor.slug, did))).code).toBe(
      'accreditation.subject_unresolvable',
    )
    expect((await problemOf(await accredit('_conformance', anchor.did))).code).toBe(
      'issuer.unknown',
    )
    const [, payload = ''] = (await textOf(await server.get('/v1/trust-list'))).split('.')
    expect(Buffer.from(payload, 'base64url').toString()).not.toContain(did)
  })

  it('nobody can found an issuer in its place, and it has no did:web', async () => {
    const body = { slug: '_conformance', name: 'Not me' }
    const response = await server.post('/v1/issuers', { key: ADMIN_KEY, body })
    expect((await problemOf(response)).code).toBe('request.invalid')
    expect((await server.get('/issuers/_conformance/did.json')).status).toBe(404)
  })
})
