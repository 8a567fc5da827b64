// Who reads which proposals, what is kept of them, and that no issuer reaches into another one.
import { describe, expect, it } from 'vitest'
import {
  approve,
  type FourEyes,
  foundFourEyes,
  proposalIn,
  putPolicy,
  refuse,
} from '../support/four-eyes.ts'
import { licenceOrder } from '../support/orders.ts'
import { bodyOf, env, problemOf, startServer } from '../support/server.ts'
import { changeStatus, found, issue } from '../support/world.ts'

const server = startServer()
const mine = await foundFourEyes(server)
const theirs = await foundFourEyes(server)

const propose = async (body: object = licenceOrder()) =>
  proposalIn(
    await server.post(`/v1/issuers/${mine.issuer.slug}/credentials`, {
      headers: mine.proposer,
      body,
    }),
  )

interface Page {
  readonly proposals: readonly { readonly id: string; readonly state: string }[]
  readonly next?: string
}

const list = async (query: string, headers = mine.auditor) =>
  bodyOf<Page>(
    await server.get(`/v1/issuers/${mine.issuer.slug}/proposals${query}`, { headers }),
    200,
  )

const read = async (id: string, headers: Record<string, string>) =>
  bodyOf(await server.get(`/v1/issuers/${mine.issuer.slug}/proposals/${id}`, { headers }), 200)

const plain = await found(server)
const { uuid } = await issue(server, plain)
const waitingId = await propose()

describe('proposals', () => {
  it('are listed page by page, newest first, each once', async () => {
    const made: string[] = []
    for (let i = 0; i < 5; i++) {
      if (i % 2 === 0) server.clock.now += 1
      made.push(await propose())
    }
    const seen: string[] = []
    let query = '?limit=2'
    for (;;) {
      const { proposals, next } = await list(query)
      seen.push(...proposals.map(({ id }) => id))
      if (next === undefined) break
      query = `?limit=2&cursor=${next}`
    }
    expect([...seen].sort()).toEqual([...made, waitingId].sort())
    expect(new Set(seen.slice(0, 1))).toEqual(new Set(made.slice(4)))
  })

  it('are listed by their state', async () => {
    const refused = await propose()
    await bodyOf(await refuse(server, mine.issuer, refused, mine.approver), 200)
    const { proposals } = await list('?state=refused')
    expect(proposals.map(({ id, state }) => [id, state])).toEqual([[refused, 'refused']])
    const waiting = await list('?state=proposed')
    expect(waiting.proposals.every(({ state }) => state === 'proposed')).toBe(true)
  })

  it.each(['?cursor=1', '?state=new', '?limit=0', '?limit=101'])(
    'are not listed by %s',
    async (query) => {
      const path = `/v1/issuers/${mine.issuer.slug}/proposals${query}`
      const response = await server.get(path, { headers: mine.auditor })
      expect((await problemOf(response)).code).toBe('request.invalid')
    },
  )

  it('show their order to approvers only, and only as long as they wait', async () => {
    const id = await propose(licenceOrder({ subject: { name: 'Zubaydah Quillfeather' } }))
    for (const headers of [mine.proposer, mine.auditor, mine.admin]) {
      expect(JSON.stringify(await read(id, headers))).not.toContain('Zubaydah')
    }
    expect(JSON.stringify(await read(id, mine.approver))).toContain('Zubaydah')
    await bodyOf(await approve(server, mine.issuer, id, mine.approver), 200)
    expect(JSON.stringify(await read(id, mine.approver))).not.toContain('Zubaydah')
  })

  it('keep orders and notes sealed, and forget an order that is decided', async () => {
    const id = await propose(licenceOrder({ subject: { name: 'Zubaydah Quillfeather' } }))
    const rows = async () => {
      const tables = ['proposals', 'proposal_decisions', 'audit_entries', 'idempotent_answers']
      const all = await env.DB.batch(
        tables.map((table) => env.DB.prepare(`SELECT * FROM ${table}`)),
      )
      return JSON.stringify(all.map(({ results }) => results))
    }
    expect(await rows()).not.toContain('Zubaydah')
    const body = { reasonCode: 'incomplete', note: 'Zubaydah has no diploma' }
    await bodyOf(await refuse(server, mine.issuer, id, mine.approver, body), 200)
    expect(await rows()).not.toContain('Zubaydah')
    expect((await read(id, mine.auditor)).decision).toMatchObject(body)
    const query = 'SELECT sealed_order FROM proposals WHERE id = ?1'
    expect(await env.DB.prepare(query).bind(id).first('sealed_order')).toBeNull()
  })

  it('are told of in the audit log: who proposed and who decided', async () => {
    const id = await propose()
    await bodyOf(await approve(server, mine.issuer, id, mine.approver), 200)
    const { results } = await env.DB.prepare(
      'SELECT actor, action FROM audit_entries WHERE target = ?1 ORDER BY number',
    )
      .bind(`proposal:${id}`)
      .all<{ actor: string; action: string }>()
    expect(results.map(({ action }) => action)).toEqual(['proposal.created', 'proposal.approved'])
    expect(new Set(results.map(({ actor }) => actor)).size).toBe(2)
  })

  it('cannot be decided on by their proposer in the database either', async () => {
    const id = await propose()
    const own = env.DB.prepare(
      `INSERT INTO proposal_decisions (proposal_id, state, decided_by, decided_at)
       SELECT id, 'approved', proposed_by, 0 FROM proposals WHERE id = ?1`,
    )
    await expect(own.bind(id).run()).rejects.toThrow('Nobody decides on their own proposal')
  })
})

