// A real Worker process that is killed in the middle of a batch, twice. Uses scripts/ and wrangler.
import { mkdir, rm } from 'node:fs/promises'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { buildWeb } from '../../scripts/build-web.mjs'
import { worldFolder } from '../../scripts/paths.mjs'
import { findFreePort } from '../../scripts/ports.mjs'
import { prepareSecrets, readKeys } from '../../scripts/secrets.mjs'
import { applyMigrations, startWorker } from '../../scripts/worker-process.mjs'
import { BATCH_CHUNK_COUNT, CREDENTIALS_PAGE_MAX_COUNT } from '../../shared/limits.ts'

const ROWS = 8 * BATCH_CHUNK_COUNT
/** Calls of one key are limited by the minute. */
const POLLING = { interval: 200, timeout: 120_000 }
const HEADER = 'holder_name,valid_from,name,description,achievement_type,eqf,awarded_date'

interface Batch {
  readonly id: string
  readonly state: string
  readonly signed: number
}

let folder: string
let port: number
let key: string
let worker: Awaited<ReturnType<typeof startWorker>>

const ask = (path: string, init: RequestInit = {}): Promise<Response> =>
  fetch(`http://localhost:${port}${path}`, {
    ...init,
    headers: { authorization: `Bearer ${key}`, ...init.headers },
  })

async function answer<T>(response: Response): Promise<T> {
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`)
  return (await response.json()) as T
}

const batches = '/v1/issuers/killed/batches'
const batchOf = async (id: string): Promise<Batch> => answer(await ask(`${batches}/${id}`))

/** Asks until the batch is as far as it should be. */
const until = (id: string, isFar: (batch: Batch) => boolean): Promise<Batch> =>
  vi.waitFor(async () => {
    const batch = await batchOf(id)
    if (!isFar(batch)) throw new Error(`Only ${batch.signed} rows are signed`)
    return batch
  }, POLLING)

/** As a power cut would: nothing of it can finish what it does. */
async function kill(): Promise<void> {
  if (worker.pid === undefined) throw new Error('The Worker has no process')
  process.kill(-worker.pid, 'SIGKILL')
  await worker.exited
}

async function uploadAndStart(): Promise<string> {
  const rows = Array.from(
    { length: ROWS },
    (_, at) => `Student ${at},2026-01-01,Medicine,Six years,MasterDegree,7,2026-01-01`,
  )
  const { id } = await answer<Batch>(
    await ask(`${batches}?kind=degree`, {
      method: 'POST',
      headers: { 'content-type': 'text/csv' },
      body: `${[HEADER, ...rows].join('\r\n')}\r\n`,
    }),
  )
  await answer(await ask(`${batches}/${id}/start`, { method: 'POST' }))
  return id
}

/** Every credential that this issuer has ever issued. */
async function issuedIds(): Promise<readonly string[]> {
  const ids: string[] = []
  for (let after = ''; ; ) {
    const path = `/v1/issuers/killed/credentials?limit=${CREDENTIALS_PAGE_MAX_COUNT}${after}`
    const page = await answer<{ credentials: { id: string }[]; next?: string }>(await ask(path))
    ids.push(...page.credentials.map(({ id }) => id))
    if (page.next === undefined) return ids
    after = `&after=${encodeURIComponent(page.next)}`
  }
}

beforeAll(async () => {
  port = await findFreePort()
  folder = worldFolder(`killed-${port}`)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await prepareSecrets(folder, {
    LICET_ORIGIN: `http://localhost:${port}`,
    LICET_DEVELOPMENT_HOSTS: `localhost:${port}`,
  })
  await buildWeb()
  await applyMigrations(folder)
  worker = await startWorker(folder, port)
  key = (await readKeys(folder)).admin
  const founded = await ask('/v1/issuers', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ slug: 'killed', name: 'Killed' }),
  })
  key = (await answer<{ apiKey: string }>(founded)).apiKey
}, 300_000)

afterAll(async () => {
  await worker?.stop()
  if (folder) await rm(folder, { recursive: true, force: true })
})

it('signs every row exactly once, whoever kills it twice', { timeout: 300_000 }, async () => {
  const id = await uploadAndStart()
  let signed = 0
  for (const _ of ['once', 'twice']) {
    const midway = await until(id, (batch) => batch.signed > signed)
    await kill()
    expect(midway.state).toBe('running')
    signed = midway.signed
    worker = await startWorker(folder, port)
  }
  expect(await until(id, ({ state }) => state !== 'running')).toMatchObject({
    state: 'done',
    signed: ROWS,
  })
  const table = await (await ask(`${batches}/${id}/results.csv`)).text()
  const results = table.trimEnd().split('\r\n').slice(1)
  expect(results.map((line) => Number(line.split(',')[0]))).toEqual(
    Array.from({ length: ROWS }, (_, at) => at + 2),
  )
  const ids = results.map((line) => line.split(',')[1])
  expect(new Set(ids).size).toBe(ROWS)
  expect(new Set(await issuedIds())).toEqual(new Set(ids))
})
