// A local world: folder, secrets, database, Worker, demo data, extension. Uses all of these.
import { mkdir, rm } from 'node:fs/promises'
import { buildWeb } from './build-web.mjs'
import { seedDemo } from './demo-data.mjs'
import { buildWorldExtension } from './extension-world.mjs'
import { worldFolder } from './paths.mjs'
import { assertPortFree } from './ports.mjs'
import { step } from './progress.mjs'
import { demoSettings, prepareSecrets, readKeys } from './secrets.mjs'
import { applyMigrations, startWorker } from './worker-process.mjs'

const originOf = (port) => `http://localhost:${port}`
const demoOriginOf = (port) => `http://127.0.0.1:${port}`

/**
 * Brings a world up and returns once its Worker answers, its demo is filled and its extension is built.
 * @param {{ name: string, port: number, fresh: boolean, neighbours?: readonly string[] }} options `name` is the folder's name
 */
export async function openWorld({ name, port, fresh, neighbours }) {
  await assertPortFree(port)
  const folder = worldFolder(name)
  if (fresh) await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await prepareSecrets(folder, demoSettings(port, neighbours))
  await step('Bundling what the pages load', buildWeb)
  await applyMigrations(folder)
  const worker = await step('Starting the Worker', () => startWorker(folder, port))
  try {
    const place = { folder, origin: originOf(port), demoOrigin: demoOriginOf(port) }
    const demo = await seedDemo(place)
    const extension = await buildWorldExtension(place)
    return { ...place, port, worker, demo, extension, keys: await readKeys(folder) }
  } catch (error) {
    await worker.stop()
    throw error
  }
}
