import { afterEach, describe, expect, it, vi } from 'vitest'
import { createRegistration } from '../../extension/background/registration.ts'
import { stubGrants } from './support/fake-grants.ts'

const WORKER = 'https://registry.example/*'
const PORTAL = 'https://portal.example/*'
const OTHER = 'https://other.example/*'

afterEach(() => void vi.unstubAllGlobals())

const start = (file = '/page.js', workerOrigins = ['https://registry.example']) =>
  createRegistration({ file, workerOrigins: async () => workerOrigins })

describe('the registered content script', () => {
  it('runs on the sites that are granted, and not on the Worker’s', async () => {
    const { sites } = stubGrants([WORKER, PORTAL])
    await start().align()
    expect(sites()).toEqual([PORTAL])
  })
  it('is not there where only the Worker is granted', async () => {
    const { scripting, sites } = stubGrants([WORKER])
    await start().align()
    expect(sites()).toBeNull()
    expect(scripting.registerContentScripts).not.toHaveBeenCalled()
  })
  it('follows a grant', async () => {
    const { grants, sites } = stubGrants([WORKER, PORTAL])
    const { align } = start()
    await align()
    grants.add(OTHER)
    await align()
    expect(sites()).toEqual([PORTAL, OTHER])
  })
  it('follows a withdrawal', async () => {
    const { grants, sites } = stubGrants([WORKER, PORTAL, OTHER])
    const { align } = start()
    await align()
    grants.delete(PORTAL)
    await align()
    expect(sites()).toEqual([OTHER])
  })
  it('goes with the last grant', async () => {
    const { grants, sites } = stubGrants([WORKER, PORTAL])
    const { align } = start()
    await align()
    grants.delete(PORTAL)
    await align()
    expect(sites()).toBeNull()
  })
  it('stays as it is where nothing has changed, whatever the order', async () => {
    const { grants, scripting } = stubGrants([PORTAL, OTHER])
    const { align } = start()
    await align()
    grants.delete(PORTAL)
    grants.add(PORTAL)
    await align()
    expect(scripting.registerContentScripts).toHaveBeenCalledTimes(1)
  })
  it('leaves a site that has become the Worker', async () => {
    const { sites } = stubGrants([PORTAL])
    await start().align()
    await start('/page.js', ['https://portal.example']).align()
    expect(sites()).toBeNull()
  })
  it('is exchanged when a new version has another file', async () => {
    const { scripting } = stubGrants([PORTAL])
    await start('/page.1.js').align()
    await start('/page.2.js').align()
    expect(await scripting.getRegisteredContentScripts()).toMatchObject([{ js: ['/page.2.js'] }])
  })
  it('is aligned in order where grants follow each other quickly', async () => {
    const { grants, sites } = stubGrants([PORTAL])
    const { align } = start()
    const first = align()
    grants.add(OTHER)
    const second = align()
    grants.delete(PORTAL)
    await Promise.all([first, second, align()])
    expect(sites()).toEqual([OTHER])
  })
  it('also runs once in pages that were open before', async () => {
    const { scanned, tabs } = stubGrants([PORTAL])
    tabs.set(7, PORTAL).set(8, OTHER)
    await start().align()
    expect(scanned).toEqual([7])
  })
})

it('says whether a page could be scanned once', async () => {
  const { scanned, tabs } = stubGrants()
  tabs.set(7, PORTAL)
  const { scanOnce } = start()
  expect([await scanOnce(7), await scanOnce(8)]).toEqual([true, false])
  expect(scanned).toEqual([7])
})
