// Batches that are refused, cancelled or stopped: what is signed stays signed, and nothing else ever is.
import { describe, expect, it } from 'vitest'
import { BATCH_CHUNK_COUNT } from '../../../shared/limits.ts'
import { signChunk } from '../../../worker/batches/sign-chunk.ts'
import { wireUp } from '../../../worker/wire-up.ts'
import {
  type BatchBody,
  batchPath,
  createHeldQueue,
  degreeRow,
  degreeRows,
  startBatch,
  stateOf,
  uploaded,
  workOffAll,
  workOffOne,
} from '../support/batches.ts'
import { foundFourEyes } from '../support/four-eyes.ts'
import { fromPage, signIn } from '../support/operators.ts'
import { bodyOf, env, problemOf, startServer, textOf } from '../support/server.ts'
import { type Founded, found } from '../support/world.ts'

const queue = createHeldQueue()
const server = startServer({ BATCH_QUEUE: queue.queue })

const cancel = (issuer: Founded, batch: BatchBody, call: object = { key: issuer.apiKey }) =>
  server.post(batchPath(issuer, batch, '/cancellation'), call)
const refuse = (
  issuer: Founded,
  batch: BatchBody,
  headers: Record<string, string>,
  body: object = { reasonCode: 'incorrect', note: 'Wrong year' },
) => server.post(batchPath(issuer, batch, '/refusal'), { headers, body })

const rowsLeft = (batch: BatchBody) =>
  env.DB.prepare('SELECT count(*) AS n FROM batch_rows WHERE batch_id = ?1')
    .bind(batch.id)
    .first<number>('n')
const issued = ({ slug }: Founded) =>
  env.DB.prepare('SELECT count(*) AS n FROM credentials WHERE issuer_slug = ?1')
    .bind(slug)
    .first<number>('n')
const told = async ({ slug }: Founded) =>
  await env.DB.prepare(
    'SELECT action FROM audit_entries WHERE issuer_slug = ?1 ORDER BY number DESC LIMIT 1',
  )
    .bind(slug)
    .first<string>('action')

async function proposed() {
  const people = await foundFourEyes(server)
  const batch = await uploaded(server, people.issuer, degreeRows(2))
  await bodyOf(await startBatch(server, people.issuer, batch), 202)
  return { ...people, batch }
}

describe('a batch that waits for a second person', () => {
  it('is listed as such', async () => {
    const { issuer, batch, approver } = await proposed()
    const path = `/v1/issuers/${issuer.slug}/batches?state=proposed`
    const list = await bodyOf(await server.get(path, { headers: approver }), 200)
    expect(list).toMatchObject({ batches: [{ id: batch.id, state: 'proposed', rows: 2 }] })
  })

  it('is refused by an approver, with a reason, and its rows are gone', async () => {
    const { issuer, batch, approver, second } = await proposed()
    const answer = await bodyOf(await refuse(issuer, batch, approver), 200)
    expect(answer).toMatchObject({ state: 'refused', reasonCode: 'incorrect' })
    expect(answer).toHaveProperty('endedBy', expect.stringMatching(/^operator:/))
    expect(await rowsLeft(batch)).toBe(0)
    expect(await told(issuer)).toBe('batch.refused')
    const start = await server.post(batchPath(issuer, batch, '/start'), { headers: second })
    expect((await problemOf(start)).code).toBe('batch.conflict')
    expect((await problemOf(await refuse(issuer, batch, second))).code).toBe('batch.conflict')
    expect(await issued(issuer)).toBe(0)
    const notes = await env.DB.prepare('SELECT sealed_note FROM batches WHERE id = ?1')
      .bind(batch.id)
      .first<string>('sealed_note')
    expect(notes).not.toContain('Wrong')
  })

  it.each(['proposer', 'auditor', 'admin'] as const)('is not refused by a %s', async (role) => {
    const people = await proposed()
    const answer = await refuse(people.issuer, people.batch, people[role])
    expect((await problemOf(answer)).code).toBe('auth.forbidden')
    expect(await stateOf(server, people.issuer, people.batch)).toMatchObject({ state: 'proposed' })
  })

  it('is not refused by the approver who uploaded it, who may cancel it', async () => {
    const { issuer, approver } = await foundFourEyes(server)
    const batch = await bodyOf<BatchBody>(
      await server.call('POST', `/v1/issuers/${issuer.slug}/batches?kind=degree`, {
        headers: { ...approver, 'content-type': 'text/csv' },
        body: `${'holder_name,valid_from,name,description,achievement_type,eqf,awarded_date,key'}\r\n${degreeRow(1)}\r\n`,
      }),
      201,
    )
    await bodyOf(await server.post(batchPath(issuer, batch, '/start'), { headers: approver }), 202)
    expect((await problemOf(await refuse(issuer, batch, approver))).code).toBe('proposal.own')
    const cancelled = await bodyOf(await cancel(issuer, batch, { headers: approver }), 200)
    expect(cancelled).toMatchObject({ state: 'cancelled' })
  })
})

