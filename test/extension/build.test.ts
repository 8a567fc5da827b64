// The extension as it is built: what it asks for, and how heavy its content script is.
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildExtension } from '../../scripts/build-extension.mjs'
import { faultsOfManifest } from '../../scripts/extension-manifest.mjs'
import { ENVELOPES } from '../../shared/parse/credential.ts'
import { createRegistry, ORIGIN } from './support/trust-lists.ts'

const CONTENT_SCRIPT_BYTES = 12_000
const BUILD_MS = 120_000

const { pin } = createRegistry()
let folder: string
let built: string
let manifest: chrome.runtime.ManifestV3

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'licet-extension-'))
  built = join(folder, 'extension')
  await buildExtension({ pin, outDir: built })
  manifest = JSON.parse(await readFile(join(built, 'manifest.json'), 'utf8'))
}, BUILD_MS)
afterAll(() => rm(folder, { recursive: true, force: true }))

const contentScript = async () => {
  const files = await readdir(built)
  return files.filter((name) => /^page\..*\.js$/.test(name)).map((name) => join(built, name))
}

describe('the built extension', () => {
  it('asks for the Worker and for nothing else', () => {
    expect(manifest.permissions?.toSorted()).toEqual([
      'activeTab',
      'scripting',
      'sidePanel',
      'storage',
    ])
    expect(manifest.host_permissions).toEqual([`${ORIGIN}/*`])
    expect(manifest.optional_host_permissions).toEqual(['https://*/*'])
    expect(manifest.content_scripts).toBeUndefined()
    expect(manifest.web_accessible_resources).toBeUndefined()
  })
  it('has a content script below 12 kB', async () => {
    const [file, ...others] = await contentScript()
    expect(others).toEqual([])
    expect((await stat(file ?? '')).size).toBeLessThan(CONTENT_SCRIPT_BYTES)
  })
  it('keeps the core out of the content script', async () => {
    const [file = ''] = await contentScript()
    const text = await readFile(file, 'utf8')
    expect(text).not.toMatch(/crypto\.subtle|issuer_trust|registryKey|PLASMO_PUBLIC/)
  })
  it('carries its pin', async () => {
    const worker = join(built, manifest.background?.service_worker ?? '')
    const encoded = Buffer.from(JSON.stringify(pin)).toString('base64url')
    expect(await readFile(worker, 'utf8')).toContain(encoded)
  })
  it('evaluates no text as a program', async () => {
    const files = await readdir(built, { recursive: true })
    for (const file of files.filter((name) => name.endsWith('.js'))) {
      expect(await readFile(join(built, file), 'utf8')).not.toMatch(/\b(?:eval|Function)\(/)
    }
  })
  it('has every envelope at hand, as a service worker can load nothing later', async () => {
    const worker = await readFile(join(built, manifest.background?.service_worker ?? ''), 'utf8')
    for (const envelope of ENVELOPES) expect(worker).toContain(envelope)
    expect(worker).not.toMatch(/\bimport\(/)
  })
  it('has every page that the manifest names', async () => {
    const files = await readdir(built)
    expect(files).toEqual(expect.arrayContaining(['popup.html', 'options.html', 'sidepanel.html']))
  })
})

describe('a manifest that is handed out', () => {
  const patterns = [`${ORIGIN}/*`]
  it('has no fault as it is built', () => {
    expect(faultsOfManifest(manifest, patterns)).toEqual([])
  })
  it.each<[string, object]>([
    [
      'more permissions',
      { permissions: ['activeTab', 'scripting', 'sidePanel', 'storage', 'tabs'] },
    ],
    ['all sites', { host_permissions: ['<all_urls>'] }],
    ['more optional sites', { optional_host_permissions: ['*://*/*'] }],
    ['a content script', { content_scripts: [{ matches: ['<all_urls>'], js: ['a.js'] }] }],
    [
      'a resource that gives it away',
      { web_accessible_resources: [{ resources: ['a'], matches: ['*'] }] },
    ],
    ['doors for pages', { externally_connectable: { matches: ['https://a.example/*'] } }],
    [
      'a weaker policy',
      { content_security_policy: { extension_pages: "script-src 'self' 'unsafe-eval'" } },
    ],
    ['a variable left open', { description: '$LICET_ORIGIN' }],
  ])('never has %s', (_, change) => {
    expect(faultsOfManifest({ ...manifest, ...change }, patterns)).toHaveLength(1)
  })
})
