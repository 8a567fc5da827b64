// A fresh process: imports the library, verifies one credential, says how much CPU that took.
import { readFileSync } from 'node:fs'

const { credential, nowSeconds, world } = JSON.parse(readFileSync(process.argv[2], 'utf8'))
const before = process.cpuUsage()
const { createSignatureEngine, createVerifierMemory, readTrustList, verifyCredential } =
  await import('../../../dist/lib/index.js')
const engine = createSignatureEngine()
const deps = {
  now: () => nowSeconds,
  engine,
  memory: createVerifierMemory(),
  trust: () => readTrustList(world.trustList, world.pin, { nowSeconds, lowestSequence: 0, engine }),
  lookUp: {
    statusList: async (url) => ({
      ok: true,
      value: { text: world.lists[url], fetchedAtSeconds: nowSeconds },
    }),
  },
}
const { verdict } = await verifyCredential(credential, deps)
const { system, user } = process.cpuUsage(before)
if (verdict !== 'verified') throw new Error(verdict)
console.log(JSON.stringify({ cpuMs: (system + user) / 1000 }))
