// Who acts for an issuer that closed, and what nobody can do in its name any more.
import { describe, expect, it } from 'vitest'
import { degreeRows, startBatch, uploaded } from '../support/batches.ts'
import { approve, foundFourEyes, proposalIn } from '../support/four-eyes.ts'
import { degreeOrder, licenceOrder } from '../support/orders.ts'
import { close, foundSchool, keptBy, sayOf, successionOrder } from '../support/remarks.ts'
import { bodyOf, problemOf, startServer } from '../support/server.ts'
import { accredit, changeStatus, found, issue, verify } from '../support/world.ts'

const server = startServer()

const codeOf = async (response: Response) => (await problemOf(response)).code

/** A school that closed, with the archive as its keeper, and what it issued before. */
async function closeSchool(changes: Record<string, unknown> = {}) {
  const own = await foundSchool(server)
  const licence = await issue(server, own.school, licenceOrder())
  const order = successionOrder(own.school.did, { ...keptBy(own.archive), ...changes })
  await close(server, own.anchor, order)
  return { ...own, licence }
}

/** The same with a keeper that asks for four eyes. */
async function closeForFourEyes() {
  const keeper = await foundFourEyes(server)
  const { anchor, school } = await foundSchool(server)
  await accredit(server, anchor, keeper.issuer.did)
  const licence = await issue(server, school, licenceOrder())
  await close(server, anchor, successionOrder(school.did, keptBy(keeper.issuer)))
  const path = `/v1/issuers/${school.slug}/credentials/${licence.uuid}/status`
  return { keeper, licence, path }
}

const CLOSED = await closeSchool()
const SUSPENDED = await closeSchool()
const LATER = await closeSchool({ closedOn: '2026-12-24T00:00:00Z' })
const CIRCLE = await closeSchool()
await close(server, CIRCLE.anchor, successionOrder(CIRCLE.archive.did, keptBy(CIRCLE.school)))
const KEPT = await closeForFourEyes()
const LATE_TABLE = await (async () => {
  const { anchor, school } = await foundSchool(server)
  const batch = await uploaded(server, school, degreeRows(2))
  await close(server, anchor, successionOrder(school.did))
  return { school, batch }
})()
const STRANGER = await found(server)
const PROPOSING = await foundFourEyes(server)
await accredit(server, CLOSED.anchor, PROPOSING.issuer.did)
const PROPOSAL = await proposalIn(
  await server.post(`/v1/issuers/${PROPOSING.issuer.slug}/credentials`, {
    headers: PROPOSING.proposer,
    body: degreeOrder(),
  }),
)

const suspend = ({ school, licence }: typeof CLOSED, { apiKey }: { readonly apiKey: string }) =>
  changeStatus(server, { ...school, apiKey }, licence.uuid, 'suspended')

describe('an issuer that closed', () => {
  it('is not closed twice', async () => {
    const { anchor, school } = CLOSED
    const again = await sayOf(server, anchor, 'successions', successionOrder(school.did))
    expect(await codeOf(again)).toBe('issuer.closed')
  })

  it('issues nothing any more', async () => {
    const { apiKey: key, slug } = CLOSED.school
    const order = { key, body: degreeOrder() }
    expect(await codeOf(await server.post(`/v1/issuers/${slug}/credentials`, order))).toBe(
      'issuer.closed',
    )
  })

  it('issues nothing by the VC-API either', async () => {
    const { apiKey: key, did } = CLOSED.school
    const credential = {
      '@context': ['https://www.w3.org/ns/credentials/v2'],
      type: ['VerifiableCredential'],
      issuer: did,
      credentialSubject: { name: 'Amina Diallo' },
    }
    const response = await server.post('/credentials/issue', { key, body: { credential } })
    expect(await codeOf(response)).toBe('issuer.closed')
  })

  it('signs no table that was uploaded before', async () => {
    expect(await codeOf(await startBatch(server, LATE_TABLE.school, LATE_TABLE.batch))).toBe(
      'issuer.closed',
    )
  })

  it('lets who keeps its records change its statuses, and nobody else, itself included', async () => {
    const { archive, licence, school } = SUSPENDED
    expect(await codeOf(await suspend(SUSPENDED, school))).toBe('issuer.closed')
    expect(await codeOf(await suspend(SUSPENDED, STRANGER))).toBe('auth.forbidden')
    await bodyOf(await suspend(SUSPENDED, archive), 200)
    server.clock.now += 2
    expect((await verify(server, licence.credential)).verdict).toBe('not_in_force')
  })

  it('lets its keeper read, but not issue in its name', async () => {
    const { archive, licence, school } = CLOSED
    const path = `/v1/issuers/${school.slug}/credentials`
    const key = archive.apiKey
    await bodyOf(await server.get(`${path}/${licence.uuid}/status`, { key }), 200)
    await bodyOf(await server.get(path, { key }), 200)
    expect(await codeOf(await server.post(path, { key, body: degreeOrder() }))).toBe(
      'auth.forbidden',
    )
  })

  it('is open until the day comes', async () => {
    expect(await codeOf(await suspend(LATER, LATER.archive))).toBe('auth.forbidden')
    await bodyOf(await suspend(LATER, LATER.school), 200)
  })

  it('has no keeper where the records went in circles', async () => {
    expect(await codeOf(await suspend(CIRCLE, CIRCLE.school))).toBe('issuer.closed')
    expect(await codeOf(await suspend(CIRCLE, CIRCLE.archive))).toBe('auth.forbidden')
  })

  it('carries out nothing that was proposed before', async () => {
    await close(server, CLOSED.anchor, successionOrder(PROPOSING.issuer.did))
    const approved = await approve(server, PROPOSING.issuer, PROPOSAL, PROPOSING.approver)
    expect(await codeOf(approved)).toBe('issuer.closed')
  })
})

describe('a keeper that asks for four eyes', () => {
  it('overrides nothing', async () => {
    const override = { reasonCode: 'public_safety' }
    const body = { state: 'suspended', reason: 'x', override }
    const asked = await server.patch(KEPT.path, { headers: KEPT.keeper.approver, body })
    expect(await codeOf(asked)).toBe('auth.forbidden')
  })

  it('has its own approver decide', async () => {
    const { keeper, licence, path } = KEPT
    const body = { state: 'suspended', reason: 'Decision of the archive' }
    const id = await proposalIn(await server.patch(path, { headers: keeper.proposer, body }))
    expect((await verify(server, licence.credential)).verdict).toBe('verified')
    await bodyOf(await approve(server, keeper.issuer, id, keeper.approver), 200)
    server.clock.now += 2
    expect((await verify(server, licence.credential)).verdict).toBe('not_in_force')
  })
})