describe('a batch', () => {
  it.each([
    ['that is ready', degreeRows(1)],
    ['with a bad row', [degreeRow(1, { eqf: '0' })]],
  ])('%s is cancelled, and never starts', async (_, rows) => {
    const issuer = await found(server)
    const batch = await uploaded(server, issuer, rows)
    expect(await bodyOf(await cancel(issuer, batch), 200)).toMatchObject({ state: 'cancelled' })
    expect(await rowsLeft(batch)).toBe(0)
    expect(await told(issuer)).toBe('batch.cancelled')
    expect((await problemOf(await startBatch(server, issuer, batch))).code).toBe('batch.conflict')
    expect((await problemOf(await cancel(issuer, batch))).code).toBe('batch.conflict')
  })

  it('is not cancelled by an auditor', async () => {
    const issuer = await found(server)
    const batch = await uploaded(server, issuer, degreeRows(1))
    const headers = fromPage(server, (await signIn(server, issuer.slug, 'auditor')).cookie)
    expect((await problemOf(await cancel(issuer, batch, { headers }))).code).toBe('auth.forbidden')
  })

  it('that is done cannot be stopped', async () => {
    const issuer = await found(server)
    const batch = await uploaded(server, issuer, degreeRows(1))
    await bodyOf(await startBatch(server, issuer, batch), 202)
    await workOffAll(server, queue)
    expect((await problemOf(await cancel(issuer, batch))).code).toBe('batch.conflict')
    expect(await stateOf(server, issuer, batch)).toMatchObject({ state: 'done', signed: 1 })
  })
})

describe('a batch that is being signed', () => {
  const ROWS = BATCH_CHUNK_COUNT + 5

  it('is stopped between two chunks: what is signed stays, and can be fetched', {
    timeout: 30_000,
  }, async () => {
    const issuer = await found(server)
    const rows = Array.from({ length: ROWS }, (_, at) => degreeRow(at, { key: `K${at}` }))
    const batch = await uploaded(server, issuer, rows)
    await bodyOf(await startBatch(server, issuer, batch), 202)
    await workOffOne(server, queue)
    const stopped = await bodyOf(await cancel(issuer, batch), 200)
    expect(stopped).toMatchObject({ state: 'stopped', rows: ROWS, signed: BATCH_CHUNK_COUNT })
    await workOffAll(server, queue)
    expect(await issued(issuer)).toBe(BATCH_CHUNK_COUNT)
    expect(await told(issuer)).toBe('batch.stopped')
    const table = await textOf(
      await server.get(batchPath(issuer, batch, '/results.csv'), { key: issuer.apiKey }),
    )
    expect(table.trimEnd().split('\r\n')).toHaveLength(BATCH_CHUNK_COUNT + 1)

    const rest = await uploaded(server, issuer, rows.slice(BATCH_CHUNK_COUNT))
    expect(rest).toMatchObject({ state: 'ready', badRows: 0 })
    const all = await uploaded(server, issuer, rows)
    expect(all).toMatchObject({ state: 'invalid', badRows: BATCH_CHUNK_COUNT })
  })

  it('signs nothing of a chunk that was under way when it was stopped', async () => {
    const issuer = await found(server)
    const batch = await uploaded(server, issuer, degreeRows(3))
    await bodyOf(await startBatch(server, issuer, batch), 202)
    queue.messages.length = 0
    const services = wireUp(server.settings, server.platform)
    const { append } = services.audit
    const slow = {
      ...services,
      audit: {
        ...services.audit,
        append: async (...entry: Parameters<typeof append>) => {
          await bodyOf(await cancel(issuer, batch), 200)
          return append(...entry)
        },
      },
    }
    expect(await signChunk(slow, batch.id)).toBe('over')
    expect(await stateOf(server, issuer, batch)).toMatchObject({ state: 'stopped', signed: 0 })
    expect(await issued(issuer)).toBe(0)
  })
})
