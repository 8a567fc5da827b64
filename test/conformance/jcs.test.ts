import { describe, expect, it } from 'vitest'
import { canonicalizeJson } from '../../shared/encoding/jcs.ts'
import { LEFT_OUT, PRESENCE, readVectors } from '../support/vectors.ts'

const VECTORS = readVectors<{ name: string; input: string; output: string }[]>('jcs/jcs.json', [])

describe(`RFC 8785, the vectors of its author${PRESENCE}`, () => {
  it.skipIf(LEFT_OUT)('are six', () => {
    expect(VECTORS).toHaveLength(6)
  })

  it.each(VECTORS)('$name', ({ input, output }) => {
    expect(canonicalizeJson(JSON.parse(input))).toBe(output)
  })
})

/** RFC 8785 appendix B, by the bits of the double. */
const NUMBERS = [
  ['0000000000000000', '0'],
  ['8000000000000000', '0'],
  ['0000000000000001', '5e-324'],
  ['7fefffffffffffff', '1.7976931348623157e+308'],
  ['4340000000000000', '9007199254740992'],
  ['4430000000000000', '295147905179352830000'],
  ['44b52d02c7e14af5', '9.999999999999997e+22'],
  ['44b52d02c7e14af6', '1e+23'],
  ['444b1ae4d6e2ef50', '1e+21'],
  ['3eb0c6f7a0b5ed8d', '0.000001'],
  ['41b3de4355555553', '333333333.3333332'],
  ['becbf647612f3696', '-0.0000033333333333333333'],
  ['7fffffffffffffff', null],
  ['7ff0000000000000', null],
] as const

describe('RFC 8785 appendix B', () => {
  it.each(NUMBERS)('%s is %s', (bits, text) => {
    const view = new DataView(new ArrayBuffer(8))
    view.setBigUint64(0, BigInt(`0x${bits}`))
    expect(canonicalizeJson(view.getFloat64(0))).toBe(text)
  })
})
