// A million credentials of one issuer: whether issuing stays flat, how large the heap grows, how long pages take, how soon a change shows.
import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { DEGREE, meanOf } from './issuing-client.mjs'
import { timePages } from './issuing-pages.mjs'

export const BATCH = 10_000
export const PAGES_AT = 100_000
export const ALL = 1_000_000

/** As full as a list of ours becomes before a new one is opened. */
const PER_LIST = 98_304
const LIST_BITS = 131_072
/** Odd, so that every index comes once: scattered as drawn ones are. */
const STRIDE = 48_271
const REVOKED_EVERY = 100
const CHANGES = 10
const HEAP_MS = 20
const ASK_MS = 20

/** Writes what `count` credentials of years ago have left behind, by the Worker's own tables. */
async function fill(db, slug, { from, to }) {
  const { kid } = await db
    .prepare('SELECT signing_kid AS kid FROM credentials WHERE issuer_slug = ?1 LIMIT 1')
    .bind(slug)
    .first()
  const { newest } = await db
    .prepare('SELECT max(number) AS newest FROM status_lists WHERE issuer_slug = ?1')
    .bind(slug)
    .first()
  const url = (number) => `http://localhost:8787/issuers/${slug}/status/r${number}`
  for (let done = from; done < to; done += BATCH) {
    const rows = Array.from({ length: Math.min(BATCH, to - done) }, (_, at) => {
      const place = done - from + at
      const number = newest + 1 + Math.floor(place / PER_LIST)
      const isRevoked = place % REVOKED_EVERY === 0
      return [randomUUID(), url(number), (place * STRIDE) % LIST_BITS, isRevoked, number]
    })
    const numbers = [...new Set(rows.map(([, , , , number]) => number))]
    const all = JSON.stringify(rows)
    await db.batch([
      ...numbers.map((number) =>
        db
          .prepare(
            `INSERT INTO status_lists (url, issuer_slug, purpose, number, opened_at)
             VALUES (?1, ?2, 'revocation', ?3, 1) ON CONFLICT DO NOTHING`,
          )
          .bind(url(number), slug, number),
      ),
      db
        .prepare(
          `INSERT INTO credentials (id, issuer_slug, kind, format, state, issued_at, signing_kid)
           SELECT value ->> 0, ?2, 'degree', 'vc+jwt', iif(value ->> 3, 'revoked', 'active'),
             unixepoch(), ?3 FROM json_each(?1)`,
        )
        .bind(all, slug, kid),
      db
        .prepare(
          `INSERT INTO status_entries (credential_id, purpose, list_url, list_index)
           SELECT value ->> 0, 'revocation', value ->> 1, value ->> 2 FROM json_each(?1)`,
        )
        .bind(all),
      db
        .prepare(
          `INSERT INTO status_changes (credential_id, state, sealed_reason, changed_by, changed_at,
             effective_at) SELECT value ->> 0, 'revoked', '', 'worker', unixepoch(), unixepoch()
           FROM json_each(?1) WHERE value ->> 3`,
        )
        .bind(all),
    ])
  }
}

/** Peak of what the heap holds, garbage that nobody has collected yet included, while work is done. */
async function peakHeap(inspector, work) {
  let peak = 0
  let isOver = false
  const watch = async () => {
    while (!isOver) {
      const { usedSize, backingStorageSize } = await inspector.ask('Runtime.getHeapUsage')
      peak = Math.max(peak, usedSize + backingStorageSize)
      await wait(HEAP_MS)
    }
  }
  const watching = watch()
  const value = await work().finally(() => {
    isOver = true
  })
  await watching
  return { value, peak }
}

/** The longest time from the answer to a revocation until a verifier, that verified a moment ago, says so. */
async function slowestChange({ ask }, slug, key) {
  const order = JSON.stringify(DEGREE)
  let slowest = 0
  for (let change = 0; change < CHANGES; change++) {
    const path = `/v1/issuers/${slug}/credentials`
    const { id, credential } = await (await ask('POST', path, { key, body: order })).json()
    const statusNow = async () => {
      const body = JSON.stringify({ credential })
      const { checks } = await (await ask('POST', '/v1/verifications', { body })).json()
      return checks.find(({ check }) => check === 'status').outcome
    }
    if ((await statusNow()) !== 'pass') throw new Error('A new degree is not in force')
    const uuid = id.slice('urn:uuid:'.length)
    const body = JSON.stringify({ state: 'revoked', reason: 'Bench' })
    await ask('PATCH', `${path}/${uuid}/status`, { key, body })
    const start = performance.now()
    while ((await statusNow()) !== 'fail') await wait(ASK_MS)
    slowest = Math.max(slowest, (performance.now() - start) / 1000)
  }
  return slowest
}

export async function measureMillion(miniflare, client, inspector) {
  const slug = 'million'
  const key = await client.found(slug)
  const db = await miniflare.getD1Database('DB')
  /** Rows a second, alone and for each that the bare loop does before and after. */
  const issueTable = async () => {
    const before = await client.runFloor(BATCH)
    const { value, peak } = await peakHeap(inspector, () => client.issueTable(slug, key, BATCH))
    const after = await client.runFloor(BATCH)
    const floor = meanOf(before, after)
    return {
      peak,
      rate: BATCH / value.sign.clock,
      share: floor.clock / value.sign.clock,
      cpuRate: BATCH / value.sign.cpu,
    }
  }
  const first = await issueTable()
  await fill(db, slug, { from: BATCH, to: PAGES_AT })
  const pages = await timePages(client, db, slug, key)
  await fill(db, slug, { from: PAGES_AT, to: ALL - BATCH })
  const last = await issueTable()
  const { count } = await db
    .prepare('SELECT count(*) AS count FROM credentials WHERE issuer_slug = ?1')
    .bind(slug)
    .first()
  if (count !== ALL) throw new Error(`There are ${count} credentials`)
  return {
    first,
    last,
    peak: Math.max(first.peak, last.peak),
    change: await slowestChange(client, slug, key),
    pages,
  }
}
