// How much a verifier keeps that has read a hundred status lists, their texts included. Wants --expose-gc.
import { readFileSync } from 'node:fs'
import {
  createSignatureEngine,
  createVerifierMemory,
  readTrustList,
  verifyCredential,
} from '../../../dist/lib/index.js'
import { vcdm2 } from '../lib/credentials.mjs'
import { createIssuer } from '../lib/issuer.mjs'
import { createBits, statusList } from '../lib/world.mjs'

const LISTS = 100

const { nowSeconds, world } = JSON.parse(readFileSync(process.argv[2], 'utf8'))
const university = createIssuer('University')
const engine = createSignatureEngine()
const memory = createVerifierMemory()
const trust = await readTrustList(world.trustList, world.pin, {
  nowSeconds,
  lowestSequence: 0,
  engine,
})
const lists = new Map(Object.entries(world.lists))
const deps = {
  now: () => nowSeconds,
  engine,
  memory,
  trust: async () => trust,
  lookUp: {
    statusList: async (url) => ({
      ok: true,
      value: { text: lists.get(url), fetchedAtSeconds: nowSeconds },
    }),
  },
}

async function readList(number) {
  const listUrl = `https://status.university.edu/memory/${number}`
  const bits = createBits(5000 + number)
  const index = bits.indexOf(0) * 8
  lists.set(listUrl, statusList(university, listUrl, bits, nowSeconds))
  const credential = vcdm2({ issuer: university, world: { listUrl, goodIndices: [index] } }, 0)
  const { verdict } = await verifyCredential(university.signJws('vc+jwt', credential), deps)
  if (verdict !== 'verified') throw new Error(verdict)
}

/** Streams give back their buffers a little later than they are let go. */
async function kept() {
  for (let i = 0; i < 5; i++) {
    globalThis.gc()
    await new Promise((done) => setTimeout(done, 20))
  }
  const { arrayBuffers, heapUsed } = process.memoryUsage()
  return arrayBuffers + heapUsed
}

/** The first one brings the code and its caches with it. */
await readList(0)
const before = await kept()
for (let number = 1; number <= LISTS; number++) await readList(number)
console.log(
  JSON.stringify({
    megabytes: ((await kept()) - before) / 1e6,
    lists: lists.size,
    memory: typeof memory,
  }),
)
