// The benchmark in this very process.
import { NODE_PEERS } from '../contestants/node-peers.mjs'
import { EVERYWHERE } from './everywhere.mjs'
import { createRunner } from './runner.mjs'

export function startNode(fixtures) {
  const contestants = [...EVERYWHERE, ...NODE_PEERS]
  const run = createRunner(contestants, fixtures)
  return {
    label: 'Node',
    version: process.versions.node,
    contestants,
    time: async (name, times) => {
      const start = performance.now()
      await run(name, times)
      return performance.now() - start
    },
    stop: async () => undefined,
  }
}
