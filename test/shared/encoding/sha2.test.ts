import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { toHex } from '../../../shared/encoding/bytes.ts'

const ABC = {
  sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  sha384:
    'cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed8086072ba1e7cc2358baeca134c825a7',
  sha512:
    'ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f',
} as const
const TEXTS = ['', 'Ngũgĩ 王 👩🏽‍⚕️', 'a'.repeat(1_000), `half a pair: ${'\ud83d'}`]

beforeEach(() => vi.resetModules())
afterEach(() => vi.unstubAllGlobals())

const load = async () => (await import('../../../shared/encoding/sha2.ts')).sha2
const digestsOf = async () => {
  const sha2 = await load()
  return TEXTS.map((text) => toHex(sha2('sha256', text)))
}

describe.each([
  ['where the platform hashes at once', () => undefined],
  ['where it does not', () => vi.stubGlobal('process', undefined)],
])('a digest %s', (_, prepare) => {
  it.each(['sha256', 'sha384', 'sha512'] as const)('is %s as FIPS 180-4 has it', async (name) => {
    const sha2 = await load()
    prepare()
    expect(toHex(sha2(name, 'abc'))).toBe(ABC[name])
  })

  it('is the same for any text', async () => {
    const expected = await digestsOf()
    vi.resetModules()
    const sha2 = await load()
    prepare()
    expect(TEXTS.map((text) => toHex(sha2('sha256', text)))).toEqual(expected)
  })
})
