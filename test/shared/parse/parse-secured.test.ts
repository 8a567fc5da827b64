import { describe, expect, it } from 'vitest'
import { CREDENTIAL_MAX_CHARS } from '../../../shared/limits.ts'
import { licence } from '../../support/credentials.ts'
import { encodePart } from '../../support/issuer.ts'
import { GOOD, HEADER, PAYLOAD, reasonOf, SIGNATURE, sign } from '../../support/parsing.ts'

describe('what a compact text must look like', () => {
  it.each([
    ['a compact JWS', GOOD],
    ['white space around it', `\n ${GOOD}\t`],
    [
      'an enveloped credential',
      { type: 'EnvelopedVerifiableCredential', id: `data:application/vc+jwt,${GOOD}` },
    ],
    [
      'the text of an enveloped credential',
      JSON.stringify({
        type: ['EnvelopedVerifiableCredential'],
        id: `data:application/vc+jwt,${GOOD}`,
      }),
    ],
  ])('accepts %s', async (_, input) => {
    expect(await reasonOf(input)).toBe('ok')
  })

  it.each([
    ['nothing', ''],
    ['a sentence', 'My diploma is attached.'],
    ['two parts', `${HEADER}.${PAYLOAD}`],
    ['four parts', `${GOOD}.${SIGNATURE}`],
    ['an object that is no credential', { type: 'Person' }],
    ['an empty object', {}],
    ['a list', []],
    ['null', null as unknown as object],
  ])('does not recognise %s', async (_, input) => {
    expect(await reasonOf(input)).toBe('format.unrecognized')
  })

  it('measures before it reads', async () => {
    expect(await reasonOf('a'.repeat(CREDENTIAL_MAX_CHARS + 1))).toBe('format.too_large')
    expect(
      await reasonOf({
        type: 'EnvelopedVerifiableCredential',
        id: `data:application/vc+jwt,${'a'.repeat(CREDENTIAL_MAX_CHARS + 1)}`,
      }),
    ).toBe('format.too_large')
  })

  it.each([
    ['JSON cut short', '{"type":', 'format.encoding_malformed'],
    ['JSON with a key twice', '{"type":"a","type":"b"}', 'format.encoding_malformed'],
    [
      'a header with padding',
      `${HEADER}=.${PAYLOAD}.${SIGNATURE}`,
      'format.encoding_malformed header',
    ],
    [
      'a header that is a list',
      `${encodePart([])}.${PAYLOAD}.${SIGNATURE}`,
      'format.encoding_malformed header',
    ],
    ['an empty header', `.${PAYLOAD}.${SIGNATURE}`, 'format.encoding_malformed header'],
    [
      'a payload that is no JSON',
      `${HEADER}.${encodePart('x')}.${SIGNATURE}`,
      'format.encoding_malformed payload',
    ],
    [
      'a payload with a key twice',
      `${HEADER}.${encodePart('{"a":1,"a":2}')}.${SIGNATURE}`,
      'format.encoding_malformed payload',
    ],
    [
      'a payload that is no UTF-8',
      `${HEADER}._w.${SIGNATURE}`,
      'format.encoding_malformed payload',
    ],
    [
      'a signature with a foreign character',
      `${HEADER}.${PAYLOAD}.${SIGNATURE}+`,
      'format.encoding_malformed signature',
    ],
    ['no signature', `${HEADER}.${PAYLOAD}.`, 'format.unsecured'],
  ])('refuses %s', async (_, input, reason) => {
    expect(await reasonOf(input)).toBe(reason)
  })

  it('refuses a signature that is spelt with spare bits set', async () => {
    const last = SIGNATURE.at(-1) ?? ''
    const spare = { A: 'B', Q: 'R', g: 'h', w: 'x' }[last]
    expect(await reasonOf(`${HEADER}.${PAYLOAD}.${SIGNATURE.slice(0, -1)}${spare}`)).toBe(
      'format.encoding_malformed signature',
    )
  })
})

describe('what a header must say', () => {
  it.each([
    ['crit', { crit: ['b64'], b64: false }, 'format.critical_header_unknown'],
    ['an empty crit', { crit: [] }, 'format.critical_header_unknown'],
    ['the type of a presentation', { typ: 'vp+jwt' }, 'format.property_malformed type'],
    ['the type of an SD-JWT', { typ: 'dc+sd-jwt' }, 'format.typ_unsupported'],
    ['the type of a draft', { typ: 'vc+ld+jwt' }, 'format.envelope_unsupported'],
    ['an unknown type', { typ: 'at+jwt' }, 'format.typ_unsupported'],
    ['a type in another case', { typ: 'VC+JWT' }, 'format.typ_unsupported'],
    ['a type that is no string', { typ: 1 }, 'format.typ_unsupported'],
    ['no algorithm', { alg: undefined }, 'format.property_missing header.alg'],
    ['an algorithm that is no string', { alg: ['EdDSA'] }, 'format.property_missing header.alg'],
    ['the algorithm none', { alg: 'none' }, 'format.unsecured'],
    ['the algorithm NoNe', { alg: 'NoNe' }, 'format.unsecured'],
    ['a key id that is no string', { kid: 7 }, 'format.property_malformed header.kid'],
  ])('refuses %s', async (_, header, reason) => {
    expect(await reasonOf(await sign(licence(), header))).toBe(reason)
  })
})

it('reads a type with and without "application/", RFC 7515 §4.1.9', async () => {
  expect(await reasonOf(await sign(licence(), { typ: 'application/vc+jwt' }))).toBe('ok')
})

describe('objects', () => {
  it.each([
    [
      'an enveloped credential without id',
      { type: 'EnvelopedVerifiableCredential' },
      'format.property_missing id',
    ],
    [
      'an envelope of another kind',
      { type: 'EnvelopedVerifiableCredential', id: 'data:application/vc+cose,a' },
      'format.envelope_unsupported',
    ],
    [
      'a credential with a proof inside',
      { type: ['VerifiableCredential'], proof: { type: 'BbsBlsSignature2020' } },
      'format.envelope_unsupported',
    ],
    ['a credential without any proof', licence(), 'format.unsecured'],
  ])('answers for %s', async (_, input, reason) => {
    expect(await reasonOf(input)).toBe(reason)
  })
})