describe('another issuer', () => {
  const { slug } = mine.issuer
  const off = { fourEyes: false, reasonCode: 'set_by_mistake' }

  /** Operators and keys of `theirs`, at every route of `mine`. */
  type Role = Exclude<keyof FourEyes, 'issuer'>
  const AT_MINE: readonly (readonly [string, string, Role, object | undefined])[] = [
    ['GET', `/v1/issuers/${slug}/policy`, 'auditor', undefined],
    ['PUT', `/v1/issuers/${slug}/policy`, 'admin', off],
    ['GET', `/v1/issuers/${slug}/proposals`, 'auditor', undefined],
    ['GET', `/v1/issuers/${slug}/proposals/${waitingId}`, 'approver', undefined],
    ['POST', `/v1/issuers/${slug}/proposals/${waitingId}/approval`, 'approver', undefined],
    [
      'POST',
      `/v1/issuers/${slug}/proposals/${waitingId}/refusal`,
      'approver',
      { reasonCode: 'incorrect' },
    ],
    ['POST', `/v1/issuers/${slug}/credentials`, 'proposer', licenceOrder()],
    [
      'PATCH',
      `/v1/issuers/${plain.slug}/credentials/${uuid}/status`,
      'approver',
      { state: 'suspended', reason: 'x' },
    ],
  ]

  it.each(AT_MINE)('is refused at %s %s', async (method, path, role, body) => {
    const headers = theirs[role]
    const response = await server.call(method, path, { headers, ...(body && { body }) })
    expect(response.status).toBe(403)
    expect((await problemOf(response)).code).toBe('auth.forbidden')
    const withKey = await server.call(method, path, {
      key: theirs.issuer.apiKey,
      ...(body && { body }),
    })
    expect([401, 403]).toContain(withKey.status)
  })

  it('finds no proposal of ours under its own name', async () => {
    const own = `/v1/issuers/${theirs.issuer.slug}/proposals/${waitingId}`
    const answers = [
      await server.get(own, { headers: theirs.approver }),
      await approve(server, theirs.issuer, waitingId, theirs.approver),
      await refuse(server, theirs.issuer, waitingId, theirs.approver),
    ]
    for (const response of answers) {
      expect((await problemOf(response)).code).toBe('proposal.unknown')
    }
  })

  it('cannot propose to change a credential of ours', async () => {
    const response = await changeStatus(server, theirs.issuer, uuid, 'suspended')
    expect((await problemOf(response)).code).toBe('credential.unknown')
  })

  it('is not bound by our policy', async () => {
    expect((await issue(server, plain)).id).toMatch(/^urn:uuid:/)
    const response = await putPolicy(server, plain, mine.admin, { fourEyes: true })
    expect((await problemOf(response)).code).toBe('auth.forbidden')
  })
})

describe('a page of another site', () => {
  it.each(['approval', 'refusal'])('cannot have an %s sent', async (decision) => {
    const id = await propose()
    const headers = { cookie: mine.approver.cookie ?? '', origin: 'https://evil.example' }
    const body = { reasonCode: 'incorrect' }
    const path = `/v1/issuers/${mine.issuer.slug}/proposals/${id}/${decision}`
    const response = await server.post(path, { headers, body })
    expect((await problemOf(response)).code).toBe('auth.forbidden')
    expect((await read(id, mine.auditor)).state).toBe('proposed')
  })
})
