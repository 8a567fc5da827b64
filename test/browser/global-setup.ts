// A private world for the browser tests: its own port, data, keys and extension build. Uses scripts/.
import { rm } from 'node:fs/promises'
import type { TestProject } from 'vitest/node'
import { stopEverything } from '../../scripts/children.mjs'
import { ensureChromium } from '../../scripts/chromium.mjs'
import { findFreePort } from '../../scripts/ports.mjs'
import { openWorld } from '../../scripts/world.mjs'

/** Everything a test needs to know, as plain data. */
export interface TestWorld {
  readonly origin: string
  readonly demoOrigin: string
  /** Folder of the unpacked extension. */
  readonly extension: string
  readonly chromium: string
  /** A host on which a test may play somebody else's server, which the Worker asks by http. */
  readonly neighbour: string
  readonly keys: {
    readonly admin: string
    readonly issuers: Readonly<Record<string, { readonly did: string; readonly apiKey: string }>>
  }
}

declare module 'vitest' {
  export interface ProvidedContext {
    world: TestWorld
  }
}

export default async function setUp(project: TestProject) {
  const port = await findFreePort()
  const chromium = await ensureChromium()
  const neighbour = `localhost:${await findFreePort()}`
  const world = await openWorld({
    name: `test-${port}`,
    port,
    fresh: true,
    neighbours: [neighbour],
  })
  const { origin, demoOrigin, extension, keys } = world
  project.provide('world', { origin, demoOrigin, extension, chromium, keys, neighbour })
  return async () => {
    await world.worker.stop()
    await stopEverything()
    await rm(world.folder, { recursive: true, force: true })
  }
}
