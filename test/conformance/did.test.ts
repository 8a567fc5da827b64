import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../shared/encoding/json.ts'
import { didJwk, resolveDidJwk } from '../../shared/keys/did-jwk.ts'
import { didJwkDocument } from '../../shared/keys/did-jwk-document.ts'
import { didKey, resolveDidKey } from '../../shared/keys/did-key.ts'
import { didKeyDocument } from '../../shared/keys/did-key-document.ts'
import { ed25519Bytes, readPublicJwk } from '../../shared/keys/jwk.ts'
import { LEFT_OUT, PRESENCE, readVectors } from '../support/vectors.ts'

interface Method {
  readonly id: string
  readonly publicKeyJwk: { readonly crv: string; readonly x: string }
}
interface DidDocument {
  readonly id: string
  readonly verificationMethod: readonly [Method, ...Method[]]
  readonly assertionMethod?: readonly string[]
}
interface DidKeyVector {
  readonly type: string
  readonly 'application/did+json': { readonly didDocument: DidDocument }
}

const DID_KEYS = Object.entries(
  readVectors<Readonly<Record<string, DidKeyVector>>>('did/did-key-transmute.json', {}),
).map(([name, vector]) => ({
  name,
  type: vector.type,
  document: vector['application/did+json'].didDocument,
}))
const DID_JWKS = readVectors<
  readonly { readonly name: string; readonly did: string; readonly didDocument: DidDocument }[]
>('did/did-jwk-spec.json', [])

/** A JWK of our own, as the method's own examples hold none that signs with Ed25519. */
const JWK: JsonObject = {
  kty: 'OKP',
  crv: 'Ed25519',
  x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
}
const didOf = (jwk: object) => `did:jwk:${Buffer.from(JSON.stringify(jwk)).toString('base64url')}`

describe.skipIf(LEFT_OUT)(`did:key${PRESENCE}`, () => {
  it('gives the key of every Ed25519 document, under its id', () => {
    const ours = DID_KEYS.filter(({ type }) => type === 'ed25519')
    expect(ours).toHaveLength(3)
    for (const { document } of ours) {
      const [method] = document.verificationMethod
      expect(resolveDidKey(document.id)).toEqual({
        id: method.id,
        key: { kty: 'OKP', crv: 'Ed25519', x: method.publicKeyJwk.x },
      })
      expect(document.assertionMethod).toContain(method.id)
      const key = readPublicJwk(method.publicKeyJwk)
      expect(didKey((key && ed25519Bytes(key)) ?? new Uint8Array())).toBe(document.id)
    }
  })

  it('gives the key of every document on P-256 and P-384', () => {
    const ours = DID_KEYS.filter(({ type }) => type.startsWith('secp'))
    expect(ours).toHaveLength(6)
    for (const { document } of ours) {
      const [method] = document.verificationMethod
      expect(resolveDidKey(document.id)).toEqual({
        id: method.id,
        key: readPublicJwk(method.publicKeyJwk),
      })
    }
  })

  it('gives no key that only agrees on secrets', () => {
    const others = DID_KEYS.filter(({ type }) => type === 'x25519')
    expect(others).toHaveLength(3)
    for (const { document } of others) expect(resolveDidKey(document.id)).toBeNull()
  })
})

describe.skipIf(LEFT_OUT)(`the document of a did:key${PRESENCE}`, () => {
  const MULTIKEYS = ['ed25519', 'secp256r1', 'secp384r1']
  const withoutAgreement = (names: readonly string[]) =>
    names.filter((name) => name !== 'keyAgreement').sort()

  it('names the same key for the same purposes as the vectors', () => {
    const described = DID_KEYS.filter(({ document }) => didKeyDocument(document.id).ok)
    expect(described.length).toBeGreaterThanOrEqual(3)
    for (const { type, document } of described) {
      expect(MULTIKEYS).toContain(type)
      const ours = didKeyDocument(document.id)
      const made = ours.ok ? ours.value : {}
      expect(withoutAgreement(Object.keys(made))).toEqual(withoutAgreement(Object.keys(document)))
      expect(made.assertionMethod).toEqual(document.assertionMethod)
    }
  })

  it('is refused for keys that cannot sign', () => {
    const others = DID_KEYS.filter(({ type }) => type === 'x25519')
    expect(others).toHaveLength(3)
    for (const { document } of others) {
      expect(didKeyDocument(document.id)).toEqual({ ok: false, error: 'unsupported' })
    }
  })
})

describe.skipIf(LEFT_OUT)(`the document of a did:jwk${PRESENCE}`, () => {
  it('is that of the specification', () => {
    expect(DID_JWKS).toHaveLength(2)
    for (const { did, didDocument } of DID_JWKS) {
      // One reference in the specification's example begins with a stray `$`.
      const expected: unknown = JSON.parse(
        JSON.stringify(didDocument).replace('did:jwk:$', 'did:jwk:'),
      )
      expect(didJwkDocument(did)).toEqual({ ok: true, value: expected })
    }
  })
})

describe.skipIf(LEFT_OUT)(`did:jwk${PRESENCE}`, () => {
  it('gives the key of the P-256 example, and none of the X25519 one', () => {
    const keys = DID_JWKS.map(({ did }) => resolveDidJwk(did)?.key)
    expect(keys).toHaveLength(2)
    for (const [number, { didDocument }] of DID_JWKS.entries()) {
      const { crv, x } = didDocument.verificationMethod[0].publicKeyJwk
      expect(keys[number]).toEqual(
        crv === 'P-256' ? expect.objectContaining({ kty: 'EC', crv, x }) : undefined,
      )
    }
  })
})

describe('did:jwk', () => {
  it('gives an Ed25519 key under #0', () => {
    const did = didOf(JWK)
    expect(resolveDidJwk(did)).toEqual({ id: `${did}#0`, key: JWK })
    expect(resolveDidJwk(didOf({ ...JWK, use: 'sig' }))?.key).toEqual(JWK)
    expect(didJwk({ kty: 'OKP', crv: 'Ed25519', x: String(JWK.x) })).toBe(did)
  })

  it.each([
    ['for encryption', { ...JWK, use: 'enc' }],
    ['that is private', { ...JWK, d: 'AA' }],
    ['on another curve', { ...JWK, crv: 'X25519' }],
    ['of 31 bytes', { ...JWK, x: 'A'.repeat(42) }],
    ['that is a list', [JWK]],
  ])('gives no key %s', (_, jwk) => {
    expect(resolveDidJwk(didOf(jwk))).toBeNull()
  })
})
