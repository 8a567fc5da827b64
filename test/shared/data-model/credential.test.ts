// What VCDM 2.0 makes of a credential: one valid object, one lie per row. Rows follow the sections of the specification.
import { describe, expect, it } from 'vitest'
import { checkCredentialShape } from '../../../shared/data-model/credential.ts'

const V1 = 'https://www.w3.org/2018/credentials/v1'
const V2 = 'https://www.w3.org/ns/credentials/v2'

const CREDENTIAL = {
  '@context': [V2],
  id: 'urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33',
  type: ['VerifiableCredential'],
  issuer: 'did:example:issuer',
  credentialSubject: { id: 'did:example:subject' },
}
const STATUS = {
  type: 'BitstringStatusListEntry',
  statusPurpose: 'revocation',
  statusListIndex: '94567',
  statusListCredential: 'https://status.gov.xm/1',
}
const RESOURCE = { id: V2, digestSRI: 'sha384-AAAA' }
const text = { '@value': 'Licence', '@language': 'en', '@direction': 'ltr' }

const codeOf = (changes: object) => {
  const held = checkCredentialShape({ ...CREDENTIAL, ...changes })
  return held.ok ? 'holds' : `${held.error.code} ${held.error.detail?.path ?? ''}`.trim()
}
const MALFORMED = 'format.property_malformed'
const MISSING = 'format.property_missing'
const CONTEXT = 'format.context_unsupported'

