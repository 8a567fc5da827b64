// Killed in the middle: every row is signed exactly once, whatever the queue forgets or says twice.
import { describe, expect, it } from 'vitest'
import { BATCH_CHUNK_COUNT } from '../../../shared/limits.ts'
import { signChunk } from '../../../worker/batches/sign-chunk.ts'
import { wireUp } from '../../../worker/wire-up.ts'
import {
  batchPath,
  createHeldQueue,
  degreeRows,
  startBatch,
  stateOf,
  uploaded,
  workOffAll,
  workOffOne,
} from '../support/batches.ts'
import { bodyOf, env, type Server, startServer, textOf } from '../support/server.ts'
import { type Founded, found } from '../support/world.ts'

const ROWS = 2 * BATCH_CHUNK_COUNT + 100

/** A process of its own: its queue holds nothing of what another one's held. */
function startProcess() {
  const queue = createHeldQueue()
  return { queue, server: startServer({ BATCH_QUEUE: queue.queue }) }
}

async function started(server: Server, issuer: Founded, rows = ROWS) {
  const batch = await uploaded(server, issuer, degreeRows(rows))
  await bodyOf(await startBatch(server, issuer, batch), 202)
  return batch
}

const count = async (sql: string, value: string) =>
  (await env.DB.prepare(sql).bind(value).first<{ n: number }>())?.n

async function expectEachOnce(server: Server, issuer: Founded, id: string, rows: number) {
  const batch = { id, state: '', rows, badRows: 0, signed: 0 }
  expect(await stateOf(server, issuer, batch)).toMatchObject({ state: 'done', signed: rows })
  const table = await textOf(
    await server.get(batchPath(issuer, batch, '/results.csv'), { key: issuer.apiKey }),
  )
  const lines = table.trimEnd().split('\r\n').slice(1)
  expect(lines.map((line) => Number(line.split(',')[0]))).toEqual(
    Array.from({ length: rows }, (_, at) => at + 2),
  )
  expect(new Set(lines.map((line) => line.split(',')[1])).size).toBe(rows)
  const issued = 'SELECT count(*) AS n FROM credentials WHERE issuer_slug = ?1'
  expect(await count(issued, issuer.slug)).toBe(rows)
  const placed = `SELECT count(*) AS n FROM status_entries WHERE list_url LIKE '%/issuers/' || ?1 || '/%'`
  expect(await count(placed, issuer.slug)).toBe(rows)
  expect(await count('SELECT count(*) AS n FROM batch_rows WHERE batch_id = ?1', id)).toBe(0)
}

describe('a Worker that is killed in the middle of a batch, twice', () => {
  it('signs every row exactly once when it comes back', { timeout: 30_000 }, async () => {
    const first = startProcess()
    const issuer = await found(first.server)
    const batch = await started(first.server, issuer)
    expect(await workOffOne(first.server, first.queue)).toBe('acked')

    const second = startProcess()
    const midway = await stateOf(second.server, issuer, batch)
    expect(midway).toMatchObject({ state: 'running', signed: BATCH_CHUNK_COUNT })
    expect(second.queue.messages).toEqual([{ batchId: batch.id }])
    expect(await workOffOne(second.server, second.queue)).toBe('acked')

    const third = startProcess()
    await third.server.get('/healthz')
    await workOffAll(third.server, third.queue)
    await expectEachOnce(third.server, issuer, batch.id, ROWS)
  })

  it('stores nothing of a chunk whose transaction did not come through', async () => {
    const { server, queue } = startProcess()
    const issuer = await found(server)
    const batch = await started(server, issuer, 3)
    const services = wireUp(server.settings, server.platform)
    const append = () => Promise.reject(new Error('killed'))
    const broken = { ...services, audit: { ...services.audit, append } }
    await expect(signChunk(broken, batch.id)).rejects.toThrow('killed')
    expect(await stateOf(server, issuer, batch)).toMatchObject({ state: 'running', signed: 0 })
    await workOffAll(server, queue)
    await expectEachOnce(server, issuer, batch.id, 3)
  })
})

describe('a queue', () => {
  it('that says everything twice has no row signed twice', { timeout: 30_000 }, async () => {
    const { server, queue } = startProcess()
    const issuer = await found(server)
    const batch = await started(server, issuer)
    queue.messages.push(...queue.messages)
    while (queue.messages.length > 0) {
      await Promise.all([workOffOne(server, queue), workOffOne(server, queue)])
    }
    await expectEachOnce(server, issuer, batch.id, ROWS)
  })

  it('gets back a message whose chunk failed, and nothing of its words is logged', async () => {
    const { server, queue } = startProcess()
    const issuer = await found(server)
    const batch = await started(server, issuer, 1)
    await env.DB.prepare('UPDATE batch_rows SET sealed_order = ?1 WHERE batch_id = ?2')
      .bind('AAAA', batch.id)
      .run()
    expect(await workOffOne(server, queue)).toBe('retried')
    expect(await stateOf(server, issuer, batch)).toMatchObject({ state: 'running', signed: 0 })
  })
})

describe('an index that somebody else was given meanwhile', () => {
  it('is drawn again for the whole chunk', async () => {
    const { server, queue } = startProcess()
    const issuer = await found(server)
    await started(server, issuer, 1)
    await workOffAll(server, queue)
    const batch = await started(server, issuer, 2)
    const services = wireUp(server.settings, server.platform)
    let looks = 0
    const statusLists = {
      ...services.statusLists,
      usedAmong: async (url: string, indices: readonly number[]) =>
        looks++ === 0 ? [] : services.statusLists.usedAmong(url, indices),
    }
    const { list_index: taken } = (await env.DB.prepare(
      `SELECT list_index FROM status_entries WHERE list_url LIKE '%/issuers/' || ?1 || '/%'`,
    )
      .bind(issuer.slug)
      .first<{ list_index: number }>()) ?? { list_index: 0 }
    server.indices.push(...Array<number>(28).fill(taken))
    server.indices.splice(1, 1, (taken + 1) % 131_072)
    expect(await signChunk({ ...services, statusLists }, batch.id)).toBe('over')
    expect(looks).toBeGreaterThan(1)
    expect(await stateOf(server, issuer, batch)).toMatchObject({ state: 'done', signed: 2 })
  })
})
