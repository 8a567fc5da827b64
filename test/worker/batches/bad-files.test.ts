// Files that are no table of credentials: each is refused in words, and nothing of it stays.
import type { HTTPException } from 'hono/http-exception'
import { afterEach, describe, expect, it } from 'vitest'
import {
  BATCH_CHUNK_COUNT,
  BATCH_FILE_MAX_BYTES,
  BATCH_ROWS_MAX_COUNT,
} from '../../../shared/limits.ts'
import { readUpload } from '../../../worker/batches/read-upload.ts'
import {
  createHeldQueue,
  DEGREE_HEADER,
  degreeRow,
  degreeRows,
  degreeTable,
  upload,
} from '../support/batches.ts'
import { bodyOf, env, problemOf, startServer } from '../support/server.ts'
import { found } from '../support/world.ts'

const server = startServer({ BATCH_QUEUE: createHeldQueue().queue })
const issuer = await found(server)

const refusalOf = async (body: BodyInit, query?: string) => {
  const problem = await problemOf(await upload(server, issuer, body, query))
  const kept = await env.DB.prepare('SELECT count(*) AS n FROM batches').first<{ n: number }>()
  expect(kept?.n).toBe(0)
  return problem
}

const latin1 = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))

afterEach(async () => {
  await env.DB.prepare('DELETE FROM batch_rows').run()
  await env.DB.prepare('DELETE FROM batch_errors').run()
  await env.DB.prepare('DELETE FROM batches').run()
})

describe('a file', { timeout: 30_000 }, () => {
  it.each([
    ['in another encoding', latin1(degreeTable([degreeRow(1, { name: 'José' })])), /not in UTF-8/],
    [
      'in UTF-16',
      new Uint8Array(
        new Uint16Array([...`\ufeff${degreeTable(degreeRows(1))}`].map((c) => c.charCodeAt(0)))
          .buffer,
      ),
      /not in UTF-8/,
    ],
    ['that is empty', '', /empty/],
    ['without a row', `${DEGREE_HEADER}\r\n`, /no rows/],
    [
      'with a quote never closed',
      degreeTable([degreeRow(1), '"Amina,2026']),
      /Line 3: .*never closed/,
    ],
    [
      'with a quote never closed in a long file',
      degreeTable(['"Amina', ...Array<string>(2000).fill('a row without quotes, too long')]),
      /Line 2: .*never closed/,
    ],
    [
      'with a stray quote',
      degreeTable([degreeRow(1, { name: 'A"b' })]),
      /Line 2: .*inside of a cell/,
    ],
    [
      'with too many rows',
      degreeTable(degreeRows(BATCH_ROWS_MAX_COUNT + 1)),
      /more than 10000 rows/,
    ],
    [
      'with 500 columns',
      `${Array.from({ length: 500 }, (_, at) => `c${at}`).join(',')}\r\n`,
      /500 columns/,
    ],
  ])('%s is refused', async (_, body, words) => {
    const { code, detail } = await refusalOf(body)
    expect(code).toBe('batch.unreadable')
    expect(detail).toMatch(words)
    expect(detail).not.toContain('Amina')
  })

  it('is told every column that is unknown, missing or there twice', async () => {
    const table = degreeTable(degreeRows(1))
      .replace('holder_name', 'Student')
      .replace('eqf', 'name')
    const { errors } = await refusalOf(table)
    expect(errors?.map(({ field, message }) => `${field}: ${message}`)).toEqual([
      expect.stringMatching(/^Student: The template has no such column/),
      expect.stringMatching(/^name: .*twice/),
      expect.stringMatching(/^holder_name: .*missing/),
      expect.stringMatching(/^eqf: .*missing/),
    ])
  })

  it('is refused where the mapping names a column that it does not have', async () => {
    const mapping = encodeURIComponent('{"Matricule":"holder_name"}')
    const { errors } = await refusalOf(degreeTable(degreeRows(1)), `kind=degree&mapping=${mapping}`)
    expect(errors?.map(({ field }) => field)).toEqual(['Matricule'])
  })

  it('of endless rows is not read beyond the cap', async () => {
    let pulled = 0
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled += 1
        controller.enqueue(new TextEncoder().encode(`${degreeRow(pulled)}\n`.repeat(1000)))
      },
    })
    const { code } = await refusalOf(endless)
    expect(code).toBe('request.too_large')
    expect(pulled * 1000 * degreeRow(1).length).toBeLessThan(2 * BATCH_FILE_MAX_BYTES)
  })

  it('that says it is larger than the cap is not read at all', async () => {
    const headers = {
      authorization: `Bearer ${issuer.apiKey}`,
      'content-type': 'text/csv',
      'content-length': '1000000000',
    }
    const path = `/v1/issuers/${issuer.slug}/batches?kind=degree`
    const answer = await server.post(path, { headers, body: degreeTable(degreeRows(1)) })
    expect((await problemOf(answer)).code).toBe('request.too_large')
  })

  it('that does not say it is read up to the cap and no further', async () => {
    let pulled = 0
    const gigabyte = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled += 1
        if (pulled > 1000) controller.close()
        else controller.enqueue(new Uint8Array(1_000_000))
      },
    })
    const read = async () => {
      for await (const piece of readUpload(gigabyte)) expect(piece.byteLength).toBe(1_000_000)
    }
    const refusal = await read().catch((error: HTTPException) => error.res)
    expect(refusal?.status).toBe(413)
    expect(pulled).toBeLessThan(20)
  })

  it('of another media type is refused', async () => {
    const answer = await upload(server, issuer, '{}', 'kind=degree', 'application/json')
    expect((await problemOf(answer)).code).toBe('batch.media_type')
  })

  it.each([
    ['kind', 'kind=passport'],
    ['format', 'kind=degree&format=pdf'],
    ['mapping', 'kind=degree&mapping=['],
  ])('with an unknown %s is refused', async (field, query) => {
    const problem = await problemOf(await upload(server, issuer, '', query))
    expect([problem.code, problem.errors?.[0]?.field]).toEqual(['request.invalid', field])
  })
})

