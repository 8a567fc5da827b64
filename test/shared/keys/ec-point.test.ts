import { describe, expect, it } from 'vitest'
import { decodeBase64Url } from '../../../shared/encoding/base64url.ts'
import { concatBytes } from '../../../shared/encoding/bytes.ts'
import { readCompressedPoint } from '../../../shared/keys/ec-point.ts'

const CURVES = [
  ['P-256', 32],
  ['P-384', 48],
] as const

const bytesOf = (text: string | undefined) => decodeBase64Url(text ?? '') ?? new Uint8Array()

describe.each(CURVES)('a compressed point on %s', (crv, length) => {
  it('is the key that WebCrypto made, whatever the parity of y', async () => {
    const parities = new Set<number>()
    while (parities.size < 2) {
      const algorithm = { name: 'ECDSA', namedCurve: crv }
      const { publicKey } = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
      const { x, y } = await crypto.subtle.exportKey('jwk', publicKey)
      const parity = (bytesOf(y).at(-1) ?? 0) & 1
      parities.add(parity)
      const point = concatBytes(Uint8Array.of(2 + parity), bytesOf(x))
      expect(readCompressedPoint(crv, point)).toEqual({ kty: 'EC', crv, x, y })
    }
  })

  it.each([
    ['without its first byte', new Uint8Array(length)],
    ['that is not compressed', new Uint8Array(2 * length + 1).fill(4, 0, 1)],
    ['with another first byte', new Uint8Array(length + 1)],
    ['with x past the prime', new Uint8Array(length + 1).fill(255).fill(2, 0, 1)],
    ['that is empty', new Uint8Array()],
  ])('is refused %s', (_, point) => {
    expect(readCompressedPoint(crv, point)).toBeNull()
  })

  it('is refused with an x that no point has: about every second one', () => {
    const found = Array.from({ length: 64 }, (_, x) =>
      readCompressedPoint(crv, Uint8Array.of(2, ...new Uint8Array(length - 1), x)),
    ).filter((key) => key !== null)
    expect(found.length).toBeGreaterThan(16)
    expect(found.length).toBeLessThan(48)
  })
})
