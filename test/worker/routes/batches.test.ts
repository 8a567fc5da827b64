// Batches from the template to the archive, and who may do what with them.
import { describe, expect, it } from 'vitest'
import {
  type BatchBody,
  batchPath,
  createHeldQueue,
  DEGREE_HEADER,
  degreeRow,
  degreeRows,
  degreeTable,
  startBatch,
  stateOf,
  upload,
  uploaded,
  workOffAll,
} from '../support/batches.ts'
import { fromPage, signIn } from '../support/operators.ts'
import { bodyOf, env, problemOf, startServer, textOf } from '../support/server.ts'
import { type Founded, found, foundAccredited, verify } from '../support/world.ts'
import { filesIn } from '../support/zip.ts'

const queue = createHeldQueue()
const server = startServer({ BATCH_QUEUE: queue.queue })

const countOf = async (sql: string, ...values: string[]) =>
  (
    await env.DB.prepare(sql)
      .bind(...values)
      .first<{ n: number }>()
  )?.n
const credentialsOf = ({ slug }: Founded) =>
  countOf('SELECT count(*) AS n FROM credentials WHERE issuer_slug = ?1', slug)

async function signed(issuer: Founded, rows: readonly string[]): Promise<BatchBody> {
  const batch = await uploaded(server, issuer, rows)
  await bodyOf(await startBatch(server, issuer, batch), 202)
  await workOffAll(server, queue)
  return stateOf(server, issuer, batch)
}

