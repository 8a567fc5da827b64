// A pin that holds an older key of the registry.
import { describe, expect, it } from 'vitest'
import { createSignatureEngine, readTrustList } from '../../../shared/index.ts'
import { signRegistrySuccession } from '../../../shared/issue/registry-succession.ts'
import { NOW } from '../../support/clock.ts'
import { ORIGIN } from '../../support/credentials.ts'
import type { Issuer } from '../../support/issuer.ts'
import { COUNCIL, MILL, REGISTRY } from '../../support/parties.ts'
import { PIN, trustList } from '../../support/world.ts'

const engine = createSignatureEngine()
const names = (signer: Issuer, { jwk }: Issuer) =>
  signRegistrySuccession({ origin: ORIGIN, nextKey: jwk, atSeconds: NOW }, signer)
/** Whether a list that this key signed is read under the pin of the registry's first key. */
const reads = async (signer: Issuer, successions: readonly string[]) => {
  const text = await trustList({ successions }, signer)
  return (await readTrustList(text, PIN, { nowSeconds: NOW, lowestSequence: 0, engine })).ok
}

describe('a list by another key than the pinned one', () => {
  it('is read where the pinned key named it', async () => {
    expect(await reads(MILL, [await names(REGISTRY, MILL)])).toBe(true)
  })

  it('is read through several successions', async () => {
    const chain = [await names(REGISTRY, COUNCIL), await names(COUNCIL, MILL)]
    expect(await reads(MILL, chain)).toBe(true)
  })

  it.each([
    ['nobody named it', async () => []],
    ['it named itself', async () => [await names(MILL, MILL)]],
    ['a key named it that nobody named', async () => [await names(COUNCIL, MILL)]],
    ['another one was named', async () => [await names(REGISTRY, COUNCIL)]],
    ['what named it is no text', async () => [7] as unknown as string[]],
    ['there are too many statements', async () => Array(17).fill(await names(REGISTRY, MILL))],
  ])('is not where %s', async (_, successions) => {
    expect(await reads(MILL, await successions())).toBe(false)
  })

  it('does not take the word from the pinned key itself', async () => {
    expect(await reads(REGISTRY, [await names(REGISTRY, MILL)])).toBe(true)
  })
})
