// A key is lost: what it signed is listed as a table, issued anew by a batch, and the old ones are revoked.
import { beforeAll, describe, expect, it } from 'vitest'
import {
  type BatchBody,
  createHeldQueue,
  startBatch,
  stateOf,
  workOffAll,
} from '../support/batches.ts'
import { fromPage, signIn } from '../support/operators.ts'
import { degreeOrder, licenceOrder } from '../support/orders.ts'
import { bodyOf, problemOf, startServer, textOf } from '../support/server.ts'
import { type Founded, foundAccredited, issue } from '../support/world.ts'

const queue = createHeldQueue()
const server = startServer({ BATCH_QUEUE: queue.queue })
let issuer: Founded
let admin: Record<string, string>
let approver: Record<string, string>
let lost = ''
let old: readonly string[] = []

const base = () => `/v1/issuers/${issuer.slug}`
const table = async () =>
  textOf(await server.get(`${base()}/keys/${lost}/reissue?kind=degree`, { headers: approver }))
const linesOf = (text: string) => text.replace('\ufeff', '').trim().split('\r\n')
const end = async () =>
  bodyOf<Record<'revoked' | 'proposed' | 'refused', string[]>>(
    await server.post(`${base()}/keys/${lost}/reissue`, { headers: approver }),
    200,
  )
const stateOfCredential = async (id: string) =>
  bodyOf<{ state: string; history: { reasonCode: string }[] }>(
    await server.get(`${base()}/credentials/${id.replace('urn:uuid:', '')}/status`, {
      key: issuer.apiKey,
    }),
    200,
  )

/** The table as a registrar fills it in. */
const FILLED: Readonly<Record<string, string>> = {
  holder_name: 'Amina Diallo',
  valid_from: '2026-01-01',
  name: 'Master of Medicine',
  description: 'Six years of medicine with clinical rotations.',
  achievement_type: 'MasterDegree',
  eqf: '7',
  awarded_date: '2026-01-01',
}
const fillIn = (text: string) => {
  const [header = '', ...rows] = linesOf(text)
  const names = header.split(',')
  const fill = (row: string) =>
    row
      .split(',')
      .map((cell, index) => cell || FILLED[names[index] ?? ''] || '')
      .join(',')
  return [header, ...rows.map(fill)].join('\r\n')
}

beforeAll(async () => {
  issuer = (await foundAccredited(server)).issuer
  admin = fromPage(server, (await signIn(server, issuer.slug, 'admin')).cookie)
  approver = fromPage(server, (await signIn(server, issuer.slug, 'approver')).cookie)
  const first = await issue(server, issuer, degreeOrder())
  const second = await issue(server, issuer, degreeOrder())
  await issue(server, issuer, licenceOrder())
  old = [first.id, second.id]
  const { keys } = await bodyOf<{ keys: { kid: string }[] }>(
    await server.get(`${base()}/keys`, { headers: admin }),
    200,
  )
  lost = keys[0]?.kid.split('#')[1] ?? ''
  await server.post(`${base()}/keys/${lost}/compromise`, {
    headers: admin,
    body: { since: '2026-11-22T11:00:00Z', reason: 'Break-in' },
  })
})

describe('the table of what has to be issued anew', () => {
  it('names every credential of the kind by its key, and says nothing else', async () => {
    const [header = '', ...rows] = linesOf(await table())
    expect(header).toMatch(/^holder_name,.*,key$/)
    expect(rows.map((row) => row.replaceAll(',', '')).toSorted()).toEqual(old.toSorted())
  })

  it('is not for whoever only proposes, nor for a key that nobody knows', async () => {
    const proposer = fromPage(server, (await signIn(server, issuer.slug, 'proposer')).cookie)
    const refused = await server.get(`${base()}/keys/${lost}/reissue?kind=degree`, {
      headers: proposer,
    })
    expect((await problemOf(refused)).code).toBe('auth.forbidden')
    const unknown = await server.get(`${base()}/keys/other/reissue?kind=degree`, {
      headers: admin,
    })
    expect((await problemOf(unknown)).code).toBe('key.unknown')
  })
})

describe('what was issued anew', () => {
  it('is not ended before the new ones are signed', async () => {
    expect(await end()).toEqual({ revoked: [], proposed: [], refused: [] })
  })

  it('is revoked as reissued once the batch is done, and leaves the table', async () => {
    const upload = await server.post(`${base()}/batches?kind=degree`, {
      key: issuer.apiKey,
      headers: { 'content-type': 'text/csv' },
      body: fillIn(await table()),
    })
    const batch = await bodyOf<BatchBody>(upload, 201)
    expect(batch.badRows).toBe(0)
    await startBatch(server, issuer, batch)
    await workOffAll(server, queue)
    expect((await stateOf(server, issuer, batch)).state).toBe('done')
    expect(linesOf(await table())).toHaveLength(1)
    const { revoked, ...others } = await end()
    expect(revoked.toSorted()).toEqual(old.toSorted())
    expect(others).toEqual({ proposed: [], refused: [] })
    for (const id of old) {
      const { state, history } = await stateOfCredential(id)
      expect(state).toBe('revoked')
      expect(history.map(({ reasonCode }) => reasonCode)).toContain('reissued')
    }
    expect((await end()).revoked).toEqual([])
  })

  it('is ended by those who may change states only', async () => {
    const answer = await server.post(`${base()}/keys/${lost}/reissue`, { headers: admin })
    expect((await problemOf(answer)).code).toBe('auth.forbidden')
  })
})