describe('a credential', () => {
  it.each<[string, object]>([
    ['as it is', {}],
    ['§4.3 with further contexts', { '@context': [V2, 'https://a.gov.xm/v1', { a: 'urn:a' }] }],
    ['§4.4 without an id', { id: undefined }],
    ['§4.4 with a DID as id', { id: 'did:example:credential' }],
    ['§4.5 with one type as a text', { type: 'VerifiableCredential' }],
    ['§4.6 with a name', { name: 'Licence', description: 'To practise' }],
    ['§4.6 with a name in one language', { name: text }],
    ['§4.6 with a name in several', { name: [text, { ...text, '@language': 'ar' }] }],
    ['§4.7 with an issuer object', { issuer: { id: 'https://a.gov.xm', name: text } }],
    ['§4.8 with several subjects', { credentialSubject: [{ id: 'urn:a' }, { id: 'urn:b' }] }],
    ['§4.8 with a subject without id', { credentialSubject: { name: 'Amina' } }],
    ['§4.9 with milliseconds', { validFrom: '2020-01-01T00:00:00.123Z' }],
    ['§4.9 with another zone', { validUntil: '2030-01-01T00:00:00-05:00' }],
    ['§4.9 of a moment', { validFrom: '2020-01-01T00:00:00Z', validUntil: '2020-01-01T00:00:00Z' }],
    ['§4.10 with a status', { credentialStatus: STATUS }],
    ['§4.10 with a status of an unknown type', { credentialStatus: { type: 'OtherStatus' } }],
    [
      '§4.11 with a schema',
      { credentialSchema: [{ id: 'https://a.gov.xm/s', type: 'JsonSchema' }] },
    ],
    ['§5.3 with a related resource', { relatedResource: RESOURCE }],
    ['§5.3 with the other digest', { relatedResource: [{ id: V2, digestMultibase: 'uEi' }] }],
    ['§5.4 with a refresh service', { refreshService: { type: 'Refresh' } }],
    ['§5.5 with terms of use', { termsOfUse: [{ type: 'Policy', id: 'https://a.gov.xm/p' }] }],
    ['§5.6 with evidence', { evidence: [{ type: 'Seen' }, { type: ['Seen', 'Heard'] }] }],
    [
      'of VCDM 1.1',
      {
        '@context': [V1],
        issuanceDate: '2020-01-01T00:00:00Z',
        expirationDate: '2030-01-01T00:00:00Z',
      },
    ],
  ])('%s holds', (_, changes) => {
    expect(codeOf(changes)).toBe('holds')
  })

  it.each<[string, object, string]>([
    ['§4.3 without contexts', { '@context': undefined }, `${MISSING} @context`],
    ['§4.3 with a number for contexts', { '@context': 4 }, CONTEXT],
    ['§4.3 with no context', { '@context': [] }, CONTEXT],
    ['§4.3 with one text for contexts', { '@context': V2 }, CONTEXT],
    ['§4.3 with another context first', { '@context': ['https://a.gov.xm/v1', V2] }, CONTEXT],
    [
      '§4.3 with a context that is no address',
      { '@context': [V2, 'https ://x'] },
      `${MALFORMED} @context`,
    ],
    ['§4.3 with a number among contexts', { '@context': [V2, 7] }, `${MALFORMED} @context`],
    ['§4.3 with null among contexts', { '@context': [V2, null] }, `${MALFORMED} @context`],
    ['§4.4 with an id that is no URL', { id: 'not a url' }, `${MALFORMED} id`],
    ['§4.4 with several ids', { id: ['urn:a', 'urn:b'] }, `${MALFORMED} id`],
    ['§4.4 with a number as id', { id: 1 }, `${MALFORMED} id`],
    [
      '§4.4 with a subject of several ids',
      { credentialSubject: { id: ['urn:a', 'urn:b'] } },
      `${MALFORMED} credentialSubject.id`,
    ],
    ['§4.5 without a type', { type: undefined }, `${MISSING} type`],
    ['§4.5 of no type', { type: [] }, `${MALFORMED} type`],
    ['§4.5 of another type', { type: ['Licence'] }, `${MALFORMED} type`],
    ['§4.5 with a number as type', { type: ['VerifiableCredential', 4] }, `${MALFORMED} type`],
    ['§4.6 with a name that says more', { name: { ...text, url: 'urn:a' } }, `${MALFORMED} name`],
    ['§4.6 with a number as name', { name: 4 }, `${MALFORMED} name`],
    [
      '§4.6 with a description in no direction',
      { description: { ...text, '@direction': 'up' } },
      `${MALFORMED} description`,
    ],
    [
      '§4.6 with an issuer name that says more',
      { issuer: { id: 'urn:a', name: { ...text, a: 1 } } },
      `${MALFORMED} issuer.name`,
    ],
    ['§4.7 without an issuer', { issuer: undefined }, `${MISSING} issuer`],
    ['§4.7 with null as issuer', { issuer: null }, `${MALFORMED} issuer`],
    ['§4.7 with a list of issuers', { issuer: [] }, `${MALFORMED} issuer`],
    ['§4.7 with an issuer that is no URL', { issuer: 'not-a-url' }, `${MALFORMED} issuer`],
    ['§4.7 with an issuer object without id', { issuer: { name: 'A' } }, `${MISSING} issuer.id`],
    [
      '§4.7 with an issuer id that is no URL',
      { issuer: { id: 'not-a-url' } },
      `${MALFORMED} issuer.id`,
    ],
    ['§4.7 with null as issuer id', { issuer: { id: null } }, `${MALFORMED} issuer.id`],
    ['§4.8 without a subject', { credentialSubject: undefined }, `${MISSING} credentialSubject`],
    [
      '§4.8 with an empty list of subjects',
      { credentialSubject: [] },
      `${MALFORMED} credentialSubject`,
    ],
    [
      '§4.8 with a subject of which nothing is said',
      { credentialSubject: {} },
      `${MISSING} credentialSubject`,
    ],
    [
      '§4.8 with one such among several',
      { credentialSubject: [{ id: 'urn:a' }, {}] },
      `${MISSING} credentialSubject`,
    ],
    [
      '§4.8 with a text as subject',
      { credentialSubject: 'did:example:1' },
      `${MALFORMED} credentialSubject`,
    ],
    ['§4.9 with a date without time', { validFrom: '2020-01-01' }, `${MALFORMED} validFrom`],
    [
      '§4.9 with a time without zone',
      { validUntil: '2020-01-01T00:00:00' },
      `${MALFORMED} validUntil`,
    ],
    [
      '§4.9 that ends before it begins',
      { validFrom: '2020-01-02T00:00:00Z', validUntil: '2020-01-01T00:00:00Z' },
      `${MALFORMED} validUntil`,
    ],
    [
      '§4.10 with a status without type',
      { credentialStatus: { id: 'urn:a' } },
      `${MISSING} credentialStatus.type`,
    ],
    [
      '§4.10 with a status id that is no URL',
      { credentialStatus: { ...STATUS, id: 'x' } },
      `${MALFORMED} credentialStatus.id`,
    ],
    [
      '§4.10 with several status ids',
      { credentialStatus: { ...STATUS, id: ['urn:a', 'urn:b'] } },
      `${MALFORMED} credentialStatus.id`,
    ],
    [
      '§4.10 with a truth as index',
      { credentialStatus: { ...STATUS, statusListIndex: true } },
      `${MALFORMED} credentialStatus.statusListIndex`,
    ],
    [
      '§4.10 without a purpose',
      { credentialStatus: { ...STATUS, statusPurpose: undefined } },
      `${MALFORMED} credentialStatus.statusPurpose`,
    ],
    [
      '§4.10 with a list that is no URL',
      { credentialStatus: { ...STATUS, statusListCredential: 'x' } },
      `${MALFORMED} credentialStatus.statusListCredential`,
    ],
    [
      '§4.10 with a size of nothing',
      { credentialStatus: { ...STATUS, statusSize: 0 } },
      `${MALFORMED} credentialStatus.statusSize`,
    ],
    [
      '§4.11 with a schema without type',
      { credentialSchema: { id: 'urn:a' } },
      `${MISSING} credentialSchema.type`,
    ],
    [
      '§4.11 with a schema without id',
      { credentialSchema: { type: 'JsonSchema' } },
      `${MISSING} credentialSchema.id`,
    ],
    [
      '§4.11 with a number as schema id',
      { credentialSchema: { id: 1, type: 'JsonSchema' } },
      `${MALFORMED} credentialSchema.id`,
    ],
    [
      '§5.3 with texts as related resources',
      { relatedResource: [V2] },
      `${MALFORMED} relatedResource`,
    ],
    [
      '§5.3 with a resource without id',
      { relatedResource: { digestSRI: 'x' } },
      `${MISSING} relatedResource.id`,
    ],
    [
      '§5.3 with a resource without digest',
      { relatedResource: { id: V2 } },
      `${MISSING} relatedResource.digestSRI`,
    ],
    [
      '§5.3 with a resource twice',
      { relatedResource: [RESOURCE, RESOURCE] },
      `${MALFORMED} relatedResource.id`,
    ],
    [
      '§5.4 with a refresh service without type',
      { refreshService: { id: 'urn:a' } },
      `${MISSING} refreshService.type`,
    ],
    [
      '§5.4 with a refresh service whose id is no URL',
      { refreshService: { type: 'R', id: 'x' } },
      `${MALFORMED} refreshService.id`,
    ],
    [
      '§5.5 with terms of use without type',
      { termsOfUse: { id: 'urn:a' } },
      `${MISSING} termsOfUse.type`,
    ],
    [
      '§5.6 with evidence without type',
      { evidence: [{ type: 'Seen' }, {}] },
      `${MISSING} evidence.type`,
    ],
    ['§5.6 with a text as evidence', { evidence: 'urn:a' }, `${MALFORMED} evidence`],
    ['§4.12 with a proof without type', { proof: {} }, `${MISSING} proof.type`],
    ['of VCDM 1.1 without a date', { '@context': [V1] }, `${MISSING} issuanceDate`],
  ])('%s does not', (_, changes, expected) => {
    expect(codeOf(changes)).toBe(expected)
  })
})
