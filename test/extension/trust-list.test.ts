import { describe, expect, it } from 'vitest'
import { createTrustLists } from '../../extension/background/trust-list.ts'
import { createSignatureEngine } from '../../shared/index.ts'
import { createArea } from './support/area.ts'
import { createFakeNet } from './support/fake-net.ts'
import { createRegistry, LIST_URL } from './support/trust-lists.ts'

const NOW = 1_800_000_000
const HOUR = 3_600

function setUp() {
  const clock = { seconds: NOW }
  const net = createFakeNet()
  const local = createArea()
  const registry = createRegistry()
  const start = () =>
    createTrustLists({
      local,
      fetchText: net.fetchText,
      engine: createSignatureEngine(),
      now: () => clock.seconds,
    })
  const publish = async (sequence: number, maxAgeSeconds = 60) =>
    net.answers.set(LIST_URL, {
      text: await registry.listOf(sequence, clock.seconds, clock.seconds + HOUR),
      maxAgeSeconds,
    })
  return { clock, net, local, registry, start, publish }
}

const failure = (what: string) => ({ ok: false, error: { code: `issuer_trust.${what}` } })

describe('the trust list of the extension', () => {
  it('is fetched from the pinned registry and verified', async () => {
    const { publish, registry, start } = setUp()
    await publish(5)
    const list = await start()(registry.pin)
    expect(list).toMatchObject({ ok: true, value: { sequence: 5 } })
  })
  it('is kept while it is fresh, also in the next life', async () => {
    const { clock, net, publish, registry, start } = setUp()
    await publish(5)
    await start()(registry.pin)
    clock.seconds += 59
    expect(await start()(registry.pin)).toMatchObject({ ok: true })
    expect(net.asked).toHaveLength(1)
  })
  it('is refused when it is older than one already seen, even by an earlier life', async () => {
    const { clock, publish, registry, start } = setUp()
    await publish(5)
    await start()(registry.pin)
    clock.seconds += 60
    await publish(4)
    expect(await start()(registry.pin)).toMatchObject(failure('registry_rolled_back'))
  })
  it('keeps the floor after an older list was refused', async () => {
    const { clock, publish, registry, start } = setUp()
    await publish(5)
    await start()(registry.pin)
    clock.seconds += 60
    await publish(4)
    await start()(registry.pin)
    await publish(4)
    expect(await start()(registry.pin)).toMatchObject(failure('registry_rolled_back'))
  })
  it('is refused under another key', async () => {
    const { publish, registry, start } = setUp()
    await publish(5)
    const pin = { ...registry.pin, registryKey: createRegistry().registryKey }
    expect(await start()(pin)).toMatchObject(failure('registry_unverified'))
  })
  it('speaks for itself while the registry is silent', async () => {
    const { clock, net, publish, registry, start } = setUp()
    await publish(5)
    await start()(registry.pin)
    clock.seconds += 60
    net.answers.set(LIST_URL, 'unreachable')
    expect(await start()(registry.pin)).toMatchObject({ ok: true, value: { sequence: 5 } })
  })
  it('stops speaking for itself when it has expired', async () => {
    const { clock, net, publish, registry, start } = setUp()
    await publish(5)
    const trustListFor = start()
    await trustListFor(registry.pin)
    clock.seconds += HOUR
    net.answers.set(LIST_URL, 'unreachable')
    expect(await trustListFor(registry.pin)).toMatchObject(failure('registry_expired'))
  })
  it('is unknown where there is none', async () => {
    const { net, registry, start } = setUp()
    net.answers.set(LIST_URL, 'unreachable')
    expect(await start()(registry.pin)).toMatchObject(failure('registry_unreachable'))
  })
  it('survives a kept list that somebody has tampered with', async () => {
    const { local, publish, registry, start } = setUp()
    await publish(5)
    await start()(registry.pin)
    for (const key of Object.keys(local.items)) local.items[key] = { text: 7 }
    expect(await start()(registry.pin)).toMatchObject({ ok: true })
  })
  it('follows the anchors of the pin that is asked about', async () => {
    const { publish, registry, start } = setUp()
    await publish(5)
    const trustListFor = start()
    await trustListFor(registry.pin)
    const own = { did: 'did:web:own.example', name: 'Own', keys: [registry.registryKey] }
    const list = await trustListFor({ ...registry.pin, anchors: [own] })
    expect(list).toMatchObject({ ok: true, value: { anchors: [own] } })
  })
})
