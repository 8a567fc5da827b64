import { describe, expect, it } from 'vitest'
import {
  createBitstring,
  decodeBitstring,
  encodeBitstring,
  readBit,
  setBit,
} from '../../../shared/status/bitstring.ts'

describe('Bitstring Status List §3.3: bits', () => {
  it('begin at the left', () => {
    const bitstring = createBitstring(16)
    setBit(bitstring, 0)
    setBit(bitstring, 9)
    expect(Array.from(bitstring)).toEqual([0b1000_0000, 0b0100_0000])
    expect([0, 1, 8, 9].map((index) => readBit(bitstring, index))).toEqual([
      true,
      false,
      false,
      true,
    ])
  })

  it('stay set when they are set again', () => {
    const bitstring = createBitstring(8)
    setBit(bitstring, 3)
    setBit(bitstring, 3)
    expect(readBit(bitstring, 3)).toBe(true)
  })

  it('come back as they were written', async () => {
    const bitstring = createBitstring(131_072)
    for (const index of [0, 7, 8, 94_567, 131_071]) setBit(bitstring, index)
    expect(await decodeBitstring(await encodeBitstring(bitstring))).toEqual(bitstring)
  })

  it('are read from the list of the specification’s example', async () => {
    const example = 'uH4sIAAAAAAAAA-3BMQEAAADCoPVPbQwfoAAAAAAAAAAAAAAAAAAAAIC3AYbSVKsAQAAA'
    const bitstring = await decodeBitstring(example)
    expect(bitstring?.length).toBe(16_384)
    expect(bitstring?.every((byte) => byte === 0)).toBe(true)
  })
})
