// Uses the Worker as a registrar's software does: uploads a table, starts it, waits until it is signed.
import { setTimeout as wait } from 'node:timers/promises'
import { workerdSeconds } from './cpu-time.mjs'
import { ADMIN_KEY, ORIGIN } from './issuing-worker.mjs'

/** Asking costs the Worker time as well: a page asks once a second. */
const POLL_MS = 100

/** What work answers, and its seconds: by the clock, and of workerd's CPU. */
export const timed = async (work) => {
  const start = performance.now()
  const before = workerdSeconds()
  const value = await work()
  const cpu = workerdSeconds() - before
  return { value, seconds: { clock: (performance.now() - start) / 1000, cpu } }
}

export const meanOf = (a, b) => ({ clock: (a.clock + b.clock) / 2, cpu: (a.cpu + b.cpu) / 2 })

const table = (rows) =>
  [
    'holder_name,valid_from,name,description,achievement_type,eqf,field_of_study,awarded_date,results,key',
    ...Array.from(
      { length: rows },
      (_, at) =>
        `Amina Diallo ${at},2026-01-01,Master of Medicine,"Six years of medicine, with clinical rotations.",MasterDegree,7,Medicine,2025-12-19,Thesis: Excellent,${crypto.randomUUID()}`,
    ),
  ].join('\r\n')

/** An order for one credential. */
export const DEGREE = {
  kind: 'degree',
  format: 'vc+jwt',
  subject: { name: 'Amina Diallo' },
  validFrom: '2026-01-01T00:00:00Z',
  degree: {
    name: 'Master of Medicine',
    description: 'Six years',
    achievementType: 'MasterDegree',
    eqf: 7,
    awardedDate: '2025-12-19',
  },
}

/** What a signed degree has on average, with its share of the row beside it. */
const FLOOR_BYTES = 1500

export function createClient(miniflare) {
  /** Answers whatever the status is. */
  const send = (method, path, { headers, ...options } = {}) =>
    miniflare.dispatchFetch(ORIGIN + path, { method, headers, redirect: 'manual', ...options })

  const ask = async (method, path, { key, body, type = 'application/json' } = {}) => {
    const headers = { 'content-type': type, ...(key && { authorization: `Bearer ${key}` }) }
    const response = await send(method, path, { headers, ...(body !== undefined && { body }) })
    if (!response.ok) throw new Error(`${method} ${path}: ${await response.text()}`)
    return response
  }

  /** The key of a new issuer. */
  const found = async (slug) => {
    const body = JSON.stringify({ slug, name: 'Bench University' })
    return (await (await ask('POST', '/v1/issuers', { key: ADMIN_KEY, body })).json()).apiKey
  }

  const upload = (slug, key, rows, query = '') =>
    ask('POST', `/v1/issuers/${slug}/batches?kind=degree${query}`, {
      key,
      body: table(rows),
      type: 'text/csv',
    })

  /** Takes a table in and signs it; seconds of both, and the path of the batch. */
  const issueTable = async (slug, key, rows) => {
    const taken = await timed(() => upload(slug, key, rows))
    const { id, state } = await taken.value.json()
    if (state !== 'ready') throw new Error(`The batch is ${state}`)
    const path = `/v1/issuers/${slug}/batches/${id}`
    const signing = await timed(async () => {
      await ask('POST', `${path}/start`, { key })
      for (;;) {
        const batch = await (await ask('GET', path, { key })).json()
        if (batch.state === 'done') return batch
        await wait(POLL_MS)
      }
    })
    if (signing.value.signed !== rows) throw new Error('Rows are missing')
    return { path, store: taken.seconds, sign: signing.seconds }
  }

  /** Seconds of the bare loop. */
  const runFloor = async (rows) =>
    (await timed(() => ask('GET', `/bench/floor?rows=${rows}&bytes=${FLOOR_BYTES}`))).seconds

  return { ask, send, found, upload, issueTable, runFloor }
}
