// POST /v1/status-service/keys, /v1/registry/keys: other keys for the deployment's services, without a verifier that breaks.
import { beforeAll, describe, expect, it } from 'vitest'
import { createSignatureEngine, readTrustList, type TrustPin } from '../../../shared/index.ts'
import { headerOf } from '../support/jws.ts'
import { ADMIN_KEY, bodyOf, problemOf, startServer, textOf } from '../support/server.ts'
import {
  changeStatus,
  type Founded,
  foundAccredited,
  type Issued,
  issue,
  verify,
} from '../support/world.ts'

const DAY = 86_400
const server = startServer()
let issuer: Founded
let issued: Issued
let next = ''

beforeAll(async () => {
  issuer = (await foundAccredited(server)).issuer
  issued = await issue(server, issuer)
})

const rotate = (key = ADMIN_KEY) => server.post('/v1/status-service/keys', { key })
const signingKid = async (path = new URL(issued.status[0]?.statusListCredential ?? '').pathname) =>
  headerOf(await textOf(await server.get(path, { headers: { accept: 'application/vc+jwt' } }))).kid
const published = async () =>
  (await bodyOf<{ assertionMethod: string[] }>(await server.get('/status/did.json'), 200))
    .assertionMethod

describe('the key of the status service', () => {
  it('is rotated by nobody but the administrator', async () => {
    expect((await problemOf(await rotate(issuer.apiKey))).code).toBe('auth.invalid')
    expect(await published()).toHaveLength(1)
  })

  it('is published a day before it signs', async () => {
    const before = await signingKid()
    const answer = await bodyOf<{ kid: string; signsFrom: string }>(await rotate(), 201)
    next = answer.kid
    expect(answer.signsFrom).toBe('2026-11-23T12:00:00Z')
    expect(await published()).toContain(next)
    await changeStatus(server, issuer, issued.uuid, 'suspended')
    server.clock.now += 2
    expect(await signingKid()).toBe(before)
  })

  it('has one successor at a time', async () => {
    expect((await problemOf(await rotate())).code).toBe('key.conflict')
  })

  it('signs with its successor a day later, and the status is read as before', async () => {
    server.clock.now += DAY
    await changeStatus(server, issuer, issued.uuid, 'active')
    server.clock.now += 2
    expect(await signingKid()).toBe(next)
    expect(await published()).toHaveLength(2)
    expect((await verify(server, issued.credential)).verdict).toBe('verified')
  })
})

describe('the key of the registry', () => {
  const engine = createSignatureEngine()
  const pinOf = async () => bodyOf<TrustPin>(await server.get('/registry/pin.json'), 200)
  const readWith = async ({ origin, registryKey }: TrustPin) => {
    const text = await textOf(await server.get('/v1/trust-list'))
    const moment = { nowSeconds: server.clock.now, lowestSequence: 0, engine }
    return (await readTrustList(text, { origin, registryKey }, moment)).ok
  }

  it('is followed twice, and old pins and new ones read the list', async () => {
    const old = await pinOf()
    for (const time of [1, 2]) {
      const answer = await server.post('/v1/registry/keys', { key: ADMIN_KEY })
      expect(await bodyOf(answer, 201), `${time}`).toHaveProperty('fingerprint')
      const renewed = await pinOf()
      expect(renewed.registryKey).not.toEqual(old.registryKey)
      expect([await readWith(old), await readWith(renewed)]).toEqual([true, true])
    }
    expect((await verify(server, issued.credential)).verdict).toBe('verified')
  })

  it('is rotated by nobody but the administrator', async () => {
    const answer = await server.post('/v1/registry/keys', { key: issuer.apiKey })
    expect((await problemOf(answer)).code).toBe('auth.invalid')
  })
})
