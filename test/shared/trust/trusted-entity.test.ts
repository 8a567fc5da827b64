import { describe, expect, it } from 'vitest'
import { readEntity, withLostKeys, writeEntity } from '../../../shared/trust/trusted-entity.ts'
import { NOW } from '../../support/clock.ts'
import { COUNCIL, MILL } from '../../support/parties.ts'

const entity = {
  did: COUNCIL.did,
  name: 'Council',
  keys: [COUNCIL.jwk],
  compromised: [{ key: MILL.jwk, sinceSeconds: NOW }],
}
const written = writeEntity(entity)

describe('an organisation on a trust list', () => {
  it('reads as it was written, with the keys that it lost', () => {
    expect(readEntity(written)).toEqual(entity)
  })

  it('hides a lost key from readers who do not know of lost keys', () => {
    expect(written.keys).toEqual([COUNCIL.jwk])
  })

  it('reads with the domain that it proved, and with none that is not plain', () => {
    const domain = 'council.example'
    expect(readEntity(writeEntity({ ...entity, domain }))).toEqual({ ...entity, domain })
    expect(readEntity({ ...written, domain: 'council.example/@evil' })).toEqual(entity)
    expect(readEntity({ ...written, domain: 7 })).toEqual(entity)
  })

  it('may have no key left', () => {
    expect(readEntity({ ...written, keys: [] })).toMatchObject({ keys: [] })
  })

  it('loses a key that stands on both sides', () => {
    const both = { ...written, keys: [COUNCIL.jwk, { ...MILL.jwk, kid: 'did:example:a#other' }] }
    expect(readEntity(both)).toEqual(entity)
  })

  it.each([
    ['lost keys that are no list', { compromisedKeys: {} }],
    ['a lost key without a date', { compromisedKeys: [MILL.jwk] }],
    ['a date that is none', { compromisedKeys: [{ ...MILL.jwk, compromisedSince: 'once' }] }],
    [
      'a lost key that is none',
      { compromisedKeys: [{ compromisedSince: '2026-01-01T00:00:00Z' }] },
    ],
    ['no key at all', { keys: [], compromisedKeys: [] }],
  ])('with %s is not read', (_, lie) => {
    expect(readEntity({ ...written, ...lie })).toBeNull()
  })

  it('keeps its keys where another one lost them', () => {
    const other = { ...entity, did: 'did:example:other', compromised: entity.compromised }
    const mill = { did: MILL.did, name: 'Mill', keys: [MILL.jwk] }
    expect(withLostKeys(mill, [other])).toBe(mill)
  })
})
