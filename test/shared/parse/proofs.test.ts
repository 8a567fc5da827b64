import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../shared/encoding/json.ts'
import { CREDENTIAL_MAX_CHARS, PROOFS_MAX_COUNT } from '../../../shared/limits.ts'
import { readProofs } from '../../../shared/parse/proofs.ts'
import { at, NOW } from '../../support/clock.ts'
import { licence } from '../../support/credentials.ts'
import { AGENCY, COUNCIL } from '../../support/parties.ts'
import { LEGACY, prove } from '../../support/proofs.ts'

const proof = await prove(licence(), COUNCIL)
const V2 = 'https://www.w3.org/ns/credentials/v2'

function read(proofs: unknown, document: JsonObject = licence(), signer = COUNCIL.did) {
  return readProofs(
    { ...document, proof: proofs },
    { relationship: 'assertionMethod', signer, maxChars: CREDENTIAL_MAX_CHARS },
  )
}

function reasonOf(proofs: unknown, document?: JsonObject): string {
  const result = read(proofs, document)
  if (result.ok) return 'ok'
  const { code, detail } = result.error
  return detail?.path === undefined ? code : `${code} ${detail.path}`
}

const changed = (changes: JsonObject): JsonObject => ({ ...proof, ...changes })

describe('what a proof must look like, Data Integrity §2.1', () => {
  it.each([
    ['one', proof],
    ['a set of one', [proof]],
    ['one with everything', changed({ id: 'urn:uuid:1', expires: at(NOW), domain: ['a', 'b'] })],
  ])('accepts %s', (_, proofs) => {
    expect(reasonOf(proofs)).toBe('ok')
  })

  it.each([
    ['nothing', undefined, 'format.encoding_malformed'],
    ['null', null, 'format.unsecured'],
    ['an empty set', [], 'format.unsecured'],
    ['a text', 'z1', 'format.property_malformed proof'],
    ['a set with a text', [proof, 'z1'], 'format.property_malformed proof'],
    [
      'more proofs than anybody needs',
      new Array(PROOFS_MAX_COUNT + 1).fill(proof),
      'format.property_malformed proof',
    ],
    ['no type', { proofValue: 'z1' }, 'format.property_missing proof.type'],
    [
      'two types',
      changed({ type: ['DataIntegrityProof'] }),
      'format.property_malformed proof.type',
    ],
    [
      'a suite we do not check',
      changed({ cryptosuite: 'bbs-2023' }),
      'format.envelope_unsupported',
    ],
    ['a suite that is no text', changed({ cryptosuite: 1 }), 'format.envelope_unsupported'],
    ['a suite as type', changed({ type: 'eddsa-jcs-2022' }), 'format.envelope_unsupported'],
    [
      'the older type as suite',
      changed({ cryptosuite: 'Ed25519Signature2020' }),
      'format.envelope_unsupported',
    ],
    [
      'a purpose that is a list',
      changed({ proofPurpose: ['assertionMethod'] }),
      'format.property_malformed proof.proofPurpose',
    ],
    [
      'a key in the place of its name',
      changed({ verificationMethod: { id: COUNCIL.kid } }),
      'format.property_malformed proof.verificationMethod',
    ],
    [
      'a value in hexadecimal',
      changed({ proofValue: 'f00' }),
      'format.property_malformed proof.proofValue',
    ],
    [
      'a value of 3 bytes',
      changed({ proofValue: 'z2g' }),
      'format.property_malformed proof.proofValue',
    ],
    [
      'a value that begins with another letter',
      changed({ proofValue: String(proof.proofValue).replace('z', 'u') }),
      'format.property_malformed proof.proofValue',
    ],
    [
      'a time without zone',
      changed({ created: '2026-01-01T00:00:00' }),
      'format.property_malformed proof.created',
    ],
    ['an end in words', changed({ expires: 'never' }), 'format.property_malformed proof.expires'],
    ['a number for an id', changed({ id: 1 }), 'format.property_malformed proof.id'],
    [
      'a number for a challenge',
      changed({ challenge: 1 }),
      'format.property_malformed proof.challenge',
    ],
    ['an empty domain', changed({ domain: [] }), 'format.property_malformed proof.domain'],
    [
      'a previous proof that is one',
      changed({ previousProof: {} }),
      'format.property_malformed proof.previousProof',
    ],
  ])('refuses %s', (_, proofs, reason) => {
    expect(reasonOf(proofs)).toBe(reason)
  })

  it.each(['verificationMethod', 'proofPurpose', 'proofValue'])('misses its %s', (name) => {
    const { [name]: _, ...rest } = proof
    expect(reasonOf(rest)).toBe(`format.property_missing proof.${name}`)
  })

  it('takes an object that was never a text for what it is', () => {
    expect(reasonOf(proof, licence({ name: 'x'.repeat(CREDENTIAL_MAX_CHARS) }))).toBe(
      'format.too_large',
    )
    expect(reasonOf(proof, licence({ name: () => 'x' }))).toBe('format.encoding_malformed')
    expect(reasonOf(proof, JSON.parse('{"__proto__":{"a":1}}'))).toBe('format.encoding_malformed')
  })
})

