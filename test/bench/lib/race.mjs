// Interleaved measuring: in each round everybody runs once, in a new order, between two slices of a reference. Uses the clock.
import { generateKeyPairSync, sign, verify } from 'node:crypto'
import { createRandom } from './world.mjs'

const SLICE_MS = 120
const REFERENCE_MS = 40
/** Compilers take their time: what is many small functions reaches its pace after some thousand runs. */
const WARM_UP_MS = 4000
const MESSAGE_BYTES = 1200

export const median = (numbers) => {
  const sorted = numbers.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/** Half the distance between the quartiles, as a share of the median. */
export function spread(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b)
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]
  return (at(0.75) - at(0.25)) / 2 / median(numbers)
}

function shuffle(items, random) {
  const order = [...items]
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    ;[order[i], order[j]] = [order[j], order[i]]
  }
  return order
}

/** One synchronous Ed25519 verification: how fast the machine is at this very moment. */
function createReference() {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const message = Buffer.alloc(MESSAGE_BYTES, 7)
  const signature = sign(null, message, privateKey)
  let times = 1
  const run = () => {
    const start = performance.now()
    for (let i = 0; i < times; i++) verify(null, message, publicKey, signature)
    return (times / (performance.now() - start)) * 1000
  }
  for (const until = performance.now() + WARM_UP_MS; performance.now() < until; ) {
    times = Math.max(1, Math.ceil((run() * REFERENCE_MS) / 1000))
  }
  return run
}

/** Finds out how often a contestant runs in one slice. */
async function calibrate({ runtime, contestant }) {
  let times = 1
  let spent = 0
  while (spent < WARM_UP_MS) {
    const ms = await runtime.time(contestant.name, times)
    spent += ms
    times = Math.max(1, Math.min(times * 4, Math.ceil((times / ms) * SLICE_MS)))
  }
  return times
}

const cpuMicroseconds = () => {
  const { system, user } = process.cpuUsage()
  return system + user
}

/**
 * @param {object[]} runtimes as `startNode` and its like make them
 * @param {{ rounds: number, isWanted: (name: string, label: string) => boolean, say: (line: string) => void }} options
 * @returns {Promise<object[]>} one for each runtime and contestant: per round, operations a second and their ratio to the
 *   reference; `skipped` says why there are none
 */
export async function race(runtimes, { rounds, isWanted, say }) {
  const jobs = runtimes.flatMap((runtime) =>
    runtime.contestants
      .filter(({ name }) => isWanted(name, runtime.label))
      .map((contestant) => ({ runtime, contestant, ops: [], ratios: [], cpuUs: [] })),
  )
  for (const job of jobs) {
    try {
      job.times = await calibrate(job)
    } catch (error) {
      job.skipped = error.message
      say(`${job.runtime.label}: ${job.contestant.name} is left out: ${error.message}`)
    }
  }
  const reference = createReference()
  const random = createRandom(7)
  const ready = jobs.filter(({ skipped }) => skipped === undefined)
  for (let round = 1; round <= rounds; round++) {
    globalThis.gc?.()
    for (const job of shuffle(ready, random)) await runSlice(job, reference)
    say(`round ${round} of ${rounds}`)
  }
  return jobs
}

async function runSlice({ contestant, cpuUs, ops, ratios, runtime, times }, reference) {
  await runtime.time(contestant.name, Math.ceil(times / 8))
  const before = reference()
  const cpuBefore = cpuMicroseconds()
  const ms = await runtime.time(contestant.name, times)
  const cpuAfter = cpuMicroseconds()
  const after = reference()
  const done = times * (contestant.worth ?? 1)
  ops.push((done / ms) * 1000)
  ratios.push(((done / ms) * 1000) / ((before + after) / 2))
  cpuUs.push((cpuAfter - cpuBefore) / done)
}

/** Median over the rounds of how many times faster one was than another, each against the machine of its moment. */
export function timesFaster(one, other) {
  return median(one.ratios.map((ratio, round) => ratio / other.ratios[round]))
}
