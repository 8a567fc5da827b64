import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  decodeBase64Url,
  decodeBase64UrlText,
  encodeBase64Url,
} from '../../../shared/encoding/base64url.ts'
import { utf8Decode, utf8Encode } from '../../../shared/encoding/bytes.ts'

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
    for (let length = 0; length < 400; length++) {
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
    // Long texts may be decoded by the platform.
    for (const whole of [text, 'QUJD'.repeat(200) + text, text + 'QUJD'.repeat(200)]) {
      expect(decodeBase64Url(whole)).toBeNull()
      expect(decodeBase64UrlText(whole)).toBeNull()
    }
  })

  it.each([
    '',
    'a',
    'ab',
    '{"name":"Amina Diallo"}',
    'Ærøskøbing ~~~???',
    'अमीना',
    '\uFEFF👩🏽‍⚕️\0',
  ])('reads the text %j as the two decoders one after the other do', (text) => {
    const encoded = encodeBase64Url(utf8Encode(text))
    expect(decodeBase64UrlText(encoded)).toBe(text)
  })

  it('agrees with itself on what is base64url and what is UTF-8', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'AZaz09-_+/=ѵ \n') }), (text) => {
        const bytes = decodeBase64Url(text)
        expect(decodeBase64UrlText(text)).toBe(bytes && utf8Decode(bytes))
      }),
    )
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(decodeBase64UrlText(encodeBase64Url(bytes))).toBe(utf8Decode(bytes))
      }),
    )
  })
})
