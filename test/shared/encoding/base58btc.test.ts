import { describe, expect, it } from 'vitest'
import { decodeBase58Btc, encodeBase58Btc } from '../../../shared/encoding/base58btc.ts'
import { utf8Encode } from '../../../shared/encoding/bytes.ts'

describe('base58btc', () => {
  it.each([
    ['', ''],
    ['Hello World!', '2NEpo7TZRRrLZSi2U'],
    [
      'The quick brown fox jumps over the lazy dog.',
      'USm3fpXnKG5EUBx2ndxBDMPVciP5hGey2Jh4NDv6gmeo1LkMeiKrLJUUBk6Z',
    ],
  ])('writes "%s" as the Internet draft does', (text, encoded) => {
    expect(encodeBase58Btc(utf8Encode(text))).toBe(encoded)
    expect(decodeBase58Btc(encoded)).toEqual(utf8Encode(text))
  })

  it('keeps leading zeros, one "1" for each', () => {
    const bytes = Uint8Array.of(0, 0, 0x28, 0x7f, 0xb4, 0xcd)
    expect(encodeBase58Btc(bytes)).toBe('11233QC4')
    expect(decodeBase58Btc('11233QC4')).toEqual(bytes)
  })

  it('keeps a run of zeros and nothing else', () => {
    expect(encodeBase58Btc(new Uint8Array(5))).toBe('11111')
    expect(decodeBase58Btc('11111')).toEqual(new Uint8Array(5))
  })

  it.each(['0', 'O', 'I', 'l', '2N Ep', '2N-p', 'ä'])('refuses "%s"', (text) => {
    expect(decodeBase58Btc(text)).toBeNull()
  })

  it('refuses a text that is longer than any key', () => {
    expect(decodeBase58Btc('z'.repeat(128))).not.toBeNull()
    expect(decodeBase58Btc('z'.repeat(129))).toBeNull()
  })
})
