// npm run bench: ours and its peers, side by side. Uses npm, esbuild, workerd and Chromium.
import { writeFile } from 'node:fs/promises'
import { describeFailure } from '../../scripts/failure.mjs'
import { step } from '../../scripts/progress.mjs'
import { BENCH_HELP, readBenchArguments } from './lib/arguments.mjs'
import { installPeers } from './lib/peers.mjs'

const RESULTS = new URL('RESULTS.md', import.meta.url)

/** Some peers chat on every verification. */
function silencePeers() {
  const { log } = console
  const silent = () => undefined
  for (const name of ['debug', 'error', 'info', 'log', 'warn']) console[name] = silent
  return (...lines) => log(...lines)
}

async function startRuntimes(fixtures) {
  const [{ startNode }, { startWorkerd }, { startChromium }] = await Promise.all([
    import('./runtimes/node.mjs'),
    import('./runtimes/workerd.mjs'),
    import('./runtimes/chromium.mjs'),
  ])
  return [startNode(fixtures), await startWorkerd(fixtures), await startChromium(fixtures)]
}

async function main() {
  const { help, only, rounds } = readBenchArguments(process.argv.slice(2))
  if (help) return console.log(BENCH_HELP)
  const peers = await installPeers()
  // Only now: these files import what has just been installed or built.
  const { buildCore } = await import('./runtimes/bundle.mjs')
  await step('Bundling the core', buildCore)
  const { createFixtures } = await import('./lib/fixtures.mjs')
  const { measureOwn } = await import('./lib/own-figures.mjs')
  const { race } = await import('./lib/race.mjs')
  const { describeRun, judgeTargets, speedTable, targetTable } = await import('./lib/report.mjs')
  const fixtures = await createFixtures(Math.floor(Date.now() / 1000))
  const isAll = only.length === 0
  const own = isAll
    ? await step('Memory, cold start, size of the bundle', () => measureOwn(fixtures))
    : {}
  const say = silencePeers()
  const runtimes = await startRuntimes(fixtures)
  try {
    const isWanted = (name, label) =>
      isAll || only.some((text) => name.includes(text) || label.includes(text))
    const jobs = await race(runtimes, { rounds, isWanted, say })
    const judged = judgeTargets(jobs, own)
    say(`\n${speedTable(jobs)}\n\n${targetTable(judged)}`)
    if (isAll) {
      const date = new Date(fixtures.nowSeconds * 1000).toISOString().slice(0, 10)
      await writeFile(RESULTS, describeRun({ jobs, judged, peers, rounds, runtimes, date }))
      say('\nWritten to test/bench/RESULTS.md')
    }
  } finally {
    await Promise.all(runtimes.map((runtime) => runtime.stop()))
  }
}

main().then(
  () => process.exit(),
  (error) => {
    process.stderr.write(`${describeFailure(error)}\n`)
    process.exit(1)
  },
)
