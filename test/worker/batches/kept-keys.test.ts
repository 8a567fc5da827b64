// A batch of an issuer that keeps its keys to itself: handed out page by page, signed elsewhere, and issued only then.
import { describe, expect, it } from 'vitest'
import { signRequests } from '../../../scripts/sign-requests.mjs'
import { BATCH_SIGNATURES_MAX_COUNT } from '../../../shared/limits.ts'
import {
  type BatchBody,
  batchPath,
  createHeldQueue,
  degreeRows,
  startBatch,
  stateOf,
  uploaded,
} from '../support/batches.ts'
import { foundAtOwnDomain, makeOutsideKey, publishKeys } from '../support/own-domain.ts'
import { bodyOf, env, ORIGIN, problemOf, startServer } from '../support/server.ts'
import { accredit, found, problemsIn, verify } from '../support/world.ts'
import { filesIn } from '../support/zip.ts'

interface Request {
  readonly id: string
  readonly line: number
  readonly kid: string
  readonly bytes: string
}

const queue = createHeldQueue()
const server = startServer({ BATCH_QUEUE: queue.queue })
const HOST = 'university.edu.xm'
const { issuer, headersOf } = await foundAtOwnDomain(server, 'university', HOST)
const key = await makeOutsideKey()
await publishKeys(server, HOST, [key.publicJwk])
const admin = await headersOf('admin')
const registered = await server.post(`/v1/issuers/${issuer.slug}/keys`, {
  headers: admin,
  body: { publicJwk: key.publicJwk },
})
if (registered.status !== 201) throw new Error('The key was not registered')

const requestsOf = async (batch: BatchBody, path = '/signing-requests') =>
  (
    await bodyOf<{ requests: Request[] }>(
      await server.get(batchPath(issuer, batch, path), { key: issuer.apiKey }),
      200,
    )
  ).requests
const handIn = (batch: BatchBody, signatures: readonly object[]) =>
  server.post(batchPath(issuer, batch, '/signatures'), { key: issuer.apiKey, body: { signatures } })
const signedBy = ({ sign }: typeof key, requests: readonly Request[]) =>
  Promise.all(requests.map(async ({ id, bytes }) => ({ id, signature: await sign(bytes) })))

const issued = () =>
  env.DB.prepare('SELECT count(*) AS n FROM credentials WHERE issuer_slug = ?1')
    .bind(issuer.slug)
    .first<number>('n')

/** A batch that waits for signatures. */
async function awaiting(rows: number): Promise<BatchBody> {
  const batch = await uploaded(server, issuer, degreeRows(rows))
  const started = await bodyOf<BatchBody>(await startBatch(server, issuer, batch), 202)
  expect(started.state).toBe('awaiting_signature')
  return started
}

