// /console/batches: from a file of somebody's own, through its columns and bad rows, to signed credentials.
import { describe, expect, it } from 'vitest'
import { CREDENTIAL_TYPES } from '../../../shared/credential-types/index.ts'
import { BATCH_FILE_MAX_BYTES } from '../../../shared/limits.ts'
import {
  createHeldQueue,
  degreeRow,
  degreeRows,
  degreeTable,
  workOffAll,
} from '../support/batches.ts'
import { pageOf, type Visitor, visit, wordsOf } from '../support/console.ts'
import { countIssued, foundFourEyes } from '../support/four-eyes.ts'
import { env, startServer, textOf } from '../support/server.ts'
import { found, foundAccredited } from '../support/world.ts'

const queue = createHeldQueue()
const server = startServer({ BATCH_QUEUE: queue.queue })
const { issuer } = await foundAccredited(server)
const proposer = await visit(server, issuer.slug, 'proposer')

const fileOf = (content: BlobPart, name = 'year.csv') => new File([content], name)

const send = (visitor: Visitor, content: BlobPart, form: Record<string, string> = {}) =>
  visitor.upload('/console/batches/uploads', {
    kind: 'degree',
    format: 'vc+jwt',
    file: fileOf(content),
    ...form,
  })

/** Where an answer sends the browser. */
function placeOf(response: Response): string {
  expect(response.status).toBe(303)
  return response.headers.get('location') ?? ''
}

const choicesOn = (document: Document): Record<string, string> =>
  Object.fromEntries(
    Array.from(document.querySelectorAll('select[name^=column-]'), (select) => [
      select.getAttribute('name') ?? '',
      select.querySelector('[selected]')?.getAttribute('value') ?? '',
    ]),
  )

/** Uploads, takes the columns as they are guessed, and answers the path of the batch. */
async function checked(visitor: Visitor, content: BlobPart): Promise<string> {
  const mapping = placeOf(await send(visitor, content))
  const choices = choicesOn(await pageOf(await visitor.get(mapping)))
  return placeOf(await visitor.post(mapping, { ...choices, step: 'check' }))
}

const findingsOn = (document: Document) =>
  Array.from(document.querySelectorAll('.findings tbody tr'), (row) =>
    Array.from(row.querySelectorAll('th, td'), (cell) =>
      (cell.textContent ?? '').replace(/\s+/g, ' ').trim(),
    ),
  )

describe('the way to a table', () => {
  it('begins at an empty list that says what to do', async () => {
    const { slug } = await found(server)
    const visitor = await visit(server, slug, 'proposer')
    const document = await pageOf(await visitor.get('/console/batches'))
    expect(wordsOf(document, 'main')).toContain('Begin with a template')
    expect(document.querySelector('a[href="/console/batches/new"]')).not.toBeNull()
  })

  it('explains every column of every kind, with a template to download', async () => {
    const choice = await pageOf(await proposer.get('/console/batches/new'))
    const links = Array.from(choice.querySelectorAll('.ways a'), (a) => a.getAttribute('href'))
    expect(links).toHaveLength(Object.keys(CREDENTIAL_TYPES).length)
    for (const link of links) {
      const document = await pageOf(await proposer.get(link ?? ''))
      const kind = link?.split('/').at(-1) as keyof typeof CREDENTIAL_TYPES
      const names = Array.from(
        document.querySelectorAll('.columns code'),
        (code) => code.textContent,
      )
      expect(names).toEqual([...CREDENTIAL_TYPES[kind].columns.map(({ name }) => name), 'key'])
      const template = document.querySelector('a[href$="as=csv"]')?.getAttribute('href') ?? ''
      const table = await textOf(await proposer.get(template))
      expect(table.split('\r\n')[0]?.replace('\ufeff', '')).toBe(names.join(','))
    }
  })

  it.each(['auditor', 'admin'] as const)('is not open to the role %s', async (role) => {
    const visitor = await visit(server, issuer.slug, role)
    await pageOf(await visitor.get('/console/batches'))
    await pageOf(await visitor.get('/console/batches/new'), 403)
    await pageOf(await visitor.get('/console/batches/new/degree'), 403)
    await pageOf(await send(visitor, degreeTable(degreeRows(1))), 403)
  })

  it('leads nowhere for a kind that nobody knows', async () => {
    await pageOf(await proposer.get('/console/batches/new/passport'), 404)
  })
})

