// Every kind of credential out of a table: each template is signed as it stands, and what leans on a licence needs one.
import { describe, expect, it } from 'vitest'
import { CREDENTIAL_TYPES } from '../../../shared/credential-types/index.ts'
import { BATCH_KINDS } from '../../../worker/batches/kinds.ts'
import {
  type BatchBody,
  batchPath,
  createHeldQueue,
  startBatch,
  stateOf,
  upload,
  workOffAll,
} from '../support/batches.ts'
import { pageOf, visit } from '../support/console.ts'
import { licenceOrder } from '../support/orders.ts'
import { foundAtOwnDomain, makeOutsideKey, publishKeys } from '../support/own-domain.ts'
import { bodyOf, env, problemOf, startServer, textOf } from '../support/server.ts'
import {
  changeStatus,
  type Founded,
  found,
  foundAccredited,
  issue,
  problemsIn,
  verify,
} from '../support/world.ts'
import { filesIn } from '../support/zip.ts'

const queue = createHeldQueue()
const server = startServer({ BATCH_QUEUE: queue.queue })
const ALL_TYPES = {
  credentialTypes: BATCH_KINDS.map((kind) => CREDENTIAL_TYPES[kind].credentialType),
}

const template = ({ slug, apiKey }: Founded, kind: string) =>
  server.get(`/v1/issuers/${slug}/batches/template?kind=${kind}`, { key: apiKey })
const templateOf = async (issuer: Founded, kind: string) => textOf(await template(issuer, kind))

async function signed(issuer: Founded, batch: BatchBody): Promise<BatchBody> {
  await bodyOf(await startBatch(server, issuer, batch), 202)
  await workOffAll(server, queue)
  return stateOf(server, issuer, batch)
}

async function credentialsOf(issuer: Founded, batch: BatchBody): Promise<readonly string[]> {
  const path = batchPath(issuer, batch, '/results.zip')
  const archive = await server.get(path, { key: issuer.apiKey })
  return [...(await filesIn(new Uint8Array(await archive.arrayBuffer()))).values()]
}

const EXAMPLE_BASE = 'urn:uuid:0b1e5a54-8f5b-4b5e-9a52-5a3f1d4a7c11'

/** The template of extensions, with a row for each of these licences. */
async function extensionsOf(issuer: Founded, bases: readonly string[]) {
  const [header = '', example = ''] = (await templateOf(issuer, 'licence-extension')).split('\r\n')
  expect(example).toContain(EXAMPLE_BASE)
  // The example has expired by the tests' clock.
  const lasting = example.replace('2026-06-30T23:59:59Z', '2027-06-30')
  const rows = bases.map((base) => lasting.replace(EXAMPLE_BASE, base))
  return [header, ...rows, ''].join('\r\n')
}

const uploadExtensions = async (issuer: Founded, bases: readonly string[]) =>
  bodyOf<BatchBody>(
    await upload(server, issuer, await extensionsOf(issuer, bases), 'kind=licence-extension'),
    201,
  )

const errorsOf = async (issuer: Founded, batch: BatchBody) =>
  (
    await bodyOf<{ errors: { line: number; faults: { column: string; reason: string }[] }[] }>(
      await server.get(batchPath(issuer, batch, '/errors'), { key: issuer.apiKey }),
      200,
    )
  ).errors

describe('the template of a kind', { timeout: 30_000 }, () => {
  const own = BATCH_KINDS.filter((kind) => !('baseOf' in CREDENTIAL_TYPES[kind]))
  it.each(own)('is signed as it stands, and verifies: %s', async (kind) => {
    const { issuer } = await foundAccredited(server, ALL_TYPES)
    const bytes = new Uint8Array(await (await template(issuer, kind)).arrayBuffer())
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const batch = await bodyOf<BatchBody>(await upload(server, issuer, bytes, `kind=${kind}`), 201)
    expect(batch).toMatchObject({ state: 'ready', rows: 1 })
    expect(await signed(issuer, batch)).toMatchObject({ state: 'done', signed: 1 })
    const [credential] = await credentialsOf(issuer, batch)
    // Some examples have expired by the tests' clock.
    const problems = problemsIn(await verify(server, credential))
    expect(problems.filter((problem) => problem !== 'fail validity_period.expired')).toEqual([])
  })
})

