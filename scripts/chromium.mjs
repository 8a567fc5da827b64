// Finds a Chromium that loads unpacked extensions, or installs one. Uses the file system, npm and apt.
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { runProgram } from './children.mjs'
import { Failure } from './failure.mjs'
import { step } from './progress.mjs'

// Not Google Chrome and not Edge: they no longer take --load-extension.
const COMMANDS = ['chromium', 'chromium-browser', 'ungoogled-chromium']
const APPLICATIONS = ['/Applications/Chromium.app/Contents/MacOS/Chromium']

export const CHROMIUM_ADVICE =
  'Install Chromium (Debian, Ubuntu: apt install chromium; elsewhere: npx playwright-core install chromium) or point CHROMIUM_PATH at one.'

/** The first Chromium there is: the named one, the system's, Playwright's. */
export async function findChromium(env = process.env) {
  if (env.CHROMIUM_PATH) {
    if (isProgram(env.CHROMIUM_PATH)) return env.CHROMIUM_PATH
    throw new Failure(`CHROMIUM_PATH names no program: ${env.CHROMIUM_PATH}`, CHROMIUM_ADVICE)
  }
  return [...onPath(env.PATH ?? ''), ...APPLICATIONS, await playwrightsOwn()].find(isProgram)
}

/** Finds a Chromium that starts, and installs one where there is none. */
export async function ensureChromium() {
  const found = (await findChromium()) ?? (await installChromium())
  const answer = found && spawnSync(found, ['--version', '--no-sandbox'], { encoding: 'utf8' })
  if (answer?.status === 0) return found
  throw new Failure(
    found ? `Chromium does not start: ${found}\n${answer.stderr}` : 'There is no Chromium here.',
    CHROMIUM_ADVICE,
  )
}

async function installChromium() {
  const isRoot = process.getuid?.() === 0
  if (isRoot && existsSync('/usr/bin/apt-get')) {
    const env = { DEBIAN_FRONTEND: 'noninteractive' }
    await step('Installing Chromium (apt-get)', async () => {
      await runProgram('apt-get', ['update', '-q'], { env, advice: CHROMIUM_ADVICE })
      await runProgram('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], {
        env,
        advice: CHROMIUM_ADVICE,
      })
    })
  } else {
    await step('Installing Chromium (Playwright’s download)', () =>
      runProgram('playwright-core', ['install', 'chromium'], { advice: CHROMIUM_ADVICE }),
    )
  }
  return findChromium()
}

const onPath = (path) =>
  COMMANDS.flatMap((command) => path.split(delimiter).map((folder) => join(folder, command)))

async function playwrightsOwn() {
  const { chromium } = await import('playwright-core')
  return chromium.executablePath()
}

function isProgram(path) {
  if (!path) return false
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