describe('the columns of a file', () => {
  const OWN = [
    'Student,Student ID,Degree,About,Type,Level,From,Remarks',
    'Amina Diallo,7001,Master of Medicine,Six years.,MasterDegree,7,2026-01-01,with honours',
  ].join('\n')

  it('are guessed by what registrars call them, with what stands first in each', async () => {
    const mapping = placeOf(await send(proposer, OWN))
    const document = await pageOf(await proposer.get(mapping))
    expect(choicesOn(document)).toMatchObject({
      'column-holder_name': 'Student',
      'column-name': 'Degree',
      'column-description': 'About',
      'column-achievement_type': 'Type',
      'column-eqf': 'Level',
      'column-valid_from': 'From',
      'column-key': 'Student ID',
    })
    expect(wordsOf(document, '[name=column-holder_name] [selected]')).toBe('Student (Amina Diallo)')
    expect(wordsOf(document, 'main')).toContain('left out if it stays so: Remarks')
  })

  it('become a table that is ready to be signed, without what was left out', async () => {
    const document = await pageOf(await proposer.get(await checked(proposer, OWN)))
    expect(wordsOf(document, '.headline')).toBe(
      'Every row is good, 1 in all. Nothing is signed yet.',
    )
    expect(wordsOf(document, '.preview')).toContain('Amina Diallo')
  })

  it('that are needed and not chosen are named, and all other choices are kept', async () => {
    const mapping = placeOf(await send(proposer, OWN))
    const choices = choicesOn(await pageOf(await proposer.get(mapping)))
    const answer = await proposer.post(mapping, { ...choices, 'column-eqf': '', step: 'check' })
    const document = await pageOf(answer, 400)
    expect(wordsOf(document, '#field-column-eqf-error')).toMatch(/^Not accepted: Choose/)
    expect(choicesOn(document)).toMatchObject({ 'column-holder_name': 'Student' })
  })

  it('cannot be chosen twice', async () => {
    const mapping = placeOf(await send(proposer, OWN))
    const choices = choicesOn(await pageOf(await proposer.get(mapping)))
    const twice = { ...choices, 'column-description': 'Degree', step: 'check' }
    const document = await pageOf(await proposer.post(mapping, twice), 400)
    expect(document.querySelectorAll('[aria-invalid]')).toHaveLength(1)
  })

  it('are nobody else’s to see', async () => {
    const mapping = placeOf(await send(proposer, OWN))
    const colleague = await visit(server, issuer.slug, 'approver')
    const document = await pageOf(await colleague.get(mapping), 404)
    expect(wordsOf(document, 'main')).toContain('Upload yours again')
  })

  it('are kept sealed', async () => {
    await send(proposer, OWN)
    const { results } = await env.DB.prepare('SELECT sealed_bytes FROM batch_upload_parts').all()
    expect(JSON.stringify(results)).not.toContain('Amina')
    expect(
      atob(String(results[0]?.sealed_bytes).replaceAll('-', '+').replaceAll('_', '/')),
    ).not.toContain('Amina')
  })
})

describe('a file that cannot be read', () => {
  it.each([
    ['empty', '', 'It is empty.'],
    ['in another encoding', new Uint8Array([0x6e, 0xe4, 0x6d, 0x65]), 'not in UTF-8'],
    ['an old workbook', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0]), 'not read here'],
  ])('because it is %s leads back with the reason', async (_, content, reason) => {
    const document = await pageOf(await send(proposer, content), 422)
    expect(wordsOf(document, '[role=alert]')).toContain(reason)
    expect(document.querySelector('input[type=file]')).not.toBeNull()
  })

  it('to its end leads back with the line', async () => {
    const table = `${degreeTable(degreeRows(1))}"Student 2,2026-01-01`
    const document = await pageOf(await send(proposer, table), 422)
    expect(wordsOf(document, '[role=alert]')).toContain('Line 3')
  })

  it('because two of its columns have one name leads back to its columns, and nothing is kept', async () => {
    const before = await countBatches()
    const table = degreeTable(degreeRows(1)).replace('awarded_date', 'eqf')
    const mapping = placeOf(await send(proposer, table))
    const choices = choicesOn(await pageOf(await proposer.get(mapping)))
    const document = await pageOf(await proposer.post(mapping, choices), 422)
    expect(wordsOf(document, '[role=alert]')).toContain('“eqf”: This column is there twice.')
    expect(await countBatches()).toBe(before)
  })

  it('because it is too large is refused with a page', async () => {
    const document = await pageOf(
      await send(proposer, 'x'.repeat(BATCH_FILE_MAX_BYTES + 65_536)),
      413,
    )
    expect(wordsOf(document, 'main')).toContain('8 MB')
  })

  it('because none was chosen is refused with a page', async () => {
    await pageOf(await proposer.upload('/console/batches/uploads', { kind: 'degree' }), 400)
  })
})

