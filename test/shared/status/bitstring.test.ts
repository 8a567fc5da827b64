import { describe, expect, it } from 'vitest'
import { decodeBitstring, encodeBitstring } from '../../../shared/status/bitstring.ts'
import { createValues, writeValue } from '../../../shared/status/status-values.ts'

describe('Bitstring Status List §3.3: an encoded list', () => {
  it('comes back as it was written', async () => {
    const bitstring = createValues(131_072, 1)
    for (const index of [0, 7, 8, 94_567, 131_071]) writeValue(bitstring, index, 1, 1, 'msb')
    expect(await decodeBitstring(await encodeBitstring(bitstring))).toEqual(bitstring)
  })

  it('is read from the specification’s example', async () => {
    const example = 'uH4sIAAAAAAAAA-3BMQEAAADCoPVPbQwfoAAAAAAAAAAAAAAAAAAAAIC3AYbSVKsAQAAA'
    const bitstring = await decodeBitstring(example)
    expect(bitstring?.length).toBe(16_384)
    expect(bitstring?.every((byte) => byte === 0)).toBe(true)
  })
})