describe('sets and chains, Data Integrity §2.1.1 and §2.1.2', () => {
  const other = changed({ verificationMethod: AGENCY.kid })
  const unread = { type: 'DataIntegrityProof', cryptosuite: 'ecdsa-rdfc-2019' }

  it('puts the signer first and passes over what it does not check', () => {
    const result = read([unread, other, proof])
    expect(result.ok && result.value.signatures.map(({ kid }) => kid)).toEqual([
      COUNCIL.kid,
      AGENCY.kid,
    ])
  })

  it('does not take a stranger’s proof for the issuer’s, where that is of a suite we do not check', () => {
    expect(reasonOf([unread, other])).toBe('format.envelope_unsupported')
    expect(reasonOf([other])).toBe('ok')
  })

  it.each([
    [
      'two proofs of one name',
      [changed({ id: 'urn:a' }), changed({ id: 'urn:a' })],
      'format.property_malformed proof.id',
    ],
    [
      'a proof that seals itself',
      changed({ id: 'urn:a', previousProof: 'urn:a' }),
      'format.property_malformed proof.previousProof',
    ],
    [
      'two proofs that seal each other',
      [
        changed({ id: 'urn:a', previousProof: 'urn:b' }),
        changed({ id: 'urn:b', previousProof: ['urn:a'] }),
      ],
      'format.property_malformed proof.previousProof',
    ],
    [
      'two challenges',
      [changed({ challenge: 'a' }), changed({ challenge: 'b' })],
      'format.property_malformed proof',
    ],
  ])('refuses %s', (_, proofs, reason) => {
    expect(reasonOf(proofs)).toBe(reason)
  })

  it('reads the latest signature and the earliest end', () => {
    const result = read([
      changed({ created: at(NOW - 9), expires: at(NOW + 9) }),
      changed({ created: at(NOW - 5), expires: at(NOW + 5) }),
    ])
    expect(result.ok && result.value).toMatchObject({
      signedAtSeconds: NOW - 5,
      validUntilSeconds: NOW + 5,
    })
  })
})

describe('contexts, VC-DI-EDDSA §3.3.2', () => {
  const contexts = licence()['@context'] as readonly unknown[]

  it.each([
    ['all contexts of the document', contexts, contexts],
    ['its first alone', [V2], [V2]],
    ['its first as a text', V2, [V2]],
  ])('are those that the proof covers: %s', (_, covered, expected) => {
    const result = read(changed({ '@context': covered }))
    expect(result.ok && result.value.document['@context']).toEqual(expected)
  })

  it.each([
    ['another first', ['https://mill.xm/context', ...contexts]],
    ['its second first', contexts.toReversed()],
    ['one more', [...contexts, 'https://mill.xm/context']],
    ['an object in the place of an address', [{}]],
  ])('must begin the document’s: %s', (_, covered) => {
    expect(reasonOf(changed({ '@context': covered }))).toBe(
      'format.property_malformed proof.@context',
    )
  })
})

it('reads the suite before Data Integrity, VC-DI-EDDSA §3.4', async () => {
  const result = read(await prove(licence(), COUNCIL, LEGACY))
  expect(result.ok && result.value.envelope).toBe('Ed25519Signature2020')
})