const countBatches = async () =>
  env.DB.prepare('SELECT count(*) AS n FROM batches').first<number>('n')

describe('bad rows', () => {
  const rows = [...degreeRows(60)]
  rows[3] = degreeRow(4, { eqf: 'seven' })
  rows[9] = degreeRow(10, { name: '=HYPERLINK(A1)' })
  const BAD = degreeTable(rows).replace('holder_name', 'Graduate')

  it('are told with line, column and reason, by the names of the file, before anything is signed', async () => {
    const document = await pageOf(await proposer.get(await checked(proposer, BAD)))
    expect(wordsOf(document, '.headline')).toContain('2 rows of 60 must be mended first')
    expect(findingsOn(document)).toEqual([
      ['5', 'EQF level eqf', 'Expected a number, in digits.'],
      ['11', 'Name of the holder Graduate', expect.stringContaining('formula')],
    ])
    expect(document.querySelector('form[action$="/start"]')).toBeNull()
    expect(document.documentElement.outerHTML).not.toContain('HYPERLINK')
  })

  it('are there as a table of their own', async () => {
    const path = (await checked(proposer, BAD)).split('?')[0]
    const answer = await proposer.get(`${path}/errors.csv`)
    expect(answer.headers.get('content-disposition')).toContain('degree-to-be-mended.csv')
    const lines = (await textOf(answer)).trim().split('\r\n')
    expect(lines[0]?.replace('\ufeff', '')).toBe('line,column,reason')
    expect(lines[1]).toBe('5,"eqf","Expected a number, in digits."')
    expect(lines).toHaveLength(3)
  })

  it('are gone once the mended file is sent, whose columns nobody is asked for again', async () => {
    const before = await pageOf(await proposer.get(await checked(proposer, BAD)))
    const like = before.querySelector('[name=like]')?.getAttribute('value') ?? ''
    const mended = degreeTable(degreeRows(60)).replace('holder_name', 'Graduate')
    const path = placeOf(await send(proposer, mended, { like }))
    expect(path).toMatch(/^\/console\/batches\/[0-9a-f-]{36}$/)
    const document = await pageOf(await proposer.get(path))
    expect(wordsOf(document, '.headline')).toContain('Every row is good, 60 in all')
  })

  it('are only told in a trial, of which nothing is kept', async () => {
    const count = await countBatches()
    const mapping = placeOf(await send(proposer, BAD))
    const choices = choicesOn(await pageOf(await proposer.get(mapping)))
    const document = await pageOf(await proposer.post(mapping, { ...choices, step: 'try' }))
    expect(wordsOf(document, 'h1')).toBe('2 rows to be mended')
    expect(findingsOn(document)).toHaveLength(2)
    expect(await countBatches()).toBe(count)
  })
})

