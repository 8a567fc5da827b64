// Idempotency-Key: the same request gets the same answer, another one a conflict.
import { describe, expect, it } from 'vitest'
import { IDEMPOTENCY_TTL_SECONDS } from '../../../shared/limits.ts'
import { degreeOrder, licenceOrder } from '../support/orders.ts'
import { env, NOON, problemOf, startServer } from '../support/server.ts'
import { type Founded, found } from '../support/world.ts'

const server = startServer()

const post = (issuer: Founded, idempotencyKey: string, body: object = licenceOrder()) =>
  server.post(`/v1/issuers/${issuer.slug}/credentials`, {
    key: issuer.apiKey,
    body,
    headers: { 'idempotency-key': idempotencyKey },
  })

async function countIssuedBy({ slug }: Founded): Promise<number> {
  const row = await env.DB.prepare('SELECT count(*) AS n FROM credentials WHERE issuer_slug = ?')
    .bind(slug)
    .first<{ n: number }>()
  return row?.n ?? 0
}

describe('a repeated request', () => {
  it('gets the same answer to the byte, and issues once', async () => {
    const issuer = await found(server)
    const first = await post(issuer, 'a')
    const second = await post(issuer, 'a')
    expect([first.status, second.status]).toEqual([201, 201])
    expect(await second.text()).toBe(await first.text())
    expect(await countIssuedBy(issuer)).toBe(1)
  })

  it('is the same whatever the order of its members', async () => {
    const issuer = await found(server)
    const body = licenceOrder()
    const turned = Object.fromEntries(Object.entries(body).reverse())
    const first = await post(issuer, 'a', body)
    expect(await (await post(issuer, 'a', turned)).text()).toBe(await first.text())
  })

  it('with another body is a conflict', async () => {
    const issuer = await found(server)
    await post(issuer, 'a')
    const response = await post(issuer, 'a', degreeOrder())
    expect(response.status).toBe(409)
    expect((await problemOf(response)).code).toBe('idempotency.conflict')
    expect(await countIssuedBy(issuer)).toBe(1)
  })

  it('with another key is another request', async () => {
    const issuer = await found(server)
    await post(issuer, 'a')
    await post(issuer, 'b')
    expect(await countIssuedBy(issuer)).toBe(2)
  })

  it('issues once where eight arrive at the same time', async () => {
    const issuer = await found(server)
    const responses = await Promise.all(Array.from({ length: 8 }, () => post(issuer, 'a')))
    const answers = await Promise.all(responses.map((response) => response.text()))
    expect(responses.map(({ status }) => status)).toEqual(Array(8).fill(201))
    expect(new Set(answers).size).toBe(1)
    expect(await countIssuedBy(issuer)).toBe(1)
  })

  it('leaves no status index behind for the attempts that lost', async () => {
    const issuer = await found(server)
    await Promise.all(Array.from({ length: 8 }, () => post(issuer, 'a')))
    const { results } = await env.DB.prepare(
      'SELECT purpose FROM status_entries WHERE list_url LIKE ?1 ORDER BY purpose',
    )
      .bind(`%/issuers/${issuer.slug}/%`)
      .all()
    expect(results).toEqual([
      { purpose: 'message' },
      { purpose: 'revocation' },
      { purpose: 'suspension' },
    ])
  })

  it('answers one of two different bodies at the same time, and refuses the other', async () => {
    const issuer = await found(server)
    const responses = await Promise.all([post(issuer, 'a'), post(issuer, 'a', degreeOrder())])
    expect(responses.map(({ status }) => status).sort()).toEqual([201, 409])
    expect(await countIssuedBy(issuer)).toBe(1)
  })
})

describe('an Idempotency-Key', () => {
  it('of another issuer means nothing', async () => {
    const [one, two] = [await found(server), await found(server)]
    const first = await (await post(one, 'a')).text()
    const second = await (await post(two, 'a')).text()
    expect(second).not.toBe(first)
    expect(await countIssuedBy(two)).toBe(1)
  })

  it('is remembered for a day', async () => {
    const issuer = await found(server)
    server.clock.now = NOON
    const first = await (await post(issuer, 'a')).text()
    server.clock.now = NOON + IDEMPOTENCY_TTL_SECONDS - 1
    expect(await (await post(issuer, 'a')).text()).toBe(first)
  })

  it('is forgotten after a day, and its answer with it', async () => {
    const issuer = await found(server)
    server.clock.now = NOON
    const first = await (await post(issuer, 'a')).text()
    server.clock.now = NOON + IDEMPOTENCY_TTL_SECONDS
    expect(await (await post(issuer, 'a', degreeOrder())).text()).not.toBe(first)
    const { results } = await env.DB.prepare('SELECT created_at FROM idempotent_answers').all()
    expect(results).toEqual([{ created_at: NOON + IDEMPOTENCY_TTL_SECONDS }])
  })

  it.each([
    ['empty', ''],
    ['longer than 255 characters', 'x'.repeat(256)],
  ])('that is %s is refused', async (_, key) => {
    const response = await post(await found(server), key)
    expect((await problemOf(response)).errors?.[0]?.field).toBe('idempotency-key')
  })
})
