// npm run bench:issuing: tables of 10,000 degrees and a million of one issuer, by the Worker in workerd, with D1 and its queue on disk.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { openInspector } from './lib/inspector.mjs'
import { createClient, meanOf, timed } from './lib/issuing-client.mjs'
import { measureMillion } from './lib/issuing-million.mjs'
import { issuingReport } from './lib/issuing-report.mjs'
import { startWorker } from './lib/issuing-worker.mjs'

const ROWS = 10_000
const ROUNDS = 3
const WARM_UP_ROWS = 1_000
const RESULTS = new URL('ISSUING.md', import.meta.url)

const require = createRequire(import.meta.url)

/** Seconds for each step; the bare loop runs before and after, as the machine is not always equally fast. */
async function measureTable({ ask, upload, issueTable, runFloor }, key, rows) {
  const before = await runFloor(rows)
  const dry = await timed(() => upload('bench', key, rows, '&dryRun=true'))
  const { path, store, sign } = await issueTable('bench', key, rows)
  const after = await runFloor(rows)
  const zip = await timed(async () =>
    (await ask('GET', `${path}/results.zip`, { key })).arrayBuffer(),
  )
  return {
    floor: meanOf(before, after),
    validate: dry.seconds,
    store,
    sign,
    archive: zip.seconds,
  }
}

async function main() {
  const folder = await mkdtemp(join(tmpdir(), 'licet-bench-'))
  const miniflare = await startWorker(folder)
  const loads = [loadavg()[0]]
  try {
    const client = createClient(miniflare)
    const key = await client.found('bench')
    await measureTable(client, key, WARM_UP_ROWS)
    const rounds = []
    for (let round = 0; round < ROUNDS; round++) {
      rounds.push(await measureTable(client, key, ROWS))
    }
    const inspector = await openInspector(await miniflare.getInspectorURL())
    const million = await measureMillion(miniflare, client, inspector)
    inspector.close()
    const report = issuingReport(rounds, million, {
      rows: ROWS,
      machine: `${cpus().length} × ${cpus()[0]?.model}`,
      node: process.version,
      workerd: require('workerd/package.json').version,
      loads: [...loads, loadavg()[0]],
      date: new Date().toISOString().slice(0, 10),
    })
    await writeFile(RESULTS, report)
    console.log(report)
  } finally {
    await miniflare.dispose()
    await rm(folder, { recursive: true, force: true })
  }
}

await main()
