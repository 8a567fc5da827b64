// The same person and the same award twice: refused within one file, told where it was issued before.
import { describe, expect, it } from 'vitest'
import {
  type BatchBody,
  batchPath,
  createHeldQueue,
  degreeRow,
  degreeTable,
  startBatch,
  stateOf,
  upload,
  uploaded,
  workOffAll,
} from '../support/batches.ts'
import { bodyOf, env, startServer } from '../support/server.ts'
import { type Founded, found } from '../support/world.ts'
import { packed, partsOf, sheetOf, text, XLSX } from '../support/xlsx.ts'

interface Findings {
  readonly warnings: readonly {
    readonly line: number
    readonly faults: readonly { readonly reason: string }[]
  }[]
}

const queue = createHeldQueue()
const server = startServer({ BATCH_QUEUE: queue.queue })
const amina = degreeRow(0, { name: 'Amina Diallo' })

async function signed(issuer: Founded, rows: readonly string[]): Promise<BatchBody> {
  const batch = await uploaded(server, issuer, rows)
  await bodyOf(await startBatch(server, issuer, batch), 202)
  await workOffAll(server, queue)
  expect(await stateOf(server, issuer, batch)).toMatchObject({ state: 'done' })
  return batch
}

const dryRun = async (issuer: Founded, rows: readonly string[]) =>
  bodyOf<{
    badRows: number
    errors: readonly { line: number; faults: readonly { reason: string }[] }[]
    warnedRows: number
    warnings: Findings['warnings']
  }>(await upload(server, issuer, degreeTable(rows), 'kind=degree&dryRun=true'), 200)

const warningsOf = async (issuer: Founded, batch: BatchBody) =>
  (
    await bodyOf<Findings>(
      await server.get(batchPath(issuer, batch, '/warnings'), { key: issuer.apiKey }),
      200,
    )
  ).warnings

describe('within one file', { timeout: 30_000 }, () => {
  it.each([
    ['as it is', amina],
    ['in other capitals and spaces', degreeRow(0, { name: 'AMINA   Diallo' })],
    ['from another day on', degreeRow(0, { name: 'Amina Diallo', validFrom: '2026-02-01' })],
    ['with a key in one of the rows only', degreeRow(0, { name: 'Amina Diallo', key: 'A1' })],
  ])('the same of the same person is a bad row: %s', async (_, again) => {
    const issuer = await found(server)
    const { badRows, errors } = await dryRun(issuer, [amina, degreeRow(1), again])
    expect(badRows).toBe(1)
    const told = expect.stringMatching(/^Line 2 says the same/)
    expect(errors).toMatchObject([{ line: 4, faults: [{ reason: told }] }])
    expect(JSON.stringify(errors)).not.toContain('Amina')
  })

  it.each([
    ['another award', [amina, degreeRow(0, { name: 'Amina Diallo', eqf: '6' })]],
    [
      'another person of that name, told apart by keys',
      [
        degreeRow(0, { name: 'Amina Diallo', key: 'A1' }),
        degreeRow(0, { name: 'Amina Diallo', key: 'A2' }),
      ],
    ],
  ])('%s is none', async (_, rows) => {
    const issuer = await found(server)
    expect((await dryRun(issuer, rows)).badRows).toBe(0)
  })
})

describe('what was issued before', { timeout: 30_000 }, () => {
  it('is told with its batch and line, and can be issued again', async () => {
    const issuer = await found(server)
    const before = await signed(issuer, [degreeRow(1), amina])
    const { badRows, warnedRows, warnings } = await dryRun(issuer, [amina])
    expect([badRows, warnedRows]).toEqual([0, 1])
    const told = expect.stringContaining(`batch ${before.id}, line 3`)
    expect(warnings).toEqual([{ line: 2, faults: [{ column: '', reason: told }] }])

    const again = await uploaded(server, issuer, [amina])
    expect(again).toMatchObject({ state: 'ready', badRows: 0, warnedRows: 1 })
    expect(await warningsOf(issuer, again)).toEqual(warnings)
    await signed(issuer, [amina])
  })

  it('is no matter of another issuer', async () => {
    await signed(await found(server), [amina])
    expect((await dryRun(await found(server), [amina])).warnedRows).toBe(0)
  })

  it('is kept as a digest that nobody can try out without our key', async () => {
    const issuer = await found(server)
    await signed(issuer, [degreeRow(0, { name: 'Amina Diallo', key: 'S-1' })])
    const known = await env.DB.prepare(
      'SELECT content_digest FROM batch_contents UNION SELECT key_hash FROM batch_keys',
    ).all()
    expect(known.results.length).toBeGreaterThan(1)
    expect(JSON.stringify(known.results)).not.toMatch(/Amina|S-1/)
    const plain = await crypto.subtle.digest(
      'SHA-256',
      new TextEncoder().encode(JSON.stringify([issuer.slug, 'S-1'])),
    )
    const hex = [...new Uint8Array(plain)].map((byte) => byte.toString(16).padStart(2, '0'))
    expect(JSON.stringify(known.results)).not.toContain(hex.join(''))
  })
})

it('a workbook of two sheets is told of with its batch', { timeout: 30_000 }, async () => {
  const issuer = await found(server)
  const rows = degreeTable([degreeRow(1)])
    .replaceAll('"', '')
    .replace('years, with', 'years; with')
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(',').map((cell) => (cell === '' ? '' : text(cell))))
  const file = packed(partsOf([{ data: sheetOf(rows) }, { data: '' }]))
  const batch = await bodyOf<BatchBody>(
    await upload(server, issuer, file, 'kind=degree', XLSX),
    201,
  )
  expect(batch).toMatchObject({ state: 'ready', rows: 1, warnedRows: 1 })
  const [warning] = await warningsOf(issuer, batch)
  expect(warning?.faults[0]?.reason).toContain('2 sheets')
})