describe('a batch', () => {
  it('is checked, started, signed and fetched, every credential being verified', async () => {
    const { issuer } = await foundAccredited(server)
    const batch = await uploaded(server, issuer, degreeRows(3))
    expect(batch).toMatchObject({ state: 'ready', rows: 3, badRows: 0, signed: 0 })
    expect(await credentialsOf(issuer)).toBe(0)

    const started = await bodyOf<BatchBody>(await startBatch(server, issuer, batch), 202)
    expect(started.state).toBe('running')
    await workOffAll(server, queue)
    expect(await stateOf(server, issuer, batch)).toMatchObject({ state: 'done', signed: 3 })

    const key = issuer.apiKey
    const archive = await server.get(batchPath(issuer, batch, '/results.zip'), { key })
    expect(archive.headers.get('content-type')).toBe('application/zip')
    const files = await filesIn(new Uint8Array(await archive.arrayBuffer()))
    const table = await textOf(await server.get(batchPath(issuer, batch, '/results.csv'), { key }))
    const [header, ...lines] = table.trimEnd().split('\r\n')
    expect(header).toBe('row,id')
    expect(lines.map((line) => line.split(',')[0])).toEqual(['2', '3', '4'])
    expect([...files.keys()].map((name) => name.slice(2, -'.jwt'.length))).toEqual(
      lines.map((line) => line.split('urn:uuid:')[1]),
    )
    for (const text of files.values()) {
      expect((await verify(server, text)).verdict).toBe('verified')
    }
  })

  it('names every bad row and signs nothing, until the file is right', async () => {
    const issuer = await found(server)
    const rows = [...degreeRows(200)]
    const bad = new Map([
      [0, degreeRow(1, { name: '' })],
      [9, degreeRow(10, { validFrom: '31.12.2025' })],
      [50, degreeRow(51, { type: 'Master' })],
      [77, degreeRow(78, { eqf: 'seven' })],
      [120, degreeRow(121, { eqf: '9' })],
      [150, degreeRow(151, { name: '=HYPERLINK(A1)' })],
      [199, `${degreeRow(200)},one,too,many`],
    ])
    for (const [at, row] of bad) rows[at] = row
    const batch = await uploaded(server, issuer, rows)
    expect(batch).toMatchObject({ state: 'invalid', rows: 200, badRows: 7 })

    const path = batchPath(issuer, batch, '/errors')
    const { errors } = await bodyOf<{
      errors: { line: number; faults: { column: string; reason: string }[] }[]
    }>(await server.get(path, { key: issuer.apiKey }), 200)
    expect(errors.map(({ line, faults }) => [line, faults[0]?.column])).toEqual([
      [2, 'holder_name'],
      [11, 'valid_from'],
      [52, 'achievement_type'],
      [79, 'eqf'],
      [122, 'eqf'],
      [152, 'holder_name'],
      [201, ''],
    ])
    expect(JSON.stringify(errors)).not.toContain('HYPERLINK')

    expect((await problemOf(await startBatch(server, issuer, batch))).code).toBe('batch.conflict')
    expect(queue.messages).toEqual([])
    const kept = 'SELECT count(*) AS n FROM batch_rows WHERE batch_id = ?1'
    expect(await countOf(kept, batch.id)).toBe(0)
    expect(await signed(issuer, degreeRows(200))).toMatchObject({ state: 'done', signed: 200 })
  })

  it('is only looked at in a dry run', async () => {
    const issuer = await found(server)
    const table = degreeTable([degreeRow(1), degreeRow(2, { eqf: '0' })])
    const answer = await upload(server, issuer, table, 'kind=degree&dryRun=true')
    expect(await bodyOf(answer, 200)).toMatchObject({
      rows: 2,
      badRows: 1,
      errors: [{ line: 3, faults: [{ column: 'eqf' }] }],
    })
    const list = await server.get(`/v1/issuers/${issuer.slug}/batches`, { key: issuer.apiKey })
    expect(await bodyOf(list, 200)).toEqual({ batches: [] })
  })

  it('takes columns of other names by a mapping, and leaves out what is mapped to nothing', async () => {
    const issuer = await found(server)
    const table = degreeTable([`${degreeRow(1)},private remark`])
      .replace('holder_name', 'Student')
      .replace(',key', ',key,Remarks')
    const mapping = encodeURIComponent(JSON.stringify({ Student: 'holder_name', Remarks: '' }))
    const answer = await upload(server, issuer, table, `kind=degree&mapping=${mapping}`)
    expect(await bodyOf(answer, 201)).toMatchObject({ state: 'ready', rows: 1 })
  })

  it('is started once', async () => {
    const issuer = await found(server)
    const batch = await uploaded(server, issuer, degreeRows(1))
    await bodyOf(await startBatch(server, issuer, batch), 202)
    expect((await problemOf(await startBatch(server, issuer, batch))).code).toBe('batch.conflict')
    await workOffAll(server, queue)
    expect(await credentialsOf(issuer)).toBe(1)
  })

  it('gives its results only once it is done', async () => {
    const issuer = await found(server)
    const batch = await uploaded(server, issuer, degreeRows(1))
    const path = batchPath(issuer, batch, '/results.zip')
    const early = await server.get(path, { key: issuer.apiKey })
    expect((await problemOf(early)).code).toBe('batch.conflict')
  })

  it('is forgotten after thirty days, its rows and results included', async () => {
    const issuer = await found(server)
    const batch = await signed(issuer, degreeRows(1))
    server.clock.now += 30 * 86_400
    await uploaded(server, issuer, degreeRows(1))
    const path = batchPath(issuer, batch)
    const answer = await server.get(path, { key: issuer.apiKey })
    expect((await problemOf(answer)).code).toBe('batch.unknown')
    const kept = 'SELECT count(*) AS n FROM batch_results WHERE batch_id = ?1'
    expect(await countOf(kept, batch.id)).toBe(0)
    expect(await credentialsOf(issuer)).toBe(1)
  })
})

describe('a key of a row', () => {
  it('is refused twice in one file', async () => {
    const issuer = await found(server)
    const rows = [degreeRow(1, { key: 'A1' }), degreeRow(2, { key: 'A1' })]
    expect(await uploaded(server, issuer, rows)).toMatchObject({ state: 'invalid', badRows: 1 })
  })

  it('is refused once a row with it was started, by this issuer only', async () => {
    const [issuer, other] = [await found(server), await found(server)]
    await signed(issuer, [degreeRow(1, { key: 'A1' })])
    const again = [degreeRow(1, { key: 'A1' })]
    expect(await uploaded(server, issuer, again)).toMatchObject({ state: 'invalid', badRows: 1 })
    expect(await uploaded(server, other, again)).toMatchObject({ state: 'ready' })
  })

  it('lets only one of two files with it be started', async () => {
    const issuer = await found(server)
    const rows = [degreeRow(1, { key: 'B1' })]
    const [one, two] = [await uploaded(server, issuer, rows), await uploaded(server, issuer, rows)]
    await bodyOf(await startBatch(server, issuer, one), 202)
    expect((await problemOf(await startBatch(server, issuer, two))).code).toBe('batch.conflict')
    await workOffAll(server, queue)
    expect(await credentialsOf(issuer)).toBe(1)
  })
})

