// Token Status List, test vectors of the draft's appendix and its two examples.
import { describe, expect, it } from 'vitest'
import { bytesEqual, toHex } from '../../shared/encoding/bytes.ts'
import {
  countValues,
  createValues,
  readValue,
  writeValue,
} from '../../shared/status/status-values.ts'
import { decodeTokenList, encodeTokenList } from '../../shared/status/token-list.ts'
import { LEFT_OUT, PRESENCE, readVectors } from '../support/vectors.ts'

interface Vector {
  readonly bits: 1 | 2 | 4 | 8
  readonly lst: string
  readonly size?: number
  readonly nonzero?: Readonly<Record<string, number>>
  readonly byte_array?: string
}

const VECTORS = readVectors<readonly Vector[]>('token-status-list/vectors.json', [])
const TABLES = VECTORS.filter(({ nonzero }) => nonzero)
const EXAMPLES = VECTORS.filter(({ byte_array: bytes }) => bytes)

describe(`Token Status List §4${PRESENCE}`, () => {
  it.skipIf(LEFT_OUT)('comes with six vectors', () => {
    expect([TABLES.length, EXAMPLES.length]).toEqual([4, 2])
  })

  it.each(TABLES)(
    'a list of $bits bits has $size values, all 0 but those of the table',
    async (vector) => {
      const { bits, lst, nonzero = {}, size = 0 } = vector
      const values = await decodeTokenList(lst)
      expect(values && countValues(values, bits)).toBe(size)
      const found: Record<string, number> = {}
      for (let index = 0; index < size; index++) {
        const value = values ? readValue(values, index, bits, 'lsb') : -1
        if (value !== 0) found[index] = value
      }
      const said = Object.entries(nonzero).filter(([, value]) => value !== 0)
      expect(found).toEqual(Object.fromEntries(said))
    },
  )

  it.each(TABLES)('a list of $bits bits is written so that it reads the same', async (vector) => {
    const { bits, nonzero = {}, size = 0 } = vector
    const values = createValues(size, bits)
    for (const [index, value] of Object.entries(nonzero)) {
      writeValue(values, Number(index), value, bits, 'lsb')
    }
    const [ours, theirs] = [await encodeTokenList(values), vector.lst]
    const [read, wanted] = [await decodeTokenList(ours), await decodeTokenList(theirs)]
    expect(read && wanted && bytesEqual(read, wanted)).toBe(true)
  })

  it.each(EXAMPLES)('the example $name inflates to $byte_array', async ({ byte_array, lst }) => {
    const values = await decodeTokenList(lst)
    expect(values && toHex(values)).toBe(byte_array)
  })
})