describe('a batch that is signed elsewhere', { timeout: 30_000 }, () => {
  it('wakes no queue, and issues nothing before the word to the status service', async () => {
    const batch = await awaiting(2)
    expect(queue.messages).toEqual([])
    const requests = await requestsOf(batch)
    expect(requests.map(({ line }) => line)).toEqual([2, 3])
    const answer = await handIn(batch, await signedBy(key, requests))
    expect((await problemOf(answer)).code).toBe('signing.delegation_missing')
    expect(await issued()).toBe(0)
  })

  it('is signed by the command, page by page, and verifies', async () => {
    const anchor = await found(server, { trustAnchor: true })
    await accredit(server, anchor, issuer.did)
    const rows = BATCH_SIGNATURES_MAX_COUNT + 3
    const batch = await awaiting(rows)
    const shown: string[] = []
    const count = await signRequests({
      fetch: (url, init) => server.app.request(url, init, server.settings),
      origin: ORIGIN,
      issuer: issuer.slug,
      apiKey: issuer.apiKey,
      jwk: key.jwk,
      confirm: async (summary) => shown.push(summary) > 0,
      onSigned: () => undefined,
      onTable: () => undefined,
    })
    // The word to the status service, the batch of the test before, and this one.
    expect(count).toBe(1 + 2 + rows)
    expect(shown.join('\n')).toContain(`${rows} ×`)
    expect(await stateOf(server, issuer, batch)).toMatchObject({ state: 'done', signed: rows })
    expect(await issued()).toBe(2 + rows)
    const archive = await server.get(batchPath(issuer, batch, '/results.zip'), {
      key: issuer.apiKey,
    })
    const files = await filesIn(new Uint8Array(await archive.arrayBuffer()))
    expect(files.size).toBe(rows)
    const [first] = files.values()
    expect(problemsIn(await verify(server, first))).toEqual([])
  })

  it('hands out the same bytes twice, and takes them once', async () => {
    const batch = await awaiting(2)
    const requests = await requestsOf(batch)
    expect(await requestsOf(batch)).toEqual(requests)
    const [one, two] = await signedBy(key, requests)
    const half = await bodyOf(await handIn(batch, [two ?? {}]), 200)
    expect(half).toMatchObject({ state: 'awaiting_signature', signed: 1 })
    expect((await problemOf(await handIn(batch, [two ?? {}]))).code).toBe('signing.unknown')
    expect((await requestsOf(batch)).map(({ line }) => line)).toEqual([2])
    const whole = await bodyOf(await handIn(batch, [one ?? {}]), 200)
    expect(whole).toMatchObject({ state: 'done', signed: 2 })
    expect((await problemOf(await handIn(batch, [one ?? {}]))).code).toBe('batch.conflict')
  })

  it('issues nothing of a page with one wrong signature', async () => {
    const before = await issued()
    const batch = await awaiting(2)
    const [first, second] = await requestsOf(batch)
    if (!first || !second) throw new Error('Nothing to sign')
    const signatures = [
      ...(await signedBy(key, [first])),
      ...(await signedBy(await makeOutsideKey(), [second])),
    ]
    expect((await problemOf(await handIn(batch, signatures))).code).toBe('signing.mismatch')
    expect(await issued()).toBe(before)
  })

  it('takes no signature for a row of another batch', async () => {
    const [one, two] = [await awaiting(1), await awaiting(1)]
    const signatures = await signedBy(key, await requestsOf(one))
    expect((await problemOf(await handIn(two, signatures))).code).toBe('signing.unknown')
  })

  it('counts two pages that come at once', async () => {
    const batch = await awaiting(4)
    const signatures = await signedBy(key, await requestsOf(batch))
    const answers = await Promise.all([
      handIn(batch, signatures.slice(0, 2)),
      handIn(batch, signatures.slice(2)),
    ])
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    expect(await stateOf(server, issuer, batch)).toMatchObject({ state: 'done', signed: 4 })
  })

  it('gets other bytes where a place on a status list was given away', async () => {
    const batch = await awaiting(1)
    server.indices.push(...Array.from({ length: 24 * 3 }, () => 77))
    const requests = await requestsOf(batch)
    const { results } = await env.DB.prepare(
      `SELECT url FROM status_lists WHERE url LIKE '%/${issuer.slug}/%'`,
    ).all<{ url: string }>()
    const taken = await env.DB.prepare(
      `INSERT INTO status_entries (list_url, list_index, credential_id, purpose)
       SELECT ?1, 77, credential_id, purpose FROM status_entries WHERE list_url = ?1 LIMIT 1`,
    )
      .bind(results[0]?.url ?? '')
      .run()
    expect(taken.meta.changes).toBeGreaterThan(0)
    const answer = await handIn(batch, await signedBy(key, requests))
    expect((await problemOf(answer)).code).toBe('signing.outdated')
    const anew = await requestsOf(batch)
    expect(anew[0]?.bytes).not.toBe(requests[0]?.bytes)
    await bodyOf(await handIn(batch, await signedBy(key, anew)), 200)
    expect(await stateOf(server, issuer, batch)).toMatchObject({ state: 'done', signed: 1 })
  })

  it('keeps names out of what waits', async () => {
    await requestsOf(await awaiting(1))
    const { results } = await env.DB.prepare('SELECT * FROM batch_drafts').all()
    expect(results.length).toBeGreaterThan(0)
    expect(JSON.stringify(results)).not.toContain('Student')
  })

  it('is of one format, that the signer can read', async () => {
    const batch = await uploaded(server, issuer, degreeRows(1), 'kind=degree&format=jwt_vc')
    expect((await problemOf(await startBatch(server, issuer, batch))).code).toBe('signing.format')
    expect(await stateOf(server, issuer, batch)).toMatchObject({ state: 'ready' })
  })

  it('is drafted for the newer key as soon as there is one, and not taken from the lost one', async () => {
    const batch = await awaiting(1)
    const requests = await requestsOf(batch)
    const newer = await makeOutsideKey()
    await publishKeys(server, HOST, [key.publicJwk, newer.publicJwk])
    await server.post(`/v1/issuers/${issuer.slug}/keys`, {
      headers: admin,
      body: { publicJwk: newer.publicJwk },
    })
    const fragment = requests[0]?.kid.split('#')[1]
    const report = await server.post(`/v1/issuers/${issuer.slug}/keys/${fragment}/compromise`, {
      headers: admin,
      body: { since: '2026-11-22T12:00:00Z', reason: 'Lost' },
    })
    expect(report.status).toBe(200)
    const answer = await handIn(batch, await signedBy(key, requests))
    expect((await problemOf(answer)).code).toBe('key.conflict')
    const [anew] = await requestsOf(batch)
    expect(anew?.kid).not.toBe(requests[0]?.kid)
  })
})

it('a batch that is signed here hands out nothing to be signed', async () => {
  const other = await found(server)
  const batch = await uploaded(server, other, degreeRows(1))
  const path = batchPath(other, batch, '/signing-requests')
  const answer = await server.get(path, { key: other.apiKey })
  expect((await problemOf(answer)).code).toBe('batch.conflict')
})
