// Indices: random, never given twice, and a new list when one fills up.
import { describe, expect, it } from 'vitest'
import { STATUS_LIST_MIN_BITS } from '../../../shared/limits.ts'
import { degreeOrder } from '../support/orders.ts'
import { ADMIN_KEY, env, startServer } from '../support/server.ts'
import { accredit, found, type Issued, issue } from '../support/world.ts'

const server = startServer()

/** As many draws as one look at the database covers. */
const drawn = (index: number) => Array<number>(24).fill(index)
const indexOf = ({ status }: Issued) => Number(status[0]?.statusListIndex)
const listOf = ({ status }: Issued) => status[0]?.statusListCredential

describe('an index', () => {
  it('is the one that was drawn', async () => {
    server.indices.push(...drawn(77))
    expect(indexOf(await issue(server, await found(server), degreeOrder()))).toBe(77)
  })

  it('is the first that is free where the draw hits used ones', async () => {
    const issuer = await found(server)
    server.indices.push(...drawn(5))
    await issue(server, issuer, degreeOrder())
    server.indices.push(5, 5, 9, ...drawn(5).slice(3))
    expect(indexOf(await issue(server, issuer, degreeOrder()))).toBe(9)
  })

  it('is drawn again where every one of a draw is used', async () => {
    const issuer = await found(server)
    server.indices.push(...drawn(5))
    await issue(server, issuer, degreeOrder())
    server.indices.push(...drawn(5), ...drawn(11))
    expect(indexOf(await issue(server, issuer, degreeOrder()))).toBe(11)
  })

  it('goes to one of two requests that draw it at the same time; the other draws again', async () => {
    const issuer = await found(server)
    server.indices.push(...drawn(5), ...drawn(5))
    const issued = await Promise.all([
      issue(server, issuer, degreeOrder()),
      issue(server, issuer, degreeOrder()),
    ])
    server.indices.length = 0
    const indices = issued.map(indexOf)
    expect(indices).toContain(5)
    expect(new Set(indices).size).toBe(2)
  })

  it('goes to one of two accreditations that draw it at the same time', async () => {
    const [anchor, subject] = [await found(server, { trustAnchor: true }), await found(server)]
    server.indices.push(...drawn(5), ...drawn(5))
    const [one, two] = await Promise.all([
      accredit(server, anchor, subject.did),
      accredit(server, anchor, subject.did),
    ])
    server.indices.length = 0
    expect(one.id).not.toBe(two.id)
  })

  it('is never given twice by the database, whoever asks', async () => {
    const issuer = await found(server)
    const issued = await issue(server, issuer, degreeOrder())
    const again = env.DB.prepare(
      `INSERT INTO status_entries (list_url, list_index, credential_id, purpose)
       VALUES (?1, ?2, ?3, 'revocation')`,
    )
      .bind(listOf(issued), indexOf(issued), issued.uuid)
      .run()
    await expect(again).rejects.toThrow('UNIQUE constraint failed')
  })

  it('is spread over the whole list', async () => {
    const issuer = await found(server)
    const issued = await Promise.all(
      Array.from({ length: 12 }, () => issue(server, issuer, degreeOrder())),
    )
    const indices = issued.map(indexOf)
    expect(new Set(indices).size).toBe(12)
    expect(Math.max(...indices)).toBeLessThan(STATUS_LIST_MIN_BITS)
    expect(Math.max(...indices) - Math.min(...indices)).toBeGreaterThan(1000)
  })
})

describe('a list', () => {
  it('is opened for each purpose with the first credential', async () => {
    const issuer = await found(server)
    const { status } = await issue(server, issuer)
    expect(
      status.map(({ statusListCredential }) => statusListCredential.split('/').at(-1)),
    ).toEqual(['r1', 's1', 'm1'])
  })

  it('makes room for a second one at three quarters', async () => {
    const issuer = await found(server)
    const first = await issue(server, issuer, degreeOrder())
    await fill(first, STATUS_LIST_MIN_BITS * 0.75 - 1)
    const last = await issue(server, issuer, degreeOrder())
    expect(listOf(last)).toBe(listOf(first))
    const next = await issue(server, issuer, degreeOrder())
    expect(listOf(next)).toBe(listOf(first)?.replace('/r1', '/r2'))
    const response = await server.get(`/issuers/${issuer.slug}/status/r2`)
    expect(response.status).toBe(200)
    await response.body?.cancel()
  })
})

/** Gives out indices until so many are, all to the first credential. */
async function fill(first: Issued, used: number): Promise<void> {
  await env.DB.prepare(
    `INSERT INTO status_entries (list_url, list_index, credential_id, purpose)
     WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < ?4)
     SELECT ?1, i, ?2, 'revocation' FROM n WHERE i <> ?3 LIMIT ?4 - 1`,
  )
    .bind(listOf(first), first.uuid, indexOf(first), used)
    .run()
}

it('is drawn for an accreditation too, which can be revoked like a credential', async () => {
  const [anchor, subject] = [await found(server, { trustAnchor: true }), await found(server)]
  const response = await server.post(`/v1/issuers/${anchor.slug}/accreditations`, {
    key: ADMIN_KEY,
    body: {
      subject: { did: subject.did, name: 'Subject' },
      credentialTypes: ['DegreeCredential'],
      validFrom: '2026-01-01T00:00:00Z',
      validUntil: '2027-01-01T00:00:00Z',
    },
  })
  const { id } = (await response.json()) as { id: string }
  const row = await env.DB.prepare('SELECT purpose FROM status_entries WHERE credential_id = ?')
    .bind(id.slice('urn:uuid:'.length))
    .first()
  expect(row).toEqual({ purpose: 'revocation' })
})