describe('a file is taken', { timeout: 30_000 }, () => {
  const crlf = degreeTable(degreeRows(4))
  it.each([
    ['with a byte order mark', `\ufeff${crlf}`],
    ['with line feeds only', crlf.replaceAll('\r\n', '\n')],
    ['with carriage returns only', crlf.replaceAll('\r\n', '\r')],
    [
      'with one line break of each kind',
      crlf.replace('\r\n', '\n').replace(/\r\n(?=Student 3)/, '\r'),
    ],
    ['without a last line break', crlf.trimEnd()],
    ['with empty lines', crlf.replaceAll('\r\n', '\r\n\r\n')],
    ['with semicolons', crlf.replaceAll(',', ';').replaceAll('years; with', 'years, with')],
    ['with tabs', crlf.replaceAll(',', '\t').replaceAll('years\t with', 'years, with')],
    [
      'with line breaks of every kind within cells',
      crlf.replaceAll('years; with', 'years\r\nwith\rall\nof'),
    ],
    ['with columns in capitals', crlf.replace(DEGREE_HEADER, DEGREE_HEADER.toUpperCase())],
    ['with empty columns at the right', crlf.replaceAll('\r\n', ',,\r\n')],
  ])('%s', async (_, body) => {
    const batch = await bodyOf(await upload(server, issuer, body), 201)
    expect(batch).toMatchObject({ state: 'ready', rows: 4 })
  })

  it('of just as many rows as are stored at once', { timeout: 30_000 }, async () => {
    const table = degreeTable(degreeRows(BATCH_CHUNK_COUNT))
    const batch = await bodyOf(await upload(server, issuer, table), 201)
    expect(batch).toMatchObject({ state: 'ready', rows: BATCH_CHUNK_COUNT })
  })

  it('with a format whose plus sign nobody encoded', async () => {
    const batch = await bodyOf(await upload(server, issuer, crlf, 'kind=degree&format=vc+jwt'), 201)
    expect(batch).toMatchObject({ format: 'vc+jwt' })
  })

  it('with the line where each bad row begins, in spite of breaks within cells', async () => {
    const broken = degreeRow(1).replace('Six years', 'Six\r\nyears')
    const table = degreeTable([broken, '', degreeRow(2, { eqf: '0' })])
    const answer = await upload(server, issuer, table, 'kind=degree&dryRun=true')
    expect(await bodyOf(answer, 200)).toMatchObject({ errors: [{ line: 5 }] })
  })

  it.each([
    ...['=1+1', '+49 151', '-x', '@SUM(A1)', ' =1', '\uff1d1+1'],
    ...['A\u0007B', '"A\u0085B"', '"A\u2028B"'],
  ])('but not a cell %j', async (name) => {
    const table = degreeTable([degreeRow(1, { name })])
    const batch = await bodyOf(await upload(server, issuer, table), 201)
    expect(batch).toMatchObject({ state: 'invalid', badRows: 1 })
  })
})
