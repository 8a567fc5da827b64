import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../shared/encoding/json.ts'
import { findVerificationMethod, isDidDocumentOf } from '../../../shared/keys/did-document.ts'
import { multikey } from '../../../shared/keys/did-key.ts'
import { VERIFICATION_METHODS_MAX_COUNT } from '../../../shared/limits.ts'
import { MILL, UNIVERSITY } from '../../support/parties.ts'

const DID = MILL.did
const KID = `${DID}#key-1`
const METHOD: JsonObject = {
  id: KID,
  type: 'JsonWebKey',
  controller: DID,
  publicKeyJwk: MILL.jwk,
}
const document = (changes: JsonObject = {}): JsonObject => ({
  id: DID,
  verificationMethod: [METHOD],
  assertionMethod: [KID],
  ...changes,
})
const withMethod = (changes: JsonObject) =>
  document({ verificationMethod: [{ ...METHOD, ...changes }] })

function read(value: unknown, kid: string | undefined = KID): string {
  const found = findVerificationMethod(value, DID, kid, 'assertionMethod')
  if (!found.ok) return found.error.code
  return found.value.key.kty === 'OKP' ? found.value.key.x : found.value.key.kty
}

describe('DID Core §5: the key of a DID document', () => {
  it.each([
    ['by its absolute id', document()],
    [
      'by relative ids',
      document({ verificationMethod: [{ ...METHOD, id: '#key-1' }], assertionMethod: ['#key-1'] }),
    ],
    [
      'embedded in assertionMethod',
      document({ verificationMethod: undefined, assertionMethod: [METHOD] }),
    ],
    ['as JsonWebKey2020', withMethod({ type: 'JsonWebKey2020' })],
    [
      'as Multikey',
      withMethod({
        type: 'Multikey',
        publicKeyJwk: undefined,
        publicKeyMultibase: multikey(MILL.publicKey),
      }),
    ],
    [
      'as Ed25519VerificationKey2020',
      withMethod({
        type: 'Ed25519VerificationKey2020',
        publicKeyMultibase: multikey(MILL.publicKey),
      }),
    ],
    ['beside methods that are none', document({ verificationMethod: [1, null, 'x', METHOD] })],
  ])('is found %s', (_, value) => {
    expect(read(value)).toBe(MILL.jwk.x)
  })

  it('is found without a key id only where there is one assertion method', () => {
    const find = (value: unknown) => {
      const found = findVerificationMethod(value, DID, undefined, 'assertionMethod')
      return found.ok ? found.value.id : found.error.code
    }
    expect(find(document())).toBe(KID)
    expect(find(document({ assertionMethod: [KID, `${DID}#key-2`] }))).toBe(
      'issuer_key.verification_method_missing',
    )
    expect(find(document({ assertionMethod: [] }))).toBe('issuer_key.verification_method_missing')
    expect(find(document({ assertionMethod: [1] }))).toBe('issuer_key.verification_method_missing')
  })

  it.each([
    ['null', null, 'did_document_malformed'],
    ['a list', [], 'did_document_malformed'],
    ['a document of somebody else', document({ id: UNIVERSITY.did }), 'did_document_malformed'],
    ['a document without id', document({ id: undefined }), 'did_document_malformed'],
    [
      'methods that are no list',
      document({ verificationMethod: METHOD }),
      'did_document_malformed',
    ],
    [
      'assertion methods that are no list',
      document({ assertionMethod: KID }),
      'did_document_malformed',
    ],
    [
      'more methods than we look at',
      document({ verificationMethod: new Array(VERIFICATION_METHODS_MAX_COUNT + 1).fill(METHOD) }),
      'did_document_malformed',
    ],
    [
      'a document without the key',
      document({ verificationMethod: [] }),
      'verification_method_missing',
    ],
    [
      'a key for authentication only',
      document({ assertionMethod: [], authentication: [KID] }),
      'not_an_assertion_method',
    ],
    [
      'a key under the control of somebody else',
      withMethod({ controller: UNIVERSITY.did }),
      'controller_mismatch',
    ],
    ['a key without controller', withMethod({ controller: undefined }), 'controller_mismatch'],
    [
      'a type of key that we do not know',
      withMethod({ type: 'EcdsaSecp256k1VerificationKey2019' }),
      'key_type_mismatch',
    ],
    [
      'a key on another curve',
      withMethod({ publicKeyJwk: { ...MILL.jwk, crv: 'X25519' } }),
      'key_type_mismatch',
    ],
    ['a private key', withMethod({ publicKeyJwk: { ...MILL.jwk, d: 'AA' } }), 'key_type_mismatch'],
    [
      'a key of 31 bytes',
      withMethod({ publicKeyJwk: { ...MILL.jwk, x: 'A'.repeat(42) } }),
      'key_type_mismatch',
    ],
    ['no key at all', withMethod({ publicKeyJwk: undefined }), 'key_type_mismatch'],
    ['a JWK where a multikey belongs', withMethod({ type: 'Multikey' }), 'key_type_mismatch'],
    [
      'a multikey of another kind',
      withMethod({
        type: 'Multikey',
        publicKeyMultibase: 'z6LSnrqxLHTe4L7yZP1r6BfGS69GfEorkxADKzZzB9igQKEC',
      }),
      'key_type_mismatch',
    ],
  ])('is not taken from %s', (_, value, reason) => {
    expect(read(value)).toBe(`issuer_key.${reason}`)
  })

  it('belongs to the DID that was asked for, to the letter', () => {
    expect(isDidDocumentOf({ id: DID }, DID)).toBe(true)
    expect(isDidDocumentOf({ id: DID.toUpperCase() }, DID)).toBe(false)
  })
})
