// Installs the packages, once per lock file. Uses npm.
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile, stat, writeFile } from 'node:fs/promises'
import { runProgram } from './children.mjs'
import { inRoot } from './paths.mjs'
import { step } from './progress.mjs'

const LOCK = inRoot('package-lock.json')
const INSTALLED_FOR = inRoot('node_modules', '.licet-lock-hash')
const NPM_RECORD = inRoot('node_modules', '.package-lock.json')

/** True when node_modules is what the lock file says. */
async function isInstalled(lockHash) {
  if (!existsSync(inRoot('node_modules', '.bin', 'wrangler'))) return false
  if ((await readFile(INSTALLED_FOR, 'utf8').catch(() => '')) === lockHash) return true
  // Somebody ran npm by hand after the lock file had been written.
  if (!existsSync(NPM_RECORD)) return false
  return (await stat(NPM_RECORD)).mtimeMs >= (await stat(LOCK)).mtimeMs
}

export async function installPackages() {
  const lockHash = createHash('sha256')
    .update(await readFile(LOCK))
    .digest('hex')
  if (await isInstalled(lockHash)) return
  await step('Installing the packages (npm ci), a minute or two the first time', () =>
    runProgram('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
      advice: 'The lines above are npm’s. Is the npm registry reachable from here?',
    }),
  )
  await writeFile(INSTALLED_FOR, lockHash)
}
