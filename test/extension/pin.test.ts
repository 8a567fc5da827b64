import { describe, expect, it, vi } from 'vitest'
import { createTrustLists } from '../../extension/background/trust-list.ts'
import { connect, readPastedPin } from '../../extension/options/connect.ts'
import {
  builtInPin,
  choosePin,
  forgetChosenPin,
  readOrigin,
  readPin,
  readPinInForce,
} from '../../extension/platform/pin.ts'
import { createSignatureEngine } from '../../shared/index.ts'
import { createArea } from './support/area.ts'
import { createFakeNet } from './support/fake-net.ts'
import { createRegistry, LIST_URL, ORIGIN } from './support/trust-lists.ts'

const registry = createRegistry()
const anchor = { did: 'did:web:a.example', name: 'A', keys: [registry.registryKey] }

describe('a pin', () => {
  it('is read as pin.json writes it', () => {
    const pin = { ...registry.pin, anchors: [anchor] }
    expect(readPin(structuredClone(pin))).toEqual(pin)
  })
  it.each([
    ['nothing', null],
    ['an origin with a path', { ...registry.pin, origin: `${ORIGIN}/x` }],
    ['an origin without encryption', { ...registry.pin, origin: 'http://registry.example' }],
    [
      'a key of another kind',
      { ...registry.pin, registryKey: { kty: 'EC', crv: 'P-256', x: 'a' } },
    ],
    ['no key', { origin: ORIGIN }],
    ['an anchor without keys', { ...registry.pin, anchors: [{ ...anchor, keys: [] }] }],
    [
      'an anchor with one key that is none',
      { ...registry.pin, anchors: [{ ...anchor, keys: [registry.registryKey, {}] }] },
    ],
    ['anchors that are no list', { ...registry.pin, anchors: {} }],
  ])('is not %s', (_, value) => {
    expect(readPin(value)).toBeNull()
  })
  it('never carries a private key along', () => {
    const registryKey = { ...registry.registryKey, d: 'secret' }
    expect(readPin({ origin: ORIGIN, registryKey })).toEqual(registry.pin)
  })
  it('comes with the build', () => {
    const encoded = Buffer.from(JSON.stringify(registry.pin)).toString('base64url')
    expect(builtInPin(encoded)).toEqual(registry.pin)
  })
  it('stops an extension that was built without one', () => {
    expect(() => builtInPin('e30')).toThrow('no usable pin')
  })
  it('can be replaced by the reader and restored', async () => {
    const local = createArea()
    const own = { ...registry.pin, origin: 'https://own.example' }
    await choosePin(local, own)
    expect(await readPinInForce(local, registry.pin)).toEqual(own)
    await forgetChosenPin(local)
    expect(await readPinInForce(local, registry.pin)).toEqual(registry.pin)
  })
  it('falls back to the build where the chosen one is damaged', async () => {
    expect(await readPinInForce(createArea({ pin: { origin: 7 } }), registry.pin)).toEqual(
      registry.pin,
    )
  })
})

it.each([
  ['https://a.example', 'https://a.example'],
  ['https://a.example/', 'https://a.example'],
  ['http://localhost:8787', 'http://localhost:8787'],
  ['http://a.example', null],
  ['ftp://a.example', null],
  ['https://user@a.example', null],
  ['a.example', null],
])('reads the origin %s as %s', (text, origin) => {
  expect(readOrigin(text)).toBe(origin)
})

describe('connecting to a registry', () => {
  const NOW = 1_800_000_000
  const DOCUMENT_URL = `${ORIGIN}/registry/did.json`
  const document = { verificationMethod: [{}, { publicKeyJwk: registry.registryKey }] }
  const pasted = `${ORIGIN}#${registry.thumbprint}`

  async function setUp(served: unknown = document) {
    const net = createFakeNet({
      [DOCUMENT_URL]: { text: JSON.stringify(served), maxAgeSeconds: 0 },
      [LIST_URL]: { text: await registry.listOf(1, NOW, NOW + 60), maxAgeSeconds: 0 },
    })
    const { fetchText } = net
    const requestAccess = vi.fn(async () => true)
    const trustListFor = createTrustLists({
      local: createArea(),
      fetchText,
      engine: createSignatureEngine(),
      now: () => NOW,
    })
    return { net, requestAccess, deps: { fetchText, requestAccess, trustListFor } }
  }

  it('ends with a pin when the key has the fingerprint and the list is signed with it', async () => {
    const { deps } = await setUp()
    expect(await connect(` ${pasted} `, deps)).toEqual({ pin: registry.pin })
  })
  it('asks nobody where the text is no pin', async () => {
    const { deps, net, requestAccess } = await setUp()
    expect(await connect(ORIGIN, deps)).toEqual({ failure: 'pin_malformed' })
    expect(requestAccess).not.toHaveBeenCalled()
    expect(net.asked).toEqual([])
  })
  it('asks nobody without permission', async () => {
    const { deps, net } = await setUp()
    const refused = { ...deps, requestAccess: async () => false }
    expect(await connect(pasted, refused)).toEqual({ failure: 'not_allowed' })
    expect(net.asked).toEqual([])
  })
  it('says so when the registry does not answer', async () => {
    const { deps, net } = await setUp()
    net.answers.set(DOCUMENT_URL, 'unreachable')
    expect(await connect(pasted, deps)).toEqual({ failure: 'unreachable' })
  })
  it('says so when the address answers with something else', async () => {
    const { deps, net } = await setUp()
    net.answers.set(DOCUMENT_URL, { text: '<html>', maxAgeSeconds: 0 })
    expect(await connect(pasted, deps)).toEqual({ failure: 'unreachable' })
  })
  it('refuses a registry with another key', async () => {
    const other = createRegistry().registryKey
    const { deps } = await setUp({ verificationMethod: [{ publicKeyJwk: other }] })
    expect(await connect(pasted, deps)).toEqual({ failure: 'key_mismatch' })
  })
  it('refuses a registry whose list is signed by somebody else', async () => {
    const { deps, net } = await setUp()
    const text = await createRegistry().listOf(1, NOW, NOW + 60)
    net.answers.set(LIST_URL, { text, maxAgeSeconds: 0 })
    expect(await connect(pasted, deps)).toEqual({ failure: 'list_refused' })
  })
  it.each([`${pasted}#x`, `http://a.example#${registry.thumbprint}`, `${ORIGIN}#short`, '', '#'])(
    'does not read %s as a pin',
    (text) => {
      expect(readPastedPin(text)).toBeNull()
    },
  )
})
