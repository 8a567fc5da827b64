// Closed issuers and doubtful awards, from the order to the verdict of the Worker.
import { describe, expect, it } from 'vitest'
import { payloadOf } from '../support/jws.ts'
import { degreeOrder, licenceOrder } from '../support/orders.ts'
import {
  close,
  doubt,
  foundSchool,
  keptBy,
  successionOrder,
  taintOrder,
} from '../support/remarks.ts'
import { bodyOf, NOON, startServer, textOf } from '../support/server.ts'
import { accredit, changeStatus, issue, problemsIn, verify } from '../support/world.ts'

const server = startServer()
/** Made before the tests: each takes one for itself. */
const WORLDS = [
  await foundSchool(server),
  await foundSchool(server),
  await foundSchool(server),
  await foundSchool(server),
  await foundSchool(server),
  await foundSchool(server),
  await foundSchool(server),
  await foundSchool(server),
]
function world() {
  const next = WORLDS.pop()
  if (!next) throw new Error('There are more tests than worlds')
  return next
}
const DEGREE = degreeOrder()
const after = degreeOrder({ validFrom: '2026-11-10T00:00:00Z' })

describe('an issuer that closed', () => {
  it('is told of in the verdict on what it issued before, and of nothing later', async () => {
    const { anchor, archive, school } = world()
    const before = await issue(server, school, DEGREE)
    const late = await issue(server, school, after)
    await close(server, anchor, successionOrder(school.did, keptBy(archive)))
    const result = await verify(server, before.credential)
    expect([result.verdict, result.notices]).toEqual(['verified', ['issuer_closed']])
    expect(result.evidence.closing).toMatchObject({
      closedOn: '2026-11-01T00:00:00Z',
      statedBy: { did: anchor.did },
      keptBy: { did: archive.did },
    })
    expect(problemsIn(await verify(server, late.credential))).toEqual([
      'fail issuer_trust.accreditation_expired',
    ])
  })

  it('is open again once the record is revoked, at the next reading of the list', async () => {
    const { anchor, school } = world()
    const { credential } = await issue(server, school, DEGREE)
    const { id } = await close(server, anchor, successionOrder(school.did))
    expect((await verify(server, credential)).notices).toEqual(['issuer_closed'])
    const uuid = id.slice('urn:uuid:'.length)
    await bodyOf(await changeStatus(server, anchor, uuid, 'revoked'), 200)
    server.clock.now += 2
    expect((await verify(server, credential)).notices).toEqual([])
    expect((await issue(server, school, DEGREE)).credential).toBeTypeOf('string')
  })

  it('keeps readable lists when its own word for them has run out: its keeper’s takes its place', async () => {
    const year = startServer()
    const { anchor, archive, school } = world()
    const { credential, status } = await issue(year, school, DEGREE)
    const url = status[0]?.statusListCredential ?? ''
    const speaker = async () => {
      const list = payloadOf(await textOf(await year.get(new URL(url).pathname)))
      return payloadOf(list.evidence[0].verifiableCredential).issuer.id
    }
    expect(await speaker()).toBe(school.did)
    await close(year, anchor, successionOrder(school.did, keptBy(archive)))
    year.clock.now = NOON + 30 * 86_400
    expect(await speaker()).toBe(school.did)
    year.clock.now = NOON + 400 * 86_400
    expect(await speaker()).toBe(archive.did)
    expect((await verify(year, credential)).verdict).toBe('verified')
  })
})

describe('awards in doubt', () => {
  it('cannot be checked from then on, others can', async () => {
    const { anchor, school } = world()
    const inside = await issue(server, school, DEGREE)
    const outside = await issue(
      server,
      school,
      degreeOrder({ degree: { ...DEGREE.degree, awardedDate: '2026-02-01' } }),
    )
    const licence = await issue(server, school, licenceOrder())
    await doubt(server, anchor, taintOrder(school.did))
    const { verdict, ...result } = await verify(server, inside.credential)
    expect(verdict).toBe('inconclusive')
    expect(problemsIn({ verdict, ...result })).toEqual(['unknown issuer_trust.tainted_interval'])
    expect((await verify(server, outside.credential)).verdict).toBe('verified')
    expect((await verify(server, licence.credential)).verdict).toBe('verified')
  })

  it('can be checked again once the doubt is lifted', async () => {
    const { anchor, school } = world()
    const { credential } = await issue(server, school, DEGREE)
    const { id } = await doubt(server, anchor, taintOrder(school.did, { underReview: true }))
    expect(problemsIn(await verify(server, credential))).toEqual([
      'unknown issuer_trust.under_investigation',
    ])
    const uuid = id.slice('urn:uuid:'.length)
    await bodyOf(await changeStatus(server, anchor, uuid, 'revoked'), 200)
    server.clock.now += 2
    expect((await verify(server, credential)).verdict).toBe('verified')
  })

  it('are doubted by who accredited the accreditor, too', async () => {
    const { anchor, archive: agency, school } = world()
    await accredit(server, anchor, agency.did, { mayDelegate: true, maxDepth: 1 })
    const { school: other } = world()
    await accredit(server, agency, other.did)
    const { credential } = await issue(server, other, DEGREE)
    await doubt(server, anchor, taintOrder(other.did))
    expect((await verify(server, credential)).verdict).toBe('inconclusive')
    expect(school.did).not.toBe(other.did)
  })
})

describe('the trust list', () => {
  it('counts up with each remark, and keeps those whom it is about from older readers', async () => {
    const { anchor, school } = world()
    const read = async () =>
      payloadOf(await textOf(await server.get('/v1/trust-list'))).credentialSubject
    const before = await read()
    await doubt(server, anchor, taintOrder(school.did))
    const list = await read()
    expect(list.sequence).toBe(before.sequence + 1)
    const dids = (entities: readonly { did: string }[]) => entities.map(({ did }) => did)
    expect(dids(before.entities)).toContain(school.did)
    expect(dids(list.entities)).not.toContain(school.did)
    expect(dids(list.remarkedEntities)).toContain(school.did)
  })
})
