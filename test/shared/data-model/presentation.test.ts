// What VCDM 2.0 makes of a presentation and of an envelope object: one valid object, one lie per row.
import { describe, expect, it } from 'vitest'
import {
  checkEnvelopedShape,
  checkPresentationShape,
  presentedCredentials,
} from '../../../shared/data-model/presentation.ts'
import type { Held } from '../../../shared/data-model/values.ts'

const V2 = 'https://www.w3.org/ns/credentials/v2'
const ENVELOPED = {
  '@context': V2,
  type: 'EnvelopedVerifiableCredential',
  id: 'data:application/vc+jwt,a.b.c',
}
const CREDENTIAL = { '@context': [V2], type: ['VerifiableCredential'] }
const PRESENTATION = { '@context': [V2], type: ['VerifiablePresentation'] }

const codeOf = (held: Held) =>
  held.ok ? 'holds' : `${held.error.code} ${held.error.detail?.path ?? ''}`.trim()
const MALFORMED = 'format.property_malformed'
const MISSING = 'format.property_missing'

describe('a presentation', () => {
  it.each<[string, object]>([
    ['of nothing', {}],
    ['with an id', { id: 'urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33' }],
    ['of an empty list', { verifiableCredential: [] }],
    ['of one credential', { verifiableCredential: CREDENTIAL }],
    ['of an enveloped one, too', { verifiableCredential: [CREDENTIAL, ENVELOPED] }],
    ['by a holder', { holder: 'did:example:holder' }],
    ['by a holder object', { holder: { id: 'did:example:holder' } }],
    ['of a further type', { type: ['VerifiablePresentation', 'Application'] }],
  ])('%s holds', (_, changes) => {
    expect(codeOf(checkPresentationShape({ ...PRESENTATION, ...changes }))).toBe('holds')
  })

  it.each<[string, object, string]>([
    ['without contexts', { '@context': undefined }, `${MISSING} @context`],
    [
      'without the base context',
      { '@context': ['https://a.gov.xm/v1'] },
      'format.context_unsupported',
    ],
    ['without a type', { type: undefined }, `${MISSING} type`],
    ['of another type', { type: ['NonconformingDocument'] }, `${MALFORMED} type`],
    ['with an id that is no URL', { id: 'x' }, `${MALFORMED} id`],
    ['by a holder that is no URL', { holder: 'x' }, `${MALFORMED} holder`],
    ['by a holder object without id', { holder: { name: 'A' } }, `${MISSING} holder.id`],
    ['of a text', { verifiableCredential: ['a.b.c'] }, `${MALFORMED} verifiableCredential`],
    [
      'of a credential without type',
      { verifiableCredential: { ...CREDENTIAL, type: undefined } },
      `${MISSING} verifiableCredential.type`,
    ],
    [
      'of an envelope without context',
      { verifiableCredential: { ...ENVELOPED, '@context': undefined } },
      `${MISSING} @context`,
    ],
    ['on terms without type', { termsOfUse: {} }, `${MISSING} termsOfUse.type`],
  ])('%s does not', (_, changes, expected) => {
    expect(codeOf(checkPresentationShape({ ...PRESENTATION, ...changes }))).toBe(expected)
  })

  it('presents its credentials in their order', () => {
    expect(presentedCredentials({ verifiableCredential: [CREDENTIAL, ENVELOPED] })).toEqual([
      CREDENTIAL,
      ENVELOPED,
    ])
    expect(presentedCredentials({ verifiableCredential: CREDENTIAL })).toEqual([CREDENTIAL])
    expect(presentedCredentials({})).toEqual([])
  })
})

describe('an envelope object', () => {
  it.each<[string, object, string]>([
    ['as it is', {}, 'holds'],
    ['with a list of contexts', { '@context': [V2] }, 'holds'],
    ['without a context', { '@context': undefined }, `${MISSING} @context`],
    ['with no context', { '@context': [] }, 'format.context_unsupported'],
    ['with another context', { '@context': 'https://a.gov.xm/v1' }, 'format.context_unsupported'],
    ['without an id', { id: undefined }, `${MISSING} id`],
    ['with a bare JWS as id', { id: 'a.b.c' }, `${MALFORMED} id`],
  ])('%s: %#', (_, changes, expected) => {
    expect(codeOf(checkEnvelopedShape({ ...ENVELOPED, ...changes }))).toBe(expected)
  })
})
