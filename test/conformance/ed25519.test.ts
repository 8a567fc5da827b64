import { describe, expect, it } from 'vitest'
import { createEd25519Verifier } from '../support/ed25519.ts'
import { createSubtleWithoutEd25519 } from '../support/engines.ts'
import { ALL_SMALL_ORDER_KEYS, EASY_SIGNATURE, fromHex, messages } from '../support/forgeries.ts'
import { judgeSpecCheck, SPEC_CHECK_ANSWERS, type SpecCheckCase } from '../support/speccheck.ts'
import { LEFT_OUT, leaveOut, PRESENCE, readVectors } from '../support/vectors.ts'

interface Wycheproof {
  readonly testGroups: readonly {
    readonly publicKey: { readonly pk: string }
    readonly tests: readonly {
      readonly tcId: number
      readonly msg: string
      readonly sig: string
      readonly result: 'valid' | 'invalid'
    }[]
  }[]
}

const WYCHEPROOF = readVectors<Wycheproof>('wycheproof/ed25519_test.json', {
  testGroups: [],
}).testGroups.flatMap(({ publicKey, tests }) =>
  tests.map((test) => ({ ...test, pk: publicKey.pk })),
)
const SPEC_CHECK = readVectors<readonly SpecCheckCase[]>('ed25519-speccheck/cases.json', [])

const ENGINES = [
  ['WebCrypto', () => crypto.subtle],
  ['the fallback', createSubtleWithoutEd25519],
] as const

describe.skipIf(LEFT_OUT).each(ENGINES)(`RFC 8032 with %s${PRESENCE}`, (_, subtle) => {
  const ed25519 = createEd25519Verifier(subtle())
  const verify = (key: string, signature: string, message: string) =>
    ed25519.verify(fromHex(key), fromHex(signature), fromHex(message))

  it('agrees with all 151 tests of Wycheproof', async () => {
    expect(WYCHEPROOF).toHaveLength(151)
    for (const { tcId, pk, sig, msg, result } of WYCHEPROOF) {
      expect(await verify(pk, sig, msg), `tcId ${tcId}`).toBe(result === 'valid')
    }
  })

  it('accepts case 3 of the 12 of ed25519-speccheck, and no other', async () => {
    expect(await judgeSpecCheck(SPEC_CHECK, subtle())).toEqual(SPEC_CHECK_ANSWERS)
  })
})

describe.each(ENGINES)('keys of small order with %s', (_, subtle) => {
  const ed25519 = createEd25519Verifier(subtle())

  it.each(Object.entries(ALL_SMALL_ORDER_KEYS))('sign nothing: %s', async (_order, key) => {
    for (const message of messages(64)) {
      expect(await ed25519.verify(fromHex(key), EASY_SIGNATURE, message)).toBe(false)
    }
  })
})

describe('vectors that are absent', () => {
  it('fail in CI, and are counted as not run elsewhere', () => {
    expect(leaveOut(false, { CI: 'true' })).toBe(false)
    expect(leaveOut(false, {})).toBe(true)
    expect(leaveOut(true, {})).toBe(false)
  })
})
