// The Worker on this machine: its database, its process, its first answer. Uses wrangler.

import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { runProgram, startProgram, tailOf } from './children.mjs'
import { Failure } from './failure.mjs'
import { step } from './progress.mjs'
import { environmentFile } from './secrets.mjs'
import { hashOfSources } from './source-hash.mjs'

const START_LIMIT_MS = 90_000
const POLL_MS = 150

const dataFolder = (folder) => join(folder, 'data')

/** Wrangler keeps its registry of running Workers and its own log inside the world, apart from other worlds. */
const wranglerEnvironment = (folder) => ({
  WRANGLER_REGISTRY_PATH: join(folder, 'wrangler', 'registry'),
  WRANGLER_LOG_PATH: join(folder, 'wrangler', 'logs'),
})

/** Brings the database up to date; asks wrangler only when there are other migrations than last time. */
export async function applyMigrations(folder) {
  const appliedFile = join(folder, 'migrations-applied.txt')
  const migrations = await hashOfSources(['worker/migrations'])
  if ((await readFile(appliedFile, 'utf8').catch(() => '')) === migrations) return
  await step('Preparing the database', () =>
    runProgram(
      'wrangler',
      ['d1', 'migrations', 'apply', 'licet', '--local', '--persist-to', dataFolder(folder)],
      {
        logFile: join(folder, 'migrations.log'),
        env: { ...wranglerEnvironment(folder), CI: '1' },
        advice: 'The database could not be brought up to date. To begin anew: npm start -- --fresh',
      },
    ),
  )
  await writeFile(appliedFile, migrations)
}

/** Starts the Worker and returns once it answers. It listens on 127.0.0.1 only, which `localhost` reaches too. */
export async function startWorker(folder, port) {
  const logFile = join(folder, 'worker.log')
  const program = startProgram(
    'wrangler',
    [
      'dev',
      ...['--ip', '127.0.0.1', '--port', String(port), '--inspector-port', '0'],
      ...['--env-file', environmentFile(folder), '--persist-to', dataFolder(folder)],
      '--show-interactive-dev-session=false',
    ],
    { logFile, env: wranglerEnvironment(folder) },
  )
  try {
    await untilItAnswers(`http://localhost:${port}/healthz`, program, logFile)
  } catch (error) {
    await program.stop()
    throw error
  }
  return { ...program, logFile }
}

async function untilItAnswers(url, program, logFile) {
  let ended = false
  program.exited.then(
    () => {
      ended = true
    },
    () => {
      ended = true
    },
  )
  const deadlineMs = Date.now() + START_LIMIT_MS
  while (Date.now() < deadlineMs) {
    if (ended) throw new Failure(`The Worker ended while starting.\n${await tailOf(logFile)}`)
    const answer = await fetch(url, { signal: AbortSignal.timeout(5000) }).catch(() => undefined)
    if (answer?.ok) return
    await wait(POLL_MS)
  }
  throw new Failure(`The Worker did not answer at ${url}.\n${await tailOf(logFile)}`)
}
