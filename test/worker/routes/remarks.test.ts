// What is refused of closings and doubts, and who acts for an issuer that closed.
import { describe, expect, it } from 'vitest'
import { approve, foundFourEyes, proposalIn } from '../support/four-eyes.ts'
import { signIn } from '../support/operators.ts'
import { accreditationOrder, degreeOrder, licenceOrder } from '../support/orders.ts'
import {
  close,
  doubt,
  foundSchool,
  keptBy,
  sayOf,
  successionOrder,
  taintOrder,
} from '../support/remarks.ts'
import { bodyOf, problemOf, startServer } from '../support/server.ts'
import { accredit, changeStatus, found, issue, verify } from '../support/world.ts'

const server = startServer()
const world = await foundSchool(server)
const stranger = await found(server)

const codeOf = async (response: Response) => (await problemOf(response)).code

describe('a remark', () => {
  const { anchor, archive, school } = world
  it.each([
    ['by who accredited nobody', archive, school.did],
    ['by the issuer itself', school, school.did],
    ['about somebody whom nobody accredited', anchor, stranger.did],
    ['about an anchor', anchor, anchor.did],
  ])('%s is refused', async (_, speaker, did) => {
    const succession = await sayOf(server, speaker, 'successions', successionOrder(did))
    expect(await codeOf(succession)).toBe('remark.refused')
    const taint = await sayOf(server, speaker, 'taints', taintOrder(did))
    expect(await codeOf(taint)).toBe('remark.refused')
  })

  it('that names a keeper whom nobody accredited is refused', async () => {
    const order = successionOrder(school.did, keptBy(stranger))
    expect(await codeOf(await sayOf(server, anchor, 'successions', order))).toBe('remark.refused')
  })

  it('is the administrator’s to make', async () => {
    for (const what of ['successions', 'taints'] as const) {
      const order = what === 'taints' ? taintOrder(school.did) : successionOrder(school.did)
      expect(await codeOf(await sayOf(server, anchor, what, order, anchor.apiKey))).toBe(
        'auth.invalid',
      )
    }
  })

  it.each([
    ['successions', successionOrder(school.did, { closedOn: '2026-11-01' }), 'closedOn'],
    ['successions', successionOrder(school.did, { ...keptBy(school) }), 'recordsKeptBy.did'],
    ['successions', successionOrder('did:'), 'subject'],
    ['taints', taintOrder(school.did, { awardedUntil: '2025-12-01T00:00:00Z' }), 'awardedUntil'],
    ['taints', taintOrder(school.did, { credentialTypes: [] }), 'credentialTypes'],
    ['taints', taintOrder(school.did, { programmes: [''] }), 'programmes.0'],
    ['taints', taintOrder(school.did, { reasonCode: 'rumours' }), 'reasonCode'],
    ['taints', taintOrder(school.did, { underReview: undefined }), 'underReview'],
    ['taints', taintOrder(school.did, { nationality: ['XM'] }), 'body'],
  ] as const)('with a field that is wrong is refused: %s %#', async (what, order, field) => {
    const problem = await problemOf(await sayOf(server, anchor, what, order))
    expect(problem.errors?.map((error) => error.field)).toEqual([field])
  })

  it('about an issuer of nowhere is refused', async () => {
    const nobody = { ...anchor, slug: 'nobody' }
    expect(await codeOf(await sayOf(server, nobody, 'taints', taintOrder(school.did)))).toBe(
      'issuer.unknown',
    )
  })

  it('is told in the audit log of who makes it', async () => {
    const own = await foundSchool(server)
    const closed = await close(server, own.anchor, successionOrder(own.school.did))
    const doubted = await doubt(server, own.anchor, taintOrder(own.school.did))
    const { cookie } = await signIn(server, own.anchor.slug, 'auditor')
    const { entries } = await bodyOf<{ entries: { action: string; target: string }[] }>(
      await server.get(`/v1/issuers/${own.anchor.slug}/audit`, { headers: { cookie } }),
      200,
    )
    expect(entries.slice(0, 2).map(({ action, target }) => [action, target])).toEqual([
      ['issuer.tainted', doubted.id],
      ['issuer.closed', closed.id],
    ])
  })
})

