// Batches that come as Excel workbooks, by the same route.
import { describe, expect, it } from 'vitest'
import { createHeldQueue, DEGREE_HEADER, upload } from '../support/batches.ts'
import { bodyOf, startServer } from '../support/server.ts'
import { found } from '../support/world.ts'
import { formula, number, text, workbook, XLSX } from '../support/xlsx.ts'

const server = startServer({ BATCH_QUEUE: createHeldQueue().queue })

describe('a workbook', { timeout: 30_000 }, () => {
  it('signs what its template as a workbook holds', async () => {
    const issuer = await found(server)
    const path = `/v1/issuers/${issuer.slug}/batches/template?kind=degree&as=xlsx`
    const template = await server.get(path, { key: issuer.apiKey })
    expect(template.headers.get('content-disposition')).toContain('degree.xlsx')
    const bytes = await template.arrayBuffer()
    const batch = await bodyOf(await upload(server, issuer, bytes, 'kind=degree', XLSX), 201)
    expect(batch).toMatchObject({ state: 'ready', rows: 1 })
  })

  it('names the cells of a workbook that it cannot use', async () => {
    const issuer = await found(server)
    const header = DEGREE_HEADER.split(',').map(text)
    const row = (name: string) =>
      [name, number(46023, 1), text('Medicine'), text('Six years'), text('MasterDegree')].concat(
        number(7),
        number(46023, 1),
      )
    const file = workbook([header, row(text('Amina')), row(formula('B1', 'Amina'))])
    const answer = await upload(server, issuer, file, 'kind=degree&dryRun=true', XLSX)
    expect(await bodyOf(answer, 200)).toMatchObject({
      rows: 2,
      badRows: 1,
      errors: [
        { line: 3, faults: [{ column: 'holder_name', reason: expect.stringMatching(/formula/) }] },
      ],
    })
  })
})
