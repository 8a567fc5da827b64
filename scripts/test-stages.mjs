// The stages of `npm test`, in order. Uses tsc, biome, vitest.
import { readdirSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { startProgram } from './children.mjs'
import { ensureChromium } from './chromium.mjs'
import { inRoot, ROOT } from './paths.mjs'
import { countTests, NOTHING } from './test-report.mjs'

const WITHOUT_SOURCES = new Set(['node_modules', 'build', 'public', 'dist'])

const exitCodeOf = (command, args, env) => startProgram(command, args, { env }).exited

const oneCheck = (good) => ({ ...NOTHING, [good ? 'passed' : 'failed']: 1 })

function* projectFolders(folder = ROOT) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.name === 'tsconfig.json') yield relative(ROOT, folder)
    if (!entry.isDirectory() || entry.name.startsWith('.') || WITHOUT_SOURCES.has(entry.name))
      continue
    yield* projectFolders(join(folder, entry.name))
  }
}

async function checkTypes() {
  let good = true
  for (const folder of projectFolders()) {
    console.log(`  tsc ${folder}`)
    if ((await exitCodeOf('tsc', ['-p', folder, '--noEmit'])) !== 0) good = false
  }
  return oneCheck(good)
}

const checkStyle = async () => oneCheck((await exitCodeOf('biome', ['ci', '--colors=off'])) === 0)

async function runVitest(project, env) {
  const reportFile = inRoot('.licet', `test-report-${project}.json`)
  await rm(reportFile, { force: true })
  const exitCode = await exitCodeOf(
    'vitest',
    [
      'run',
      '--project',
      project,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${reportFile}`,
    ],
    env,
  )
  return countTests(await readFile(reportFile, 'utf8').catch(() => undefined), exitCode)
}

const vitest = (project) => () => runVitest(project, {})

const vitestInChromium = (project) => async () =>
  runVitest(project, { CHROMIUM_PATH: await ensureChromium() })

/** Each answers its counts; what it throws counts as one failure. */
export const STAGES = {
  types: checkTypes,
  lint: checkStyle,
  unit: vitest('unit'),
  worker: vitest('worker'),
  runtimes: vitestInChromium('runtimes'),
  browser: vitestInChromium('browser'),
}