describe('who may', () => {
  const ways = (issuer: Founded, batch: BatchBody) =>
    [
      ['GET', `/v1/issuers/${issuer.slug}/batches`],
      ['GET', `/v1/issuers/${issuer.slug}/batches/template?kind=degree`],
      ['POST', `/v1/issuers/${issuer.slug}/batches?kind=degree`],
      ['GET', batchPath(issuer, batch)],
      ['GET', batchPath(issuer, batch, '/errors')],
      ['POST', batchPath(issuer, batch, '/start')],
      ['GET', batchPath(issuer, batch, '/results.zip')],
      ['GET', batchPath(issuer, batch, '/results.csv')],
    ] as const

  it('touch a batch is nobody without a key', async () => {
    const issuer = await found(server)
    const batch = await uploaded(server, issuer, degreeRows(1))
    for (const [method, path] of ways(issuer, batch)) {
      const answer = await server.call(method, path, { headers: { 'content-type': 'text/csv' } })
      expect((await problemOf(answer)).code, path).toBe('auth.missing')
    }
  })

  it('touch a batch is no other issuer, by either slug', async () => {
    const [issuer, other] = [await found(server), await found(server)]
    const batch = await uploaded(server, issuer, degreeRows(1))
    for (const [method, path] of ways(issuer, batch)) {
      const answer = await server.call(method, path, { key: other.apiKey })
      expect((await problemOf(answer)).code, path).toBe('auth.forbidden')
    }
    for (const [method, path] of ways(other, batch).slice(3)) {
      const answer = await server.call(method, path, { key: other.apiKey })
      expect((await problemOf(answer)).code, path).toBe('batch.unknown')
    }
    expect(await stateOf(server, issuer, batch)).toMatchObject({ state: 'ready' })
  })

  it('touch a batch is no key of another scope', async () => {
    const issuer = await found(server)
    const batch = await uploaded(server, issuer, degreeRows(1))
    await env.DB.prepare("UPDATE api_keys SET scopes = 'status read' WHERE issuer_slug = ?1")
      .bind(issuer.slug)
      .run()
    for (const [method, path] of ways(issuer, batch)) {
      const answer = await server.call(method, path, { key: issuer.apiKey })
      expect((await problemOf(answer)).code, path).toBe('auth.forbidden')
    }
  })

  it('upload and start is an operator who proposes; an auditor only reads', async () => {
    const issuer = await found(server)
    const batch = await uploaded(server, issuer, degreeRows(1))
    const auditor = fromPage(server, (await signIn(server, issuer.slug, 'auditor')).cookie)
    const read = await server.get(batchPath(issuer, batch), { headers: auditor })
    expect(read.status).toBe(200)
    const start = batchPath(issuer, batch, '/start')
    const refused = await server.post(start, { headers: auditor })
    expect((await problemOf(refused)).code).toBe('auth.forbidden')
    const proposer = fromPage(server, (await signIn(server, issuer.slug, 'proposer')).cookie)
    await bodyOf(await server.post(start, { headers: proposer }), 202)
    await workOffAll(server, queue)
    expect(await stateOf(server, issuer, batch)).toMatchObject({ state: 'done' })
  })
})

describe('the header of the test', () => {
  it('is the template without columns that may be empty', async () => {
    const issuer = await found(server)
    const path = `/v1/issuers/${issuer.slug}/batches/template?kind=degree`
    const template = await textOf(await server.get(path, { key: issuer.apiKey }))
    const columns = template.split('\r\n')[0]?.split(',')
    for (const name of DEGREE_HEADER.split(',')) expect(columns).toContain(name)
  })
})
