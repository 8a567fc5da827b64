// The benchmark inside a page.
import fixtures from 'bench:fixtures'
import { EVERYWHERE } from './everywhere.mjs'
import { createRunner } from './runner.mjs'

const run = createRunner(EVERYWHERE, fixtures)

/** Milliseconds that it takes. */
globalThis.timeContestant = async (name, times) => {
  const start = performance.now()
  await run(name, times)
  return performance.now() - start
}