describe('a table that is ready', () => {
  it('shows its first credential, any other by its line, and rows from all over the file', async () => {
    const path = await checked(proposer, degreeTable(degreeRows(100)))
    const document = await pageOf(await proposer.get(path))
    expect(wordsOf(document, '.preview')).toContain('Student 1')
    const lines = Array.from(document.querySelectorAll('#sample .rows a'), (a) => a.textContent)
    expect(lines).toEqual(['Line 2', 'Line 22', 'Line 42', 'Line 62', 'Line 82'])
    const other = await pageOf(await proposer.get(`${path}?line=77`))
    expect(wordsOf(other, '.preview')).toContain('Student 76')
  })

  it('says that its first row is still the example', async () => {
    const path = `/v1/issuers/${issuer.slug}/batches/template?kind=degree`
    const template = await (await proposer.get(path)).arrayBuffer()
    const document = await pageOf(await proposer.get(await checked(proposer, template)))
    expect(wordsOf(document, '[role=alert]')).toContain('still the example')
  })

  it('may come as a workbook', { timeout: 30_000 }, async () => {
    const path = `/v1/issuers/${issuer.slug}/batches/template?kind=degree&as=xlsx`
    const workbook = await (await proposer.get(path)).arrayBuffer()
    const document = await pageOf(await proposer.get(await checked(proposer, workbook)))
    expect(wordsOf(document, '.headline')).toContain('Every row is good, 1 in all')
  })

  it('shows its counts to an auditor, and what its rows say to nobody who only reads', async () => {
    const path = await checked(proposer, degreeTable(degreeRows(2)))
    const auditor = await visit(server, issuer.slug, 'auditor')
    const document = await pageOf(await auditor.get(path))
    expect(wordsOf(document, 'h1')).toBe('Degree: 2 rows')
    expect(document.documentElement.outerHTML).not.toContain('Student 1')
    await pageOf(await auditor.post(`${path}/start`, { confirmed: 'yes' }), 403)
  })

  it('is not there for another issuer', async () => {
    const path = await checked(proposer, degreeTable(degreeRows(1)))
    const stranger = await visit(server, (await found(server)).slug, 'approver')
    await pageOf(await stranger.get(path), 404)
    await pageOf(await stranger.get(`${path}/errors.csv`), 404)
    await pageOf(await stranger.post(`${path}/start`, { confirmed: 'yes' }), 404)
  })

  it('is signed only by somebody who says that they looked at it', async () => {
    const path = await checked(proposer, degreeTable(degreeRows(2)))
    const document = await pageOf(await proposer.post(`${path}/start`, {}), 400)
    expect(wordsOf(document, '.field-error')).toContain('Tick the box first.')
    expect(wordsOf(document, '#start')).toContain('This signs 2 credentials')
    expect(queue.messages).toEqual([])
  })

  it('is signed while its page says how far it is, and then links to every credential', async () => {
    const path = await checked(proposer, degreeTable(degreeRows(51)))
    expect(placeOf(await proposer.post(`${path}/start`, { confirmed: 'yes' }))).toBe(path)
    const running = await pageOf(await proposer.get(path))
    expect(running.querySelector('progress')?.getAttribute('max')).toBe('51')
    expect(running.querySelector('noscript a')?.getAttribute('href')).toBe(path)
    await workOffAll(server, queue)

    const done = await pageOf(await proposer.get(path))
    expect(wordsOf(done, '.headline')).toBe('Signed: 51 credentials, none left out.')
    expect(done.querySelector('[data-poll]')).toBeNull()
    expect(findingsOn(done).slice(0, 1)).toEqual([['2', 'Student 1', expect.any(String)]])
    const next = done.querySelector('nav[aria-label=Pages] a')?.getAttribute('href') ?? ''
    const last = findingsOn(await pageOf(await proposer.get(next.split('#')[0] ?? '')))
    expect(last.map(([line]) => line)).toEqual(['52'])
    const link = done.querySelector('.findings a')?.getAttribute('href') ?? ''
    expect(wordsOf(await pageOf(await proposer.get(link)), '.facts')).toContain('In force')
    const zip = done.querySelector('a.go')?.getAttribute('href') ?? ''
    expect((await proposer.get(zip)).headers.get('content-type')).toBe('application/zip')
    expect(wordsOf(await pageOf(await proposer.get('/console/batches')), '.rows')).toContain(
      'Signed',
    )

    const again = await pageOf(await proposer.post(`${path}/start`, { confirmed: 'yes' }), 409)
    expect(wordsOf(again, '[role=alert]')).toContain('not started yet')
  })
})

