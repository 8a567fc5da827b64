// Starts and ends other programs, each in a process group of its own. Uses child processes.
import { spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { delimiter } from 'node:path'
import { Failure } from './failure.mjs'
import { inRoot, ROOT } from './paths.mjs'

const GRACE_MS = 5000
const TAIL_LINES = 25

/** The environment of every child: the pinned Node first, and no tool that phones home or asks questions. */
export const childEnvironment = (more = {}) => ({
  ...process.env,
  PATH: `${inRoot('node_modules', '.bin')}${delimiter}${process.env.PATH ?? ''}`,
  WRANGLER_SEND_METRICS: 'false',
  WRANGLER_SEND_ERROR_REPORTS: 'false',
  WRANGLER_HIDE_BANNER: 'true',
  WRANGLER_NO_SKILLS_UPDATE_PROMPTS: 'true',
  CLOUDFLARE_CF_FETCH_ENABLED: 'false',
  NO_UPDATE_NOTIFIER: '1',
  npm_config_update_notifier: 'false',
  DO_NOT_TRACK: '1',
  ...more,
})

const running = new Set()

/**
 * @typedef {{ env?: Record<string, string>, logFile?: string, cwd?: string }} ProgramOptions
 */

/**
 * Starts a program that goes on until it is stopped. Its output goes to a file, or straight to the terminal.
 * @param {string} command
 * @param {string[]} args
 * @param {ProgramOptions} [options]
 * @returns {{ exited: Promise<number>, stop: () => Promise<void>, pid: number | undefined }}
 */
export function startProgram(command, args, { env, logFile, cwd = ROOT } = {}) {
  const output = logFile ? openSync(logFile, 'w', 0o600) : 'inherit'
  const child = spawn(command, args, {
    cwd,
    env: childEnvironment(env),
    detached: true,
    stdio: ['ignore', output, output],
  })
  if (logFile) closeSync(output)
  const exited = new Promise((resolve, reject) => {
    child.once('error', (error) =>
      reject(new Failure(`${command} could not be started: ${error.message}`)),
    )
    child.once('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 1)))
  }).finally(() => running.delete(program))
  exited.catch(() => undefined)
  const program = { pid: child.pid, exited, stop: () => stopGroup(child, exited) }
  running.add(program)
  return program
}

/**
 * Runs a program to its end.
 * @param {string} command
 * @param {string[]} args
 * @param {ProgramOptions & { advice?: string }} [options]
 * @throws {Failure} with the end of its output when it fails
 */
export async function runProgram(command, args, { logFile, advice, ...options } = {}) {
  const program = startProgram(command, args, { logFile, ...options })
  const code = await program.exited
  if (code === 0) return
  const tail = logFile ? `\n${await tailOf(logFile)}` : ''
  throw new Failure(`${command} ${args[0] ?? ''} ended with exit code ${code}.${tail}`, advice)
}

/** The last lines of a log file. */
export async function tailOf(logFile) {
  const text = await readFile(logFile, 'utf8').catch(() => '')
  return text.trimEnd().split('\n').slice(-TAIL_LINES).join('\n')
}

/** Ends everything that was started here and still runs. */
export const stopEverything = () =>
  Promise.allSettled([...running].map((program) => program.stop()))

async function stopGroup(child, exited) {
  const gone = exited.catch(() => undefined)
  signalGroup(child.pid, 'SIGINT')
  const late = setTimeout(() => signalGroup(child.pid, 'SIGKILL'), GRACE_MS)
  await gone
  clearTimeout(late)
  // What the program itself had started may outlive it.
  signalGroup(child.pid, 'SIGKILL')
}

function signalGroup(pid, signal) {
  if (pid === undefined) return
  try {
    process.kill(-pid, signal)
  } catch (error) {
    if (error.code !== 'ESRCH' && error.code !== 'EPERM') throw error
  }
}
