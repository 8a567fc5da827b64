// A Chromium with the extension loaded, on an empty profile. Uses playwright-core.
import { type BrowserContext, chromium, type Worker } from 'playwright-core'
import { inject } from 'vitest'
import { chromiumFlags } from '../../../scripts/chromium-flags.mjs'

export interface BrowserWithExtension {
  readonly context: BrowserContext
  readonly extensionId: string
  /** The service worker as it is now: it may have been stopped and started since. */
  readonly background: () => Promise<Worker>
  readonly close: () => Promise<void>
}

interface Options {
  /** Another build of the extension, or another manifest. */
  readonly extension?: string
  readonly flags?: readonly string[]
  readonly viewport?: { readonly width: number; readonly height: number }
}

export async function openBrowser(options: Options = {}): Promise<BrowserWithExtension> {
  const world = inject('world')
  const extensionFolder = options.extension ?? world.extension
  const context = await chromium.launchPersistentContext('', {
    executablePath: world.chromium,
    headless: true,
    viewport: options.viewport ?? { width: 1200, height: 900 },
    ignoreDefaultArgs: ['--disable-extensions'],
    args: [
      ...chromiumFlags({ extensionFolder, isRoot: process.getuid?.() === 0 }),
      '--disable-gpu',
      ...(options.flags ?? []),
    ],
  })
  const background = async () =>
    context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'))
  const extensionId = new URL((await background()).url()).host
  return { context, extensionId, background, close: () => context.close() }
}