describe('a table of licence extensions', { timeout: 30_000 }, () => {
  it('is signed, and each ends with its licence', async () => {
    const { issuer } = await foundAccredited(server, ALL_TYPES)
    const [one, two] = [await issue(server, issuer), await issue(server, issuer)]
    const batch = await uploadExtensions(issuer, [one.id, two.id])
    expect(await signed(issuer, batch)).toMatchObject({ state: 'done', signed: 2 })
    const [first, second] = await credentialsOf(issuer, batch)
    await changeStatus(server, issuer, two.uuid, 'revoked')
    server.clock.now += 2
    expect(problemsIn(await verify(server, first))).toEqual([])
    expect(problemsIn(await verify(server, second))).toEqual(['fail status.revoked'])
  })

  it('has a bad row for each licence that is unknown, another issuer’s, or not in force', async () => {
    const [issuer, other] = [await found(server), await found(server)]
    const good = await issue(server, issuer)
    const suspended = await issue(server, issuer, licenceOrder())
    await changeStatus(server, issuer, suspended.uuid, 'suspended')
    const foreign = await issue(server, other)
    const bases = [good.id, EXAMPLE_BASE, suspended.id, foreign.id]
    const batch = await uploadExtensions(issuer, bases)
    expect(batch).toMatchObject({ state: 'invalid', rows: 4, badRows: 3 })
    const errors = await errorsOf(issuer, batch)
    expect(errors.map(({ line, faults }) => [line, faults[0]?.column])).toEqual([
      [3, 'base_licence'],
      [4, 'base_licence'],
      [5, 'base_licence'],
    ])
  })

  it('leaves unsigned, and tells, what lost its licence before it was signed', async () => {
    const issuer = await found(server)
    const [one, two] = [await issue(server, issuer), await issue(server, issuer)]
    const batch = await uploadExtensions(issuer, [one.id, two.id])
    await changeStatus(server, issuer, one.uuid, 'revoked')
    expect(await signed(issuer, batch)).toMatchObject({ state: 'done', signed: 1, badRows: 1 })
    expect(await errorsOf(issuer, batch)).toEqual([
      { line: 2, faults: [{ column: '', reason: 'The base licence is not in force.' }] },
    ])
    expect(await credentialsOf(issuer, batch)).toHaveLength(1)
    const visitor = await visit(server, issuer.slug, 'proposer')
    const page = await pageOf(await visitor.get(`/console/batches/${batch.id}`))
    expect(page.querySelector('.headline')?.textContent).toContain('1 row could not be signed')
    expect(page.querySelector('a[href$="/errors.csv"]')).not.toBeNull()
  })
})

describe('an issuer that keeps its keys', { timeout: 30_000 }, () => {
  it('signs extensions elsewhere, but those whose licence has ended, and no transcripts', async () => {
    const HOST = 'kinds.gov.xm'
    const { issuer, headersOf } = await foundAtOwnDomain(server, 'kinds', HOST)
    const key = await makeOutsideKey()
    await publishKeys(server, HOST, [key.publicJwk])
    await bodyOf(
      await server.post(`/v1/issuers/${issuer.slug}/keys`, {
        headers: await headersOf('admin'),
        body: { publicJwk: key.publicJwk },
      }),
      201,
    )
    const base = `/v1/issuers/${issuer.slug}`
    const complete = async (body: object) => {
      const order = await server.post(`${base}/credentials`, { key: issuer.apiKey, body })
      await bodyOf(order, 202)
      const { requests } = await bodyOf<{
        requests: { id: string; kind: string; bytes: string }[]
      }>(await server.get(`${base}/signing-requests`, { key: issuer.apiKey }), 200)
      const ids: string[] = []
      for (const { id, bytes } of requests) {
        const signature = await key.sign(bytes)
        const path = `${base}/signing-requests/${id}`
        const answer = await server.post(path, { key: issuer.apiKey, body: { signature } })
        ids.push((await bodyOf<{ id: string }>(answer, 201)).id)
      }
      return ids.at(-1) ?? ''
    }
    const [one, two] = [await complete(licenceOrder()), await complete(licenceOrder())]
    const batch = await uploadExtensions(issuer, [one, two])
    await changeStatus(server, issuer, one.slice('urn:uuid:'.length), 'revoked')
    await bodyOf(await startBatch(server, issuer, batch), 202)
    const path = batchPath(issuer, batch, '/signing-requests')
    const { requests } = await bodyOf<{ requests: { id: string; line: number; bytes: string }[] }>(
      await server.get(path, { key: issuer.apiKey }),
      200,
    )
    expect(requests.map(({ line }) => line)).toEqual([3])
    const signatures = await Promise.all(
      requests.map(async ({ id, bytes }) => ({ id, signature: await key.sign(bytes) })),
    )
    const done = await server.post(batchPath(issuer, batch, '/signatures'), {
      key: issuer.apiKey,
      body: { signatures },
    })
    expect(await bodyOf(done, 200)).toMatchObject({ state: 'done', signed: 1, badRows: 1 })

    const table = await templateOf(issuer, 'transcript')
    const transcripts = await bodyOf<BatchBody>(
      await upload(server, issuer, table, 'kind=transcript'),
      201,
    )
    expect((await problemOf(await startBatch(server, issuer, transcripts))).code).toBe(
      'key.elsewhere',
    )
    const left = await env.DB.prepare('SELECT count(*) AS n FROM batch_drafts').first<number>('n')
    expect(left).toBe(0)
  })
})
