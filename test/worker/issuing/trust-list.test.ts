// The trust list as a stranger reads it: with the pin, and nothing else.
import { describe, expect, it } from 'vitest'
import {
  createSignatureEngine,
  readTrustList,
  type TrustPin,
  type TrustSnapshot,
} from '../../../shared/index.ts'
import { TRUST_LIST_MAX_LIFETIME_SECONDS } from '../../../shared/limits.ts'
import { headerOf, payloadOf, tamper } from '../support/jws.ts'
import { bodyOf, NOON, startServer, textOf } from '../support/server.ts'
import { accredit, found, foundAccredited, issue } from '../support/world.ts'

const server = startServer()
const engine = createSignatureEngine()

const readPin = async () => bodyOf<TrustPin>(await server.get('/registry/pin.json'), 200)
const readText = async () => textOf(await server.get('/v1/trust-list'))

async function readSnapshot(lowestSequence = 0): Promise<TrustSnapshot> {
  const nowSeconds = server.clock.now
  const context = { nowSeconds, lowestSequence, engine }
  const read = await readTrustList(await readText(), await readPin(), context)
  if (!read.ok) throw new Error(read.error.code)
  return read.value
}

describe('the pin', () => {
  it('holds the origin, the registry’s key and the anchors with theirs', async () => {
    const anchor = await found(server, { trustAnchor: true, name: 'Ministry of Health' })
    const pin = await readPin()
    expect(pin).toEqual({
      origin: 'http://localhost:8787',
      registryKey: {
        kty: 'OKP',
        crv: 'Ed25519',
        x: expect.stringMatching(/^[\w-]{43}$/),
        kid: expect.stringMatching(/^did:web:localhost%3A8787:registry#[\w-]{43}$/),
      },
      anchors: expect.any(Array),
    })
    const did = await bodyOf<{ assertionMethod: string[] }>(
      await server.get(`/issuers/${anchor.slug}/did.json`),
      200,
    )
    expect(pin.anchors).toContainEqual({
      did: anchor.did,
      name: 'Ministry of Health',
      keys: [expect.objectContaining({ kid: did.assertionMethod[0] })],
    })
  })

  it('names the key that the DID document of the registry lists', async () => {
    const { registryKey } = await readPin()
    const document = await bodyOf<{ verificationMethod: { publicKeyJwk: { x: string } }[] }>(
      await server.get('/registry/did.json'),
      200,
    )
    expect(document.verificationMethod[0]?.publicKeyJwk.x).toBe(registryKey.x)
  })
})

describe('the trust list', () => {
  it('reads with the pin', async () => {
    const { anchor, issuer, accreditation } = await foundAccredited(server)
    const snapshot = await readSnapshot()
    expect(snapshot.anchors.map(({ did }) => did)).toContain(anchor.did)
    expect(snapshot.entities.get(issuer.did)?.keys).toHaveLength(1)
    expect(snapshot.accreditations.get(issuer.did)).toEqual([accreditation.credential])
    expect(snapshot.validUntilSeconds).toBe(NOON + TRUST_LIST_MAX_LIFETIME_SECONDS)
  })

  it('does not read with another key', async () => {
    const { registryKey } = await readPin()
    const pin = { origin: 'x', registryKey: { ...registryKey, x: `A${registryKey.x.slice(1)}` } }
    const context = { nowSeconds: NOON, lowestSequence: 0, engine }
    const read = await readTrustList(await readText(), pin, context)
    expect(read).toEqual({ ok: false, error: { code: 'issuer_trust.registry_unverified' } })
  })

  it('does not read once an anchor was slipped in', async () => {
    const altered = tamper(await readText(), ({ credentialSubject }) => {
      credentialSubject.anchors.push(credentialSubject.entities[0])
    })
    const context = { nowSeconds: NOON, lowestSequence: 0, engine }
    const read = await readTrustList(altered, await readPin(), context)
    expect(read).toEqual({ ok: false, error: { code: 'issuer_trust.registry_unverified' } })
  })

  it('is signed by the registry, as vc+jwt', async () => {
    const text = await readText()
    expect(headerOf(text)).toMatchObject({ typ: 'vc+jwt', kid: (await readPin()).registryKey.kid })
    expect(payloadOf(text)).toMatchObject({
      id: 'http://localhost:8787/v1/trust-list',
      type: ['VerifiableCredential', 'TrustListCredential'],
      issuer: 'did:web:localhost%3A8787:registry',
    })
  })

  it('counts up with each accreditation and each issuer, and with nothing else', async () => {
    const { anchor, issuer } = await foundAccredited(server)
    const { sequence } = await readSnapshot()
    await issue(server, issuer)
    expect((await readSnapshot(sequence)).sequence).toBe(sequence)
    await accredit(server, anchor, issuer.did)
    expect((await readSnapshot(sequence)).sequence).toBe(sequence + 1)
    await found(server)
    expect((await readSnapshot(sequence)).sequence).toBe(sequence + 2)
  })

  it('is the same text until half of its life is over, then is signed anew', async () => {
    const first = await readText()
    server.clock.now = NOON + TRUST_LIST_MAX_LIFETIME_SECONDS / 2 - 1
    expect(await readText()).toBe(first)
    server.clock.now = NOON + TRUST_LIST_MAX_LIFETIME_SECONDS / 2
    const second = await readText()
    server.clock.now = NOON
    expect(payloadOf(second).credentialSubject).toEqual(payloadOf(first).credentialSubject)
    expect(payloadOf(second).validUntil).toBe('2026-11-24T00:00:00Z')
  })

  it('does not list an issuer that nobody accredited', async () => {
    const { did } = await found(server)
    expect((await readSnapshot()).entities.has(did)).toBe(false)
  })

  it('lists the status service, whose lists nobody could check otherwise', async () => {
    const { entities } = await readSnapshot()
    expect(entities.get('did:web:localhost%3A8787:status')?.name).toBe('Licet status service')
  })

  it('holds no key but public ones', async () => {
    expect(JSON.stringify(payloadOf(await readText()))).not.toMatch(/"d":/)
  })

  it('answers 304 to who has it', async () => {
    const first = await server.get('/v1/trust-list')
    await first.body?.cancel()
    expect(first.headers.get('content-type')).toBe('application/vc+jwt')
    expect(first.headers.get('cache-control')).toBe('public, max-age=1')
    const known = { 'if-none-match': first.headers.get('etag') ?? '' }
    expect((await server.get('/v1/trust-list', { headers: known })).status).toBe(304)
    await found(server)
    expect((await server.get('/v1/trust-list', { headers: known })).status).toBe(200)
  })
})
