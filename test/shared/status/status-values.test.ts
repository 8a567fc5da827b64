import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  countValues,
  createValues,
  readValue,
  writeValue,
} from '../../../shared/status/status-values.ts'

describe('values of a few bits', () => {
  it('begin at the left in a bitstring list', () => {
    const values = createValues(16, 1)
    writeValue(values, 0, 1, 1, 'msb')
    writeValue(values, 9, 1, 1, 'msb')
    expect(Array.from(values)).toEqual([0b1000_0000, 0b0100_0000])
  })

  it('begin at the right in a token list', () => {
    const values = createValues(16, 1)
    writeValue(values, 0, 1, 1, 'lsb')
    writeValue(values, 9, 1, 1, 'lsb')
    expect(Array.from(values)).toEqual([0b0000_0001, 0b0000_0010])
  })

  it('may reach over the end of a byte', () => {
    const values = createValues(5, 3)
    writeValue(values, 2, 0b111, 3, 'msb')
    expect(Array.from(values)).toEqual([0b0000_0011, 0b1000_0000])
    expect([1, 2, 3].map((index) => readValue(values, index, 3, 'msb'))).toEqual([0, 7, 0])
  })

  it('are 0 beyond the end', () => {
    expect(readValue(new Uint8Array([255]), 8, 1, 'msb')).toBe(0)
    expect(readValue(new Uint8Array([255]), 9_999_999_999, 8, 'lsb')).toBe(0)
  })

  it('are counted whole', () => {
    expect(countValues(new Uint8Array(2), 3)).toBe(5)
  })

  it.each(['msb', 'lsb'] as const)('come back as they were written, %s first', (order) => {
    const lists = fc.integer({ min: 1, max: 8 }).chain((size) =>
      fc.record({
        size: fc.constant(size),
        written: fc.array(fc.integer({ min: 0, max: 2 ** size - 1 }), { maxLength: 64 }),
      }),
    )
    fc.assert(
      fc.property(lists, ({ size, written }) => {
        const values = createValues(written.length, size)
        for (const [index, value] of written.entries()) {
          writeValue(values, index, value, size, order)
        }
        expect(written.map((_, index) => readValue(values, index, size, order))).toEqual(written)
      }),
    )
  })
})
