// The secrets of a local world: made once, readable by their owner only. Uses the file system.
import { createHash, randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chmod, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Failure } from './failure.mjs'

/**
 * Settings of a world for people: the demo has an origin of its own. Pure.
 * @param {readonly string[]} neighbours other hosts on this machine that the Worker may ask by http
 */
export const demoSettings = (port, neighbours = []) => ({
  LICET_ORIGIN: `http://localhost:${port}`,
  LICET_DEMO_ORIGIN: `http://127.0.0.1:${port}`,
  LICET_DEVELOPMENT_HOSTS: [`localhost:${port}`, ...neighbours].join(','),
})

/** Settings of a world for outside test suites: https, no demo, an issuer that needs no key. Pure. */
export const conformanceSettings = (port) => ({
  LICET_ORIGIN: `https://localhost:${port}`,
  LICET_DEVELOPMENT_HOSTS: `localhost:${port}`,
  LICET_CONFORMANCE_ISSUER: 'on',
})

/** The Worker's settings and secrets, as `wrangler dev --env-file` reads them. Pure. */
export const workerEnvironment = ({ settings, sealingKey, adminKey }) =>
  [
    ...Object.entries(settings).map(([name, value]) => `${name}=${value}`),
    `LICET_SEALING_KEY=${sealingKey}`,
    `LICET_ADMIN_KEY_HASH=${createHash('sha256').update(adminKey).digest('hex')}`,
    '',
  ].join('\n')

export const environmentFile = (folder) => join(folder, 'worker.env')
const keysFile = (folder) => join(folder, 'api-keys.json')

/** @returns {Promise<{ admin: string, issuers: Record<string, { did: string, apiKey: string }> }>} */
export async function readKeys(folder) {
  const text = await readFile(keysFile(folder), 'utf8').catch(() => undefined)
  if (text === undefined) {
    throw new Failure(
      `The keys of this world are gone: ${keysFile(folder)}`,
      'npm start -- --fresh',
    )
  }
  return JSON.parse(text)
}

/** Replaces the file in one go, so that an interrupted write loses nothing. */
export async function writeKeys(folder, keys) {
  await writePrivately(keysFile(folder), `${JSON.stringify(keys, null, 2)}\n`)
}

/**
 * Makes the secrets of a world that has none yet.
 * @param {string} folder
 * @param {Record<string, string>} settings
 */
export async function prepareSecrets(folder, settings) {
  if (existsSync(environmentFile(folder)) && existsSync(keysFile(folder))) return
  const adminKey = `licet_admin_${randomBytes(24).toString('base64url')}`
  const sealingKey = randomBytes(32).toString('base64url')
  await writeKeys(folder, { admin: adminKey, issuers: {} })
  await writePrivately(
    environmentFile(folder),
    workerEnvironment({ settings, sealingKey, adminKey }),
  )
}

async function writePrivately(path, text) {
  const draft = `${path}.new`
  await writeFile(draft, text, { mode: 0o600 })
  await chmod(draft, 0o600)
  await rename(draft, path)
}
