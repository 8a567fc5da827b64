import { describe, expect, it } from 'vitest'
import { isKeyDocument } from '../../../shared/keys/key-document.ts'
import { MILL } from '../../support/parties.ts'

const issuer = 'https://university.xm'
const rsa = { kty: 'RSA', n: 'AQAB', e: 'AQAB' }

describe('a document that publishes keys', () => {
  it.each([
    ['a key', MILL.jwk],
    ['a key of a kind that we do not verify with', rsa],
    ['a set', { keys: [MILL.jwk, rsa] }],
    ['an empty set', { keys: [] }],
    ['metadata with keys', { issuer, jwks: { keys: [MILL.jwk] } }],
    ['metadata with an address', { issuer, jwks_uri: `${issuer}/keys` }],
  ])('is %s', (_, document) => {
    expect(isKeyDocument(document)).toBe(true)
  })

  it.each([
    ['a text', 'key'],
    ['a list', [MILL.jwk]],
    ['an address book', { name: 'Amina Diallo' }],
    ['a private key', { ...MILL.jwk, d: 'AA' }],
    ['a private RSA key', { ...rsa, p: 'AA' }],
    ['a shared key', { kty: 'oct', k: 'AA' }],
    ['a set with a private key', { keys: [MILL.jwk, { ...MILL.jwk, d: 'AA' }] }],
    ['a set of other things', { keys: ['house', 'car'] }],
    ['a set too large', { keys: new Array(65).fill(MILL.jwk) }],
    ['metadata of nobody', { jwks: { keys: [] } }],
    ['metadata without keys', { issuer }],
    ['metadata with both', { issuer, jwks: { keys: [] }, jwks_uri: issuer }],
    ['metadata with a private key', { issuer, jwks: { keys: [{ ...MILL.jwk, d: 'AA' }] } }],
  ])('is not %s', (_, document) => {
    expect(isKeyDocument(document)).toBe(false)
  })
})
