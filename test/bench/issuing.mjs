// npm run bench:issuing: a table of 10,000 degrees, checked and signed by the Worker in workerd, with D1 and its queue on disk.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { issuingReport } from './lib/issuing-report.mjs'
import { ADMIN_KEY, ORIGIN, startWorker } from './lib/issuing-worker.mjs'

const ROWS = 10_000
const ROUNDS = 3
/** Asking costs the Worker time as well: a page asks once a second. */
const POLL_MS = 100
const RESULTS = new URL('ISSUING.md', import.meta.url)
/** What a signed degree has on average, with its share of the row beside it. */
const FLOOR_BYTES = 1500

const require = createRequire(import.meta.url)

const table = (rows) =>
  [
    'holder_name,valid_from,name,description,achievement_type,eqf,field_of_study,awarded_date,results,key',
    ...Array.from(
      { length: rows },
      (_, at) =>
        `Amina Diallo ${at},2026-01-01,Master of Medicine,"Six years of medicine, with clinical rotations.",MasterDegree,7,Medicine,2025-12-19,Thesis: Excellent,${crypto.randomUUID()}`,
    ),
  ].join('\r\n')

async function main() {
  const folder = await mkdtemp(join(tmpdir(), 'licet-bench-'))
  const miniflare = await startWorker(folder)
  const ask = async (method, path, { key, body, type = 'application/json' } = {}) => {
    const response = await miniflare.dispatchFetch(ORIGIN + path, {
      method,
      headers: { 'content-type': type, ...(key && { authorization: `Bearer ${key}` }) },
      ...(body !== undefined && { body }),
    })
    if (!response.ok) throw new Error(`${method} ${path}: ${await response.text()}`)
    return response
  }
  const timed = async (work) => {
    const start = performance.now()
    const value = await work()
    return { value, seconds: (performance.now() - start) / 1000 }
  }
  try {
    const founding = JSON.stringify({ slug: 'bench', name: 'Bench University' })
    const { apiKey: key } = await (
      await ask('POST', '/v1/issuers', { key: ADMIN_KEY, body: founding })
    ).json()
    const batches = '/v1/issuers/bench/batches'
    const measure = async (rows) => {
      const floor = await timed(() => ask('GET', `/bench/floor?rows=${rows}&bytes=${FLOOR_BYTES}`))
      const upload = { key, body: table(rows), type: 'text/csv' }
      const dry = await timed(() => ask('POST', `${batches}?kind=degree&dryRun=true`, upload))
      const taken = await timed(() => ask('POST', `${batches}?kind=degree`, upload))
      const { id, state } = await taken.value.json()
      if (state !== 'ready') throw new Error(`The batch is ${state}`)
      const signed = await timed(async () => {
        await ask('POST', `${batches}/${id}/start`, { key })
        for (;;) {
          const batch = await (await ask('GET', `${batches}/${id}`, { key })).json()
          if (batch.state === 'done') return batch
          await wait(POLL_MS)
        }
      })
      if (signed.value.signed !== rows) throw new Error('Rows are missing')
      const zip = await timed(async () =>
        (await ask('GET', `${batches}/${id}/results.zip`, { key })).arrayBuffer(),
      )
      return {
        floor: floor.seconds,
        validate: dry.seconds,
        store: taken.seconds,
        sign: signed.seconds,
        archive: zip.seconds,
      }
    }
    await measure(500)
    const rounds = []
    for (let round = 0; round < ROUNDS; round++) rounds.push(await measure(ROWS))
    const report = issuingReport(rounds, {
      rows: ROWS,
      machine: `${cpus().length} × ${cpus()[0]?.model}`,
      node: process.version,
      workerd: require('workerd/package.json').version,
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
