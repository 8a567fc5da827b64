import { describe, expect, it } from 'vitest'
import { createSignatureEngine, createTrustListReader } from '../../../shared/index.ts'
import { DAY_SECONDS, NOW } from '../../support/clock.ts'
import { MILL, MINISTRY, UNIVERSITY } from '../../support/parties.ts'
import { listed, PIN, trustList } from '../../support/world.ts'

const TEXT = await trustList()
const MOMENT = { nowSeconds: NOW, lowestSequence: 0 }

async function readOnce() {
  const read = createTrustListReader(createSignatureEngine())
  const first = await read(TEXT, PIN, MOMENT)
  if (!first.ok) throw new Error('The list of the valid world is not read')
  return { read, first: first.value }
}

describe('a reader of trust lists', () => {
  it('answers the very same snapshot for the same list', async () => {
    const { first, read } = await readOnce()
    const again = await read(TEXT, { ...PIN }, { nowSeconds: NOW + 60, lowestSequence: 7 })
    expect(again.ok && again.value).toBe(first)
  })

  it('reads another list', async () => {
    const { first, read } = await readOnce()
    const other = await read(await trustList({ entities: [listed(UNIVERSITY)] }), PIN, MOMENT)
    expect(other.ok && other.value.entities.size).not.toBe(first.entities.size)
  })

  it('gives no anchors to one pin that another one chose', async () => {
    const { read } = await readOnce()
    const pin = { ...PIN, anchors: [listed(MILL)] }
    const own = await read(TEXT, pin, MOMENT)
    expect(own.ok && own.value.anchors.map(({ did }) => did)).toEqual([MILL.did])
    const again = await read(TEXT, PIN, MOMENT)
    expect(again.ok && again.value.anchors.map(({ did }) => did)).toEqual([MINISTRY.did])
  })

  it.each([
    ['after its end', { nowSeconds: NOW + DAY_SECONDS, lowestSequence: 0 }, 'registry_expired'],
    ['below the floor', { nowSeconds: NOW, lowestSequence: 8 }, 'registry_rolled_back'],
  ])('refuses the list %s, though it was read before', async (_, moment, code) => {
    const { read } = await readOnce()
    expect(await read(TEXT, PIN, moment)).toMatchObject({
      error: { code: `issuer_trust.${code}` },
    })
  })

  it('refuses it under another key, though it was read before', async () => {
    const { read } = await readOnce()
    expect(await read(TEXT, { ...PIN, registryKey: MILL.jwk }, MOMENT)).toMatchObject({
      error: { code: 'issuer_trust.registry_unverified' },
    })
  })
})
