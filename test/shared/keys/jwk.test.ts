import { describe, expect, it } from 'vitest'
import { encodeBase64Url } from '../../../shared/encoding/base64url.ts'
import { readPublicJwk } from '../../../shared/keys/jwk.ts'
import { hasFaultyPrimes } from '../../../shared/keys/roca.ts'
import { MILL } from '../../support/parties.ts'

const P256 = {
  kty: 'EC',
  crv: 'P-256',
  x: 'acbIQiuMs3i8_uszEjJ2tpTtRM4EU3yz91PH6CdH2V0',
  y: '_KcyLj9vWMptnmKtm46GqDz8wf74I5LKgrl2GzH3nSE',
}
const RSA = {
  kty: 'RSA',
  e: 'AQAB',
  n: encodeBase64Url(new Uint8Array(256).fill(0xab)),
}

describe('a key', () => {
  it.each([
    ['on Ed25519', MILL.jwk],
    ['on P-256', P256],
    ['of RSA', RSA],
  ])('%s is read, without what else stands in it', (_, jwk) => {
    const more = { ...jwk, use: 'sig', key_ops: ['sign', 'verify'], x5c: [], kid: 'key-1' }
    expect(readPublicJwk(more)).toEqual({ ...jwk, kid: 'key-1' })
  })

  it.each([
    ['Ed25519', 'EdDSA', MILL.jwk],
    ['Ed25519', 'Ed25519', MILL.jwk],
    ['P-256', 'ES256', P256],
    ['RSA', 'RS256', RSA],
  ])('on %s may be for %s', (_, alg, jwk) => {
    expect(readPublicJwk({ ...jwk, alg })).toEqual(jwk)
  })

  it.each([
    ['for encryption', { ...P256, use: 'enc' }],
    ['for another operation', { ...P256, key_ops: ['deriveKey'] }],
    ['for an operation that is no list', { ...P256, key_ops: 'verify' }],
    ['for an algorithm of another curve', { ...P256, alg: 'ES384' }],
    ['for an algorithm that does not exist', { ...P256, alg: 'ES224' }],
    ['for an algorithm of another kind', { ...MILL.jwk, alg: 'RS256' }],
    ['for an algorithm that is no text', { ...P256, alg: 7 }],
    ['with a private part', { ...P256, d: 'AA' }],
    ['with another exponent', { ...RSA, e: 'Aw' }],
    ['with a short modulus', { ...RSA, n: encodeBase64Url(new Uint8Array(128).fill(0xab)) }],
    [
      'with a modulus that begins with zeros',
      { ...RSA, n: encodeBase64Url(new Uint8Array(256).fill(1).fill(0, 0, 1)) },
    ],
  ])('%s is refused', (_, jwk) => {
    expect(readPublicJwk(jwk)).toBeNull()
  })
})

describe('the mark of faulty primes', () => {
  const bytesOf = (number: bigint) => {
    const hex = number.toString(16)
    return Uint8Array.from(Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex'))
  }

  it('is that of a power of 65537, and of hardly anything else', () => {
    expect(hasFaultyPrimes(bytesOf(65_537n ** 120n))).toBe(true)
    expect(hasFaultyPrimes(bytesOf(65_537n ** 120n + 2n))).toBe(false)
    expect(hasFaultyPrimes(new Uint8Array(256).fill(0xab))).toBe(false)
  })
})
