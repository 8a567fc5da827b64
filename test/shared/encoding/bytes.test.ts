import { describe, expect, it } from 'vitest'
import { bytesEqual, concatBytes, toHex, utf8Decode } from '../../../shared/encoding/bytes.ts'

describe('bytes', () => {
  it.each([
    ['a byte that starts nothing', [0xff]],
    ['an overlong slash', [0xc0, 0xaf]],
    ['half of a surrogate pair', [0xed, 0xa0, 0x80]],
    ['a character cut short', [0xe2, 0x82]],
  ])('are no UTF-8 with %s', (_, bytes) => {
    expect(utf8Decode(Uint8Array.from(bytes))).toBeNull()
  })

  it('keep a byte order mark, so that it is seen', () => {
    expect(utf8Decode(Uint8Array.of(0xef, 0xbb, 0xbf, 0x61))).toBe('\uFEFFa')
  })

  it('are equal byte by byte', () => {
    expect(bytesEqual(Uint8Array.of(1, 2), Uint8Array.of(1, 2))).toBe(true)
    expect(bytesEqual(Uint8Array.of(1, 2), Uint8Array.of(1, 3))).toBe(false)
    expect(bytesEqual(Uint8Array.of(1, 2), Uint8Array.of(1, 2, 0))).toBe(false)
  })

  it('are joined and written in order', () => {
    expect(toHex(concatBytes(Uint8Array.of(0, 15), Uint8Array.of(), Uint8Array.of(255)))).toBe(
      '000fff',
    )
  })
})
