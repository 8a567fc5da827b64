// An answer that never arrived: whoever asks again with the same Idempotency-Key gets it, and nothing is done twice.
import { beforeAll, describe, expect, it } from 'vitest'
import { type FourEyes, foundFourEyes, proposalIn } from '../support/four-eyes.ts'
import { licenceOrder } from '../support/orders.ts'
import { bodyOf, env, problemOf, startServer, textOf } from '../support/server.ts'
import { credentialOf } from '../support/vc-api.ts'
import { type Founded, found, issue } from '../support/world.ts'

const server = startServer()
let eyes: FourEyes
let issuer: Founded

beforeAll(async () => {
  eyes = await foundFourEyes(server)
  issuer = await found(server)
})

const path = ({ slug }: Founded, rest: string) => `/v1/issuers/${slug}${rest}`
const keyed = (idempotencyKey: string) => ({ 'idempotency-key': idempotencyKey })

const propose = async () => {
  const { apiKey: key } = eyes.issuer
  return proposalIn(
    await server.post(path(eyes.issuer, '/credentials'), { key, body: licenceOrder() }),
  )
}

const approve = (id: string, key: string, headers = eyes.approver) =>
  server.post(path(eyes.issuer, `/proposals/${id}/approval`), {
    headers: { ...headers, ...keyed(key) },
  })

const count = async (sql: string, value: string): Promise<number> =>
  (await env.DB.prepare(sql).bind(value).first<number>('n')) ?? 0

const ISSUED = 'SELECT count(*) AS n FROM credentials WHERE issuer_slug = ?1'
const TOLD = "SELECT count(*) AS n FROM audit_entries WHERE target = ?1 AND action LIKE '%approved'"
const CHANGES = 'SELECT count(*) AS n FROM status_changes WHERE credential_id = ?1'

describe('an approval', () => {
  it('that is sent again gets the same credential, and was carried out once', async () => {
    const id = await propose()
    const before = await count(ISSUED, eyes.issuer.slug)
    const first = await textOf(await approve(id, 'a'))
    expect(await textOf(await approve(id, 'a'))).toBe(first)
    expect(await count(ISSUED, eyes.issuer.slug)).toBe(before + 1)
    expect(await count(TOLD, `proposal:${id}`)).toBe(1)
  })

  it('that is sent eight times at once is one', async () => {
    const id = await propose()
    const answers = await Promise.all(Array.from({ length: 8 }, () => approve(id, 'b')))
    const texts = await Promise.all(answers.map((answer) => textOf(answer)))
    expect(new Set(texts).size).toBe(1)
    expect(await count(TOLD, `proposal:${id}`)).toBe(1)
  })

  it('of another proposal with the same key is a conflict, and carries nothing out', async () => {
    await textOf(await approve(await propose(), 'c'))
    const other = await propose()
    expect((await problemOf(await approve(other, 'c'))).code).toBe('idempotency.conflict')
    expect(await count(TOLD, `proposal:${other}`)).toBe(0)
  })

  it('is answered to nobody else', async () => {
    const id = await propose()
    await textOf(await approve(id, 'd'))
    expect((await problemOf(await approve(id, 'd', eyes.second))).code).toBe('proposal.decided')
    expect((await approve(id, 'd', eyes.proposer)).status).toBe(403)
  })

  it('that cannot be carried out is not told, and not kept', async () => {
    const { result } = await bodyOf<{ result: { id: string } }>(
      await approve(await propose(), 'e'),
      200,
    )
    const status = path(eyes.issuer, `/credentials/${result.id.slice('urn:uuid:'.length)}/status`)
    const ask = async (state: string) =>
      proposalIn(
        await server.patch(status, { key: eyes.issuer.apiKey, body: { state, reason: 'x' } }),
      )
    const [late, first] = [await ask('suspended'), await ask('revoked')]
    await textOf(await approve(first, 'f'))
    for (let again = 0; again < 2; again++) {
      expect((await problemOf(await approve(late, 'g'))).code).toBe('status.conflict')
    }
    expect(await count(TOLD, `proposal:${late}`)).toBe(0)
  })
})

describe('a change of status', () => {
  const change = (uuid: string, key: string, state: string) =>
    server.patch(path(issuer, `/credentials/${uuid}/status`), {
      key: issuer.apiKey,
      headers: keyed(key),
      body: { state, reason: 'Decision of the board' },
    })

  it('that is sent again undoes nothing that came between', async () => {
    const { uuid } = await issue(server, issuer)
    const first = await textOf(await change(uuid, `${uuid}1`, 'suspended'))
    await textOf(await change(uuid, `${uuid}2`, 'active'))
    expect(await textOf(await change(uuid, `${uuid}1`, 'suspended'))).toBe(first)
    expect(await count(CHANGES, uuid)).toBe(2)
  })

  it('to something else with the same key is a conflict', async () => {
    const { uuid } = await issue(server, issuer)
    await textOf(await change(uuid, uuid, 'suspended'))
    const other = await change(uuid, uuid, 'revoked')
    expect((await problemOf(other)).code).toBe('idempotency.conflict')
    expect(await count(CHANGES, uuid)).toBe(1)
  })
})

describe('a whole credential for a caller of the VC-API', () => {
  it('is secured once where it is sent twice with one key', async () => {
    const ask = async () =>
      textOf(
        await server.post('/credentials/issue', {
          key: issuer.apiKey,
          headers: keyed('vc'),
          body: { credential: credentialOf(issuer.did), options: {} },
        }),
        201,
      )
    const before = await count(ISSUED, issuer.slug)
    expect(await ask()).toBe(await ask())
    expect(await count(ISSUED, issuer.slug)).toBe(before + 1)
  })
})
