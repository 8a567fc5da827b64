// GET /v1/key-documents: which documents are relayed, and which never.
import { describe, expect, it } from 'vitest'
import { publicJwk } from '../../../shared/keys/jwk.ts'
import { DID_DOCUMENT_MAX_BYTES, DID_DOCUMENT_TTL_SECONDS } from '../../../shared/limits.ts'
import { createOutsideIssuer } from '../support/jws.ts'
import { jsonDocument } from '../support/net.ts'
import { bodyOf, NOON, problemOf, startServer } from '../support/server.ts'

const server = startServer()
const JWK = publicJwk((await createOutsideIssuer()).publicKey)

let hosts = 0
/** An address that nobody asked before, so that no cache knows it. */
const newUrl = (path = '/keys') => `https://k${++hosts}.gov.xm${path}`
const get = (url: string) => server.get(`/v1/key-documents?url=${encodeURIComponent(url)}`)
const document = (value: unknown, type = 'application/json') =>
  jsonDocument(value as object, { 'content-type': type })
const SET = { keys: [JWK] }

describe('a document that publishes keys', () => {
  it.each([
    ['a set', 'application/jwk-set+json', SET],
    ['a key', 'application/jwk+json', JWK],
    ['metadata', 'application/json', { issuer: 'https://a.gov.xm', jwks: SET }],
  ])('is relayed, with the life that is left of it: %s', async (_, type, published) => {
    const url = newUrl()
    server.net.answer(url, document(published, type))
    const response = await get(url)
    expect(response.headers.get('cache-control')).toBe(
      `public, max-age=${DID_DOCUMENT_TTL_SECONDS}`,
    )
    expect(await bodyOf(response, 200)).toEqual(published)
    server.clock.now = NOON + 60
    const again = await get(url)
    server.clock.now = NOON
    expect(again.headers.get('cache-control')).toBe(
      `public, max-age=${DID_DOCUMENT_TTL_SECONDS - 60}`,
    )
    expect(server.net.asked.filter((asked) => asked === url)).toHaveLength(1)
  })

  it.each([
    ['a private key', { ...JWK, d: 'AA' }],
    ['a set with a private key', { keys: [{ ...JWK, d: 'AA' }] }],
    ['something else', { name: 'Amina Diallo' }],
    ['a list', [JWK]],
  ])('is not relayed where it is %s', async (_, published) => {
    const url = newUrl()
    server.net.answer(url, document(published))
    const response = await get(url)
    expect(response.status).toBe(422)
    const text = await response.clone().text()
    expect(text).not.toContain('Amina')
    expect((await problemOf(response)).code).toBe('look_up.malformed')
  })

  it.each([
    ['of another media type', () => document(SET, 'text/html')],
    ['too large', () => document({ ...SET, more: 'a'.repeat(DID_DOCUMENT_MAX_BYTES) })],
    ['that is not there', () => new Response('', { status: 404 })],
  ])('is not had where it is one %s', async (_, answer) => {
    const url = newUrl()
    server.net.answer(url, answer)
    expect((await get(url)).status).toBe(502)
  })

  it.each([
    'http://localhost:8787/keys',
    'https://localhost:8787/.well-known/jwt-vc-issuer',
    'http://keys.gov.xm/',
    'https://127.0.0.1/',
    'https://[::1]/',
    'https://keys.internal/',
    'https://keys.gov.xm:8443/',
    'https://user:secret@keys.gov.xm/',
  ])('is never asked for at %s', async (url) => {
    const { length } = server.net.asked
    expect((await get(url)).status).toBeGreaterThanOrEqual(400)
    expect(server.net.asked).toHaveLength(length)
  })
})
