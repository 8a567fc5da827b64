import { describe, expect, it } from 'vitest'
import { decodeBase64Url, encodeBase64Url } from '../../../shared/encoding/base64url.ts'

describe('base64url', () => {
  it.each([
    [[], ''],
    [[0], 'AA'],
    [[251, 255], '-_8'],
    [[102, 111, 111], 'Zm9v'],
    [[102, 111, 111, 98], 'Zm9vYg'],
  ])('writes %j as "%s" and reads it back', (bytes, text) => {
    expect(encodeBase64Url(Uint8Array.from(bytes))).toBe(text)
    expect(decodeBase64Url(text)).toEqual(Uint8Array.from(bytes))
  })

  it('reads every length back as it was', () => {
    for (let length = 0; length < 100; length++) {
      const bytes = Uint8Array.from({ length }, (_, i) => (i * 37 + length) & 255)
      expect(decodeBase64Url(encodeBase64Url(bytes))).toEqual(bytes)
    }
  })

  it.each([
    ['padding', 'AA=='],
    ['spare bits that are set', 'AB'],
    ['spare bits that are set, three characters', 'AAB'],
    ['a length that no bytes have', 'AAAAA'],
    ['the alphabet of plain base64', '+/8'],
    ['white space', 'Zm 9v'],
    ['a line break at the end', 'Zm9v\n'],
    ['a letter that looks like one of the alphabet', 'Zm9ѵ'],
    ['a NUL', 'Zm9\0'],
  ])('refuses %s', (_, text) => {
    expect(decodeBase64Url(text)).toBeNull()
  })
})
