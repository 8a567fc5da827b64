import { describe, expect, it } from 'vitest'
import { createLookUps } from '../../extension/background/look-up.ts'
import { createArea } from './support/area.ts'
import { createFakeNet } from './support/fake-net.ts'

const ORIGIN = 'https://registry.example'
const LIST = 'https://issuer.example/status/1?a=b'
const LISTED = { kind: 'bitstring' } as const
const LIST_URL = `${ORIGIN}/v1/status-lists?url=https%3A%2F%2Fissuer.example%2Fstatus%2F1%3Fa%3Db&kind=bitstring`
const DID_URL = `${ORIGIN}/v1/dids/did%3Aweb%3Aissuer.example`

function setUp(answers: Parameters<typeof createFakeNet>[0]) {
  const clock = { seconds: 1_000 }
  const net = createFakeNet(answers)
  const session = createArea()
  const start = () =>
    createLookUps({ session, fetchText: net.fetchText, now: () => clock.seconds })(ORIGIN)
  return { clock, net, session, start, lookUp: start() }
}

describe('looking up through the pinned Worker', () => {
  it('asks the Worker for a status list, never its issuer', async () => {
    const { lookUp, net } = setUp({ [LIST_URL]: { text: 'list', maxAgeSeconds: 60 } })
    const value = { text: 'list', fetchedAtSeconds: 1_000 }
    expect(await lookUp.statusList(LIST, LISTED)).toMatchObject({ ok: true, value })
    expect(net.asked).toEqual([LIST_URL])
  })
  it('asks for lists of either kind, and for a list of a past second', async () => {
    const past = `${LIST_URL.replace('bitstring', 'token')}&at=900`
    const { lookUp, net } = setUp({ [past]: { text: 'token', maxAgeSeconds: 0 } })
    const question = { kind: 'token', atSeconds: 900.5 } as const
    expect(await lookUp.statusList(LIST, question)).toMatchObject({ value: { text: 'token' } })
    expect(net.asked).toEqual([past])
  })
  it('keeps a list for as long as the Worker says, also in the next life', async () => {
    const { clock, lookUp, net, start } = setUp({ [LIST_URL]: { text: 'list', maxAgeSeconds: 60 } })
    await lookUp.statusList(LIST, LISTED)
    clock.seconds += 59
    await start().statusList(LIST, LISTED)
    expect(net.asked).toHaveLength(1)
    clock.seconds += 1
    await start().statusList(LIST, LISTED)
    expect(net.asked).toHaveLength(2)
  })
  it('keeps nothing that may not be kept', async () => {
    const { lookUp, session } = setUp({ [LIST_URL]: { text: 'list', maxAgeSeconds: 0 } })
    await lookUp.statusList(LIST, LISTED)
    expect(session.items).toEqual({})
  })
  it('throws away what is no longer fresh', async () => {
    const { clock, lookUp, session } = setUp({
      [LIST_URL]: { text: 'list', maxAgeSeconds: 60 },
      [DID_URL]: { text: '{}', maxAgeSeconds: 60 },
    })
    await lookUp.statusList(LIST, LISTED)
    clock.seconds += 100
    await lookUp.didDocument('did:web:issuer.example')
    expect(Object.keys(session.items)).toEqual([`kept:${DID_URL}`])
  })
  it('makes room before storage is full', async () => {
    const { lookUp, session } = setUp({
      [LIST_URL]: { text: 'a'.repeat(3_000_000), maxAgeSeconds: 60 },
      [DID_URL]: { text: JSON.stringify('b'.repeat(2_000_000)), maxAgeSeconds: 60 },
    })
    await lookUp.statusList(LIST, LISTED)
    await lookUp.didDocument('did:web:issuer.example')
    expect(Object.keys(session.items)).toEqual([`kept:${DID_URL}`])
  })
  it('asks once for what several credentials need at the same time', async () => {
    const { lookUp, net } = setUp({ [LIST_URL]: { text: 'list', maxAgeSeconds: 0 } })
    await Promise.all([lookUp.statusList(LIST, LISTED), lookUp.statusList(LIST, LISTED)])
    expect(net.asked).toHaveLength(1)
  })
  it('says unreachable, and asks again only after a while', async () => {
    const { clock, lookUp, net } = setUp({ [LIST_URL]: 'unreachable' })
    expect(await lookUp.statusList(LIST, LISTED)).toEqual({ ok: false, error: 'unreachable' })
    await lookUp.statusList(LIST, LISTED)
    expect(net.asked).toHaveLength(1)
    clock.seconds += 29
    await lookUp.statusList(LIST, LISTED)
    expect(net.asked).toHaveLength(1)
    clock.seconds += 1
    await lookUp.statusList(LIST, LISTED)
    expect(net.asked).toHaveLength(2)
  })
  it('reads a DID document as JSON', async () => {
    const { lookUp } = setUp({ [DID_URL]: { text: '{"id":"x"}', maxAgeSeconds: 0 } })
    expect(await lookUp.didDocument('did:web:issuer.example')).toEqual({
      ok: true,
      value: { id: 'x' },
    })
  })
  it('calls a DID document that is no JSON malformed', async () => {
    const { lookUp } = setUp({ [DID_URL]: { text: '<html>', maxAgeSeconds: 0 } })
    expect(await lookUp.didDocument('did:web:issuer.example')).toEqual({
      ok: false,
      error: 'malformed',
    })
  })
})