describe('under four eyes a table', () => {
  it('is proposed by one, looked at and signed by another', async () => {
    const { issuer: careful } = await foundFourEyes(server)
    const [one, other] = [
      await visit(server, careful.slug, 'approver'),
      await visit(server, careful.slug, 'approver'),
    ]
    const path = await checked(one, degreeTable(degreeRows(3)))
    expect(wordsOf(await pageOf(await one.get(path)), '#start button')).toBe(
      'Propose 3 credentials',
    )
    const place = placeOf(await one.post(`${path}/start`, { confirmed: 'yes' }))
    const mine = await pageOf(await one.get(place))
    expect(wordsOf(mine, '.notice')).toContain('It is proposed')
    expect(mine.querySelector('#start')).toBeNull()
    await pageOf(await one.post(`${path}/start`, { confirmed: 'yes' }), 403)
    expect(await countIssued(env.DB, careful)).toBe(0)

    const home = await pageOf(await other.get('/console'))
    expect(home.querySelector(`a[href="${path}"]`)).not.toBeNull()
    const theirs = await pageOf(await other.get(path))
    expect(wordsOf(theirs, '.preview')).toContain('Student 1')
    expect(wordsOf(theirs, '#start h2')).toBe('Approve and sign them')
    placeOf(await other.post(`${path}/start`, { confirmed: 'yes' }))
    await workOffAll(server, queue)
    expect(await countIssued(env.DB, careful)).toBe(3)
  })

  it('is refused with a reason that its uploader reads', async () => {
    const { issuer: careful } = await foundFourEyes(server)
    const one = await visit(server, careful.slug, 'proposer')
    const other = await visit(server, careful.slug, 'approver')
    const path = await checked(one, degreeTable(degreeRows(2)))
    placeOf(await one.post(`${path}/start`, { confirmed: 'yes' }))
    await pageOf(await one.post(`${path}/refusal`, { reasonCode: 'incorrect' }), 403)
    const unsaid = await pageOf(await other.post(`${path}/refusal`, { note: 'Look again' }), 400)
    expect(wordsOf(unsaid, '#field-reasonCode-error')).toContain('Choose why.')
    expect(wordsOf(unsaid, '#field-note')).toBe('Look again')

    const entry = { reasonCode: 'incorrect', note: 'The dates are those of last year.' }
    expect(placeOf(await other.post(`${path}/refusal`, entry))).toBe(path)
    const mine = await pageOf(await one.get(path))
    expect(wordsOf(mine, '.headline')).toContain('Refused: nothing was signed')
    expect(wordsOf(mine, '.facts')).toContain('Something is incorrect – The dates are those')
    const auditor = await visit(server, careful.slug, 'auditor')
    const told = await pageOf(await auditor.get(path))
    expect(wordsOf(told, '.facts')).not.toContain('The dates')
    await pageOf(await other.post(`${path}/start`, { confirmed: 'yes' }), 409)
  })
})

describe('a table that is ended', () => {
  it('before its start is cancelled', async () => {
    const path = await checked(proposer, degreeTable(degreeRows(2)))
    expect(placeOf(await proposer.post(`${path}/cancellation`, {}))).toBe(path)
    const document = await pageOf(await proposer.get(path))
    expect(wordsOf(document, '.headline')).toContain('Cancelled: nothing was signed')
    expect(document.querySelector('form[action^="/console/batches/"]')).toBeNull()
    await pageOf(await proposer.post(`${path}/cancellation`, {}), 409)
  })

  it('while it is signed is stopped', async () => {
    const path = await checked(proposer, degreeTable(degreeRows(2)))
    placeOf(await proposer.post(`${path}/start`, { confirmed: 'yes' }))
    const running = await pageOf(await proposer.get(path))
    expect(wordsOf(running, 'details summary')).toBe('Stop the signing')
    placeOf(await proposer.post(`${path}/cancellation`, {}))
    const document = await pageOf(await proposer.get(path))
    expect(wordsOf(document, '.headline')).toContain('Stopped: 0 of 2 rows')
    await workOffAll(server, queue)
  })
})

describe('a row that was issued before', () => {
  it('is told before it is signed once more', async () => {
    const table = degreeTable([degreeRow(1, { name: 'Ines Okafor' })])
    const first = await checked(proposer, table)
    placeOf(await proposer.post(`${first}/start`, { confirmed: 'yes' }))
    await workOffAll(server, queue)
    const again = await pageOf(await proposer.get(await checked(proposer, table)))
    expect(wordsOf(again, '#warnings-heading')).toBe('Look at these again')
    expect(findingsOn(again)[0]?.[0]).toBe('2')
    expect(again.querySelector('#start')).not.toBeNull()
  })
})
