// Who may say that an issuer closed or that its awards are in doubt, and what is refused.
import { describe, expect, it } from 'vitest'
import { approve, foundFourEyes, proposalIn } from '../support/four-eyes.ts'
import { fromPage, signIn } from '../support/operators.ts'
import { degreeOrder } from '../support/orders.ts'
import {
  close,
  doubt,
  foundSchool,
  keptBy,
  sayOf,
  successionOrder,
  taintOrder,
} from '../support/remarks.ts'
import { ADMIN_KEY, bodyOf, problemOf, startServer } from '../support/server.ts'
import { accredit, found, issue, verify } from '../support/world.ts'

const server = startServer()
const world = await foundSchool(server)
const stranger = await found(server)
const four = await foundFourEyes(server)
await accredit(server, world.anchor, four.issuer.did, { mayDelegate: true, maxDepth: 1 })
const below = await found(server)
await accredit(server, four.issuer, below.did)
const { credential } = await issue(server, below, degreeOrder())
const other = await foundSchool(server)
const again = await foundSchool(server)
const people = {
  auditor: await signIn(server, other.anchor.slug, 'auditor'),
  admin: await signIn(server, other.anchor.slug, 'admin'),
  proposer: await signIn(server, other.anchor.slug, 'proposer'),
  stranger: await signIn(server, other.school.slug, 'approver'),
}

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

  it('is nothing that software with an API key makes', async () => {
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

  it('is proposed where the accreditor asks for four eyes, and made when somebody else approves', async () => {
    const path = `/v1/issuers/${four.issuer.slug}/taints`
    const body = taintOrder(below.did)
    const id = await proposalIn(await server.post(path, { headers: four.approver, body }))
    expect((await verify(server, credential)).verdict).toBe('verified')
    const own = await approve(server, four.issuer, id, four.approver)
    expect(await codeOf(own)).toBe('proposal.own')
    await bodyOf(await approve(server, four.issuer, id, four.second), 200)
    expect((await verify(server, credential)).verdict).toBe('inconclusive')
    await proposalIn(await server.post(path, { key: ADMIN_KEY, body }))
  })

  it('is made by operators of the accreditor, not by its auditors, admins and other issuers’ people', async () => {
    const path = `/v1/issuers/${other.anchor.slug}/taints`
    const ask = (who: keyof typeof people) =>
      server.post(path, {
        headers: fromPage(server, people[who].cookie),
        body: taintOrder(other.school.did),
      })
    for (const who of ['auditor', 'admin', 'stranger'] as const) {
      expect(await codeOf(await ask(who))).toBe('auth.forbidden')
    }
    await bodyOf(await ask('proposer'), 201)
  })

  it('is made once where it is asked for again', async () => {
    const { anchor: own, school: closing } = again
    const call = {
      key: ADMIN_KEY,
      body: successionOrder(closing.did),
      headers: { 'idempotency-key': 'closing' },
    }
    const path = `/v1/issuers/${own.slug}/successions`
    const first = await bodyOf(await server.post(path, call), 201)
    expect(await bodyOf(await server.post(path, call), 201)).toEqual(first)
  })

  it('about an issuer of nowhere is refused', async () => {
    const nobody = { ...anchor, slug: 'nobody' }
    expect(await codeOf(await sayOf(server, nobody, 'taints', taintOrder(school.did)))).toBe(
      'issuer.unknown',
    )
  })

  it('is told in the audit log of who makes it', async () => {
    const closed = await close(server, other.anchor, successionOrder(other.school.did))
    const doubted = await doubt(server, other.anchor, taintOrder(other.school.did))
    const { cookie } = people.auditor
    const { entries } = await bodyOf<{ entries: { action: string; target: string }[] }>(
      await server.get(`/v1/issuers/${other.anchor.slug}/audit`, { headers: { cookie } }),
      200,
    )
    expect(entries.slice(0, 2).map(({ action, target }) => [action, target])).toEqual([
      ['issuer.tainted', doubted.id],
      ['issuer.closed', closed.id],
    ])
  })
})