describe('an issuer that closed', () => {
  const closeSchool = async (changes: Record<string, unknown> = {}) => {
    const own = await foundSchool(server)
    const licence = await issue(server, own.school, licenceOrder())
    const order = successionOrder(own.school.did, { ...keptBy(own.archive), ...changes })
    await close(server, own.anchor, order)
    return { ...own, licence }
  }

  it('is not closed twice', async () => {
    const { anchor, school } = await closeSchool()
    const again = await sayOf(server, anchor, 'successions', successionOrder(school.did))
    expect(await codeOf(again)).toBe('issuer.closed')
  })

  it('issues nothing any more, by no way', async () => {
    const { school } = await closeSchool()
    const path = `/v1/issuers/${school.slug}`
    const key = school.apiKey
    const orders = [
      await server.post(`${path}/credentials`, { key, body: degreeOrder() }),
      await server.post('/credentials/issue', {
        key,
        body: {
          credential: {
            '@context': ['https://www.w3.org/ns/credentials/v2'],
            type: ['VerifiableCredential'],
            issuer: school.did,
            credentialSubject: { name: 'Amina Diallo' },
          },
        },
      }),
    ]
    for (const response of orders) expect(await codeOf(response)).toBe('issuer.closed')
  })

  it('lets who keeps its records change its statuses, and nobody else, itself included', async () => {
    const { archive, licence, school } = await closeSchool()
    const as = ({ apiKey }: { apiKey: string }) =>
      changeStatus(server, { ...school, apiKey }, licence.uuid, 'suspended')
    expect(await codeOf(await as(school))).toBe('issuer.closed')
    expect(await codeOf(await as(stranger))).toBe('auth.forbidden')
    await bodyOf(await as(archive), 200)
    server.clock.now += 2
    expect((await verify(server, licence.credential)).verdict).toBe('not_in_force')
  })

  it('lets its keeper read, but not issue in its name', async () => {
    const { archive, licence, school } = await closeSchool()
    const path = `/v1/issuers/${school.slug}/credentials`
    const key = archive.apiKey
    await bodyOf(await server.get(`${path}/${licence.uuid}/status`, { key }), 200)
    await bodyOf(await server.get(path, { key }), 200)
    expect(await codeOf(await server.post(path, { key, body: degreeOrder() }))).toBe(
      'auth.forbidden',
    )
  })

  it('is open until the day comes', async () => {
    const { archive, licence, school } = await closeSchool({ closedOn: '2026-12-24T00:00:00Z' })
    const as = (apiKey: string) =>
      changeStatus(server, { ...school, apiKey }, licence.uuid, 'suspended')
    expect(await codeOf(await as(archive.apiKey))).toBe('auth.forbidden')
    await bodyOf(await as(school.apiKey), 200)
  })

  it('has no keeper where the records went in circles', async () => {
    const { anchor, archive, licence, school } = await closeSchool()
    await close(server, anchor, successionOrder(archive.did, keptBy(school)))
    for (const { apiKey } of [school, archive]) {
      const response = await changeStatus(server, { ...school, apiKey }, licence.uuid, 'suspended')
      expect(response.status).toBeGreaterThanOrEqual(403)
      await response.body?.cancel()
    }
  })

  it('lets the keeper’s own approver decide where the keeper asks for four eyes', async () => {
    const keeper = await foundFourEyes(server)
    const { anchor, school } = await foundSchool(server)
    await accredit(server, anchor, keeper.issuer.did, accreditationOrder(keeper.issuer.did))
    const licence = await issue(server, school, licenceOrder())
    await close(server, anchor, successionOrder(school.did, keptBy(keeper.issuer)))
    const path = `/v1/issuers/${school.slug}/credentials/${licence.uuid}/status`
    const asked = await server.patch(path, {
      headers: keeper.proposer,
      body: { state: 'suspended', reason: 'Decision of the archive' },
    })
    const id = await proposalIn(asked)
    expect((await verify(server, licence.credential)).verdict).toBe('verified')
    await bodyOf(await approve(server, keeper.issuer, id, keeper.approver), 200)
    server.clock.now += 2
    expect((await verify(server, licence.credential)).verdict).toBe('not_in_force')
  })

  it('has its keeper override nothing', async () => {
    const keeper = await foundFourEyes(server)
    const { anchor, school } = await foundSchool(server)
    await accredit(server, anchor, keeper.issuer.did, accreditationOrder(keeper.issuer.did))
    const licence = await issue(server, school, licenceOrder())
    await close(server, anchor, successionOrder(school.did, keptBy(keeper.issuer)))
    const path = `/v1/issuers/${school.slug}/credentials/${licence.uuid}/status`
    const asked = await server.patch(path, {
      headers: keeper.approver,
      body: { state: 'suspended', reason: 'x', override: { reasonCode: 'public_safety' } },
    })
    expect(await codeOf(asked)).toBe('auth.forbidden')
  })

  it('carries out nothing that was proposed before', async () => {
    const four = await foundFourEyes(server)
    const { anchor } = world
    await accredit(server, anchor, four.issuer.did)
    const path = `/v1/issuers/${four.issuer.slug}/credentials`
    const id = await proposalIn(
      await server.post(path, { headers: four.proposer, body: degreeOrder() }),
    )
    await close(server, anchor, successionOrder(four.issuer.did))
    expect(await codeOf(await approve(server, four.issuer, id, four.approver))).toBe(
      'issuer.closed',
    )
  })
})
