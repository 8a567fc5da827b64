// The Worker on this machine: its database, its process, its first answer. Uses wrangler.

import { readFile, writeFile } from 'node:fs/promises'
import { get as getInsecurely } from 'node:http'
import { get as getSecurely } from 'node:https'
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

/** Wrangler keeps its registry of running Workers, its own log and its certificate inside the world, apart from other worlds. */
const wranglerEnvironment = (folder) => ({
  XDG_CONFIG_HOME: join(folder, 'wrangler', 'config'),
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

/**
 * Starts the Worker and returns once it answers. It listens on 127.0.0.1 only, which `localhost` reaches too.
 * @param {string} folder
 * @param {number} port
 * @param {'http' | 'https'} protocol with https, under a certificate that wrangler signs itself
 */
export async function startWorker(folder, port, protocol = 'http') {
  const logFile = join(folder, 'worker.log')
  const program = startProgram(
    'wrangler',
    [
      'dev',
      ...['--ip', '127.0.0.1', '--port', String(port), '--inspector-port', '0'],
      ...['--local-protocol', protocol],
      ...['--env-file', environmentFile(folder), '--persist-to', dataFolder(folder)],
      '--show-interactive-dev-session=false',
    ],
    { logFile, env: wranglerEnvironment(folder) },
  )
  try {
    await untilItAnswers(`${protocol}://localhost:${port}/healthz`, program, logFile)
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
    const answer = await getLocal(url).catch(() => undefined)
    if (answer?.status === 200) return
    await wait(POLL_MS)
  }
  throw new Failure(`The Worker did not answer at ${url}.\n${await tailOf(logFile)}`)
}

/**
 * Asks a Worker on this machine. Nobody but us vouches for its certificate.
 * @param {string} url
 * @returns {Promise<{ status: number | undefined, text: string }>}
 */
export const getLocal = (url) =>
  new Promise((resolve, reject) => {
    const get = url.startsWith('https:') ? getSecurely : getInsecurely
    const request = get(url, { rejectUnauthorized: false, timeout: 5000 }, (response) => {
      const chunks = []
      response.on('data', (chunk) => chunks.push(chunk))
      response.on('error', reject)
      response.on('end', () =>
        resolve({ status: response.statusCode, text: Buffer.concat(chunks).toString('utf8') }),
      )
    })
    request.on('timeout', () => request.destroy(new Error('No answer in time')))
    request.on('error', reject)
  })
