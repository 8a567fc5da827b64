import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { sitesToRead } from '../../extension/background/registration.ts'
import { createTrustLists } from '../../extension/background/trust-list.ts'
import { createRegistryChoice } from '../../extension/options/registry-choice.ts'
import { readPinInForce } from '../../extension/platform/pin.ts'
import { createRegistryAccess, readAskedOnly } from '../../extension/platform/registry-access.ts'
import { grantSite, withdrawSite } from '../../extension/platform/site-grant.ts'
import { createSignatureEngine } from '../../shared/index.ts'
import { createArea } from './support/area.ts'
import { stubGrants } from './support/fake-grants.ts'
import { createFakeNet } from './support/fake-net.ts'
import { createRegistry, LIST_URL, ORIGIN } from './support/trust-lists.ts'

const NOW = 1_800_000_000
const DOCUMENT_URL = `${ORIGIN}/registry/did.json`
const BUILT_IN = { ...createRegistry().pin, origin: 'https://built-in.example' }
const WORKER = 'https://built-in.example/*'
const CHOSEN = `${ORIGIN}/*`
const registry = createRegistry()
const stranger = createRegistry()
const pasted = `${ORIGIN}#${registry.thumbprint}`

beforeEach(() => {
  const encoded = Buffer.from(JSON.stringify(BUILT_IN)).toString('base64url')
  vi.stubEnv('PLASMO_PUBLIC_LICET_PIN', encoded)
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.unstubAllEnvs()
})

const publish = (...keys: readonly object[]) => ({
  text: JSON.stringify({ verificationMethod: keys.map((publicKeyJwk) => ({ publicKeyJwk })) }),
  maxAgeSeconds: 0,
})

async function setUp(granted: readonly string[] = [WORKER]) {
  const chromeOfTest = stubGrants(granted)
  const local = createArea()
  const net = createFakeNet({
    [DOCUMENT_URL]: publish(registry.registryKey),
    [LIST_URL]: { text: await registry.listOf(1, NOW, NOW + 60), maxAgeSeconds: 0 },
  })
  const { fetchText } = net
  const now = () => NOW
  const trustListFor = createTrustLists({ local, fetchText, engine: createSignatureEngine(), now })
  const access = createRegistryAccess(local)
  const choice = createRegistryChoice({ local, access, fetchText, trustListFor })
  /** The sites that would be read now. */
  const sites = async () => {
    const pins = [BUILT_IN.origin, (await readPinInForce(local)).origin]
    const workers = [...pins, ...(await readAskedOnly(local))]
    return sitesToRead([...chromeOfTest.grants], workers)
  }
  return { ...chromeOfTest, access, choice, local, net, sites }
}

type World = Awaited<ReturnType<typeof setUp>>

const REFUSALS: readonly [string, (world: World) => void | Promise<void>][] = [
  ['key_mismatch', ({ net }) => void net.answers.set(DOCUMENT_URL, publish(stranger.registryKey))],
  ['unreachable', ({ net }) => void net.answers.set(DOCUMENT_URL, 'unreachable')],
  [
    'list_refused',
    async ({ net }) => {
      const text = await stranger.listOf(1, NOW, NOW + 60)
      net.answers.set(LIST_URL, { text, maxAgeSeconds: 0 })
    },
  ],
]

describe.each(REFUSALS)('a registry refused with %s', (failure, spoil) => {
  it('leaves no right behind that was taken to ask it', async () => {
    const world = await setUp()
    await spoil(world)
    expect(await world.choice.change(pasted)).toEqual({ failure })
    expect([...world.grants]).toEqual([WORKER])
    expect(await readAskedOnly(world.local)).toEqual([])
    expect(await readPinInForce(world.local)).toEqual(BUILT_IN)
  })
  it('leaves the site as readable as the reader had made it before', async () => {
    const world = await setUp([WORKER, CHOSEN])
    await spoil(world)
    await world.choice.change(pasted)
    expect([...world.grants]).toEqual([WORKER, CHOSEN])
    expect(world.permissions.request).not.toHaveBeenCalled()
    expect(await world.sites()).toEqual([CHOSEN])
  })
  it('leaves the registry in use, which was chosen before, the right to be asked', async () => {
    const world = await setUp()
    await world.choice.change(pasted)
    await spoil(world)
    expect(await world.choice.change(pasted)).toEqual({ failure })
    expect([...world.grants]).toEqual([WORKER, CHOSEN])
    expect(await readPinInForce(world.local)).toEqual(registry.pin)
  })
})

