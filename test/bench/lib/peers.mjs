// Installs what we are measured against, and nothing else ever does. Uses npm.
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { runProgram } from '../../../scripts/children.mjs'
import { step } from '../../../scripts/progress.mjs'

const FOLDER = fileURLToPath(new URL('..', import.meta.url))

const read = (path) => readFile(`${FOLDER}${path}`, 'utf8').catch(() => undefined)

const versionsIn = (lock) =>
  Object.entries(JSON.parse(lock).packages)
    .filter(([path, { optional }]) => path !== '' && !optional)
    .map(([path, { version }]) => `${path} ${version}`)

async function isInstalled() {
  const wanted = await read('package-lock.json')
  const there = await read('node_modules/.package-lock.json')
  if (wanted === undefined || there === undefined) return false
  const present = new Set(versionsIn(there))
  return versionsIn(wanted).every((one) => present.has(one))
}

/** @returns {Promise<Record<string, string>>} their versions by their names */
export async function installPeers() {
  if (!(await isInstalled())) {
    await step('Installing the peers', () =>
      runProgram('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: FOLDER }),
    )
  }
  return JSON.parse(await read('package.json')).dependencies
}