describe('a registry in use', () => {
  it('is asked, and its pages are not read', async () => {
    const { choice, grants, local, sites } = await setUp()
    expect(await choice.change(pasted)).toEqual({ pin: registry.pin })
    expect(await readPinInForce(local)).toEqual(registry.pin)
    expect([...grants]).toEqual([WORKER, CHOSEN])
    expect(await sites()).toEqual([])
  })
  it('loses its right when the reader goes back to the one of the build', async () => {
    const { choice, grants, local } = await setUp()
    await choice.change(pasted)
    await choice.reset()
    expect([...grants]).toEqual([WORKER])
    expect(await readPinInForce(local)).toEqual(BUILT_IN)
    expect(await readAskedOnly(local)).toEqual([])
  })
  it('keeps, when the reader goes back, a right that the reader had given before', async () => {
    const { choice, grants, sites } = await setUp([WORKER, CHOSEN])
    await choice.change(pasted)
    expect(await sites()).toEqual([])
    await choice.reset()
    expect([...grants]).toEqual([WORKER, CHOSEN])
    expect(await sites()).toEqual([CHOSEN])
  })
  it('loses its right to the next registry', async () => {
    const world = await setUp()
    await world.access.request('https://first.example')
    await world.choice.change(pasted)
    expect([...world.grants]).toEqual([WORKER, CHOSEN])
    expect(await readAskedOnly(world.local)).toEqual([ORIGIN])
  })
})

describe('the right to ask a registry', () => {
  it('makes its pages readable at no moment', async () => {
    const { access, grants, permissions, sites } = await setUp()
    permissions.request.mockImplementationOnce(async () => {
      grants.add(CHOSEN)
      expect(await sites()).toEqual([])
      return true
    })
    expect(await access.request(ORIGIN)).toBe(true)
    expect(await sites()).toEqual([])
  })
  it('is refused where the browser does not allow to ask', async () => {
    const { choice, local, permissions } = await setUp()
    permissions.request.mockRejectedValueOnce(new Error('Only https can be asked for.'))
    expect(await choice.change(pasted)).toEqual({ failure: 'not_allowed' })
    expect(await readAskedOnly(local)).toEqual([])
    expect(permissions.remove).not.toHaveBeenCalled()
  })
  it('stays on the list of what is not read where it cannot be given back', async () => {
    const { choice, net, permissions, sites } = await setUp()
    net.answers.set(DOCUMENT_URL, 'unreachable')
    permissions.remove.mockRejectedValueOnce(new Error('You cannot remove required permissions.'))
    expect(await choice.change(pasted)).toEqual({ failure: 'unreachable' })
    expect(await sites()).toEqual([])
  })
  it('does not stand in the way of reading the site where the reader asks for that', async () => {
    const { access, grants, local, permissions, sites } = await setUp()
    permissions.request.mockResolvedValueOnce(false)
    await access.request(ORIGIN)
    await grantSite(local, CHOSEN)
    expect(await sites()).toEqual([CHOSEN])
    await withdrawSite(CHOSEN)
    expect([...grants]).toEqual([WORKER])
  })
  it('is given back when asking breaks off', async () => {
    const { choice, grants, net } = await setUp()
    net.answers.delete(DOCUMENT_URL)
    await expect(choice.change(pasted)).rejects.toThrow('Nobody expected')
    expect([...grants]).toEqual([WORKER])
  })
})
