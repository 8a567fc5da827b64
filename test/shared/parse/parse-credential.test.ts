import { describe, expect, it } from 'vitest'
import { CREDENTIAL_MAX_CHARS, STATUS_ENTRIES_MAX_COUNT } from '../../../shared/limits.ts'
import { parseCredential } from '../../../shared/parse/parse-credential.ts'
import { inDays } from '../../support/clock.ts'
import { JWT_VC_HEADER, jwtVc, licence } from '../../support/credentials.ts'
import { encodePart, signCompact } from '../../support/issuer.ts'
import { COUNCIL, UNIVERSITY } from '../../support/parties.ts'

const sign = (payload: object | string, header: object | string = {}) =>
  signCompact(payload, COUNCIL, header)

/** The reason, with the path where there is one; 'ok' where there is none. */
function reasonOf(input: string | object): string {
  const parsed = parseCredential(input)
  if (parsed.ok) return 'ok'
  const { code, detail } = parsed.error
  return detail?.path === undefined ? code : `${code} ${detail.path}`
}

const GOOD = await sign(licence())
const [HEADER = '', PAYLOAD = '', SIGNATURE = ''] = GOOD.split('.')

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
  ])('accepts %s', (_, input) => {
    expect(reasonOf(input)).toBe('ok')
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
    ['a tilde behind an ordinary token', `${GOOD}~`],
  ])('does not recognise %s', (_, input) => {
    expect(reasonOf(input)).toBe('format.unrecognized')
  })

  it('measures before it reads', () => {
    expect(reasonOf('a'.repeat(CREDENTIAL_MAX_CHARS + 1))).toBe('format.too_large')
    expect(
      reasonOf({
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
  ])('refuses %s', (_, input, reason) => {
    expect(reasonOf(input)).toBe(reason)
  })

  it('refuses a signature that is spelt with spare bits set', () => {
    const last = SIGNATURE.at(-1) ?? ''
    const spare = { A: 'B', Q: 'R', g: 'h', w: 'x' }[last]
    expect(reasonOf(`${HEADER}.${PAYLOAD}.${SIGNATURE.slice(0, -1)}${spare}`)).toBe(
      'format.encoding_malformed signature',
    )
  })
})

describe('what a header must say', () => {
  it.each([
    ['crit', { crit: ['b64'], b64: false }, 'format.critical_header_unknown'],
    ['an empty crit', { crit: [] }, 'format.critical_header_unknown'],
    ['the type of a presentation', { typ: 'vp+jwt' }, 'format.envelope_unsupported'],
    ['the type of an SD-JWT', { typ: 'dc+sd-jwt' }, 'format.envelope_unsupported'],
    ['an unknown type', { typ: 'at+jwt' }, 'format.typ_unsupported'],
    ['a type in another case', { typ: 'VC+JWT' }, 'format.typ_unsupported'],
    ['a type that is no string', { typ: 1 }, 'format.typ_unsupported'],
    ['no algorithm', { alg: undefined }, 'format.property_missing header.alg'],
    ['an algorithm that is no string', { alg: ['EdDSA'] }, 'format.property_missing header.alg'],
    ['the algorithm none', { alg: 'none' }, 'format.unsecured'],
    ['the algorithm NoNe', { alg: 'NoNe' }, 'format.unsecured'],
    ['a key id that is no string', { kid: 7 }, 'format.property_malformed header.kid'],
  ])('refuses %s', async (_, header, reason) => {
    expect(reasonOf(await sign(licence(), header))).toBe(reason)
  })
})

describe('VC-JOSE-COSE §1.1.2.1: the payload is the credential', () => {
  it.each(['vc', 'vp'])('refuses a %s claim, even an empty one', async (claim) => {
    expect(reasonOf(await sign(licence({ [claim]: null })))).toBe('format.legacy_vc_claim')
  })
})

describe('VCDM 2.0 properties', () => {
  const status = { type: 'BitstringStatusListEntry' }
  it.each([
    ['no context', { '@context': undefined }, 'format.property_missing @context'],
    [
      'a context that is no list',
      { '@context': 'https://www.w3.org/ns/credentials/v2' },
      'format.context_unsupported',
    ],
    [
      'another context first',
      { '@context': ['https://evil.xm', 'https://www.w3.org/ns/credentials/v2'] },
      'format.context_unsupported',
    ],
    [
      'the context of VCDM 1.1',
      { '@context': ['https://www.w3.org/2018/credentials/v1'] },
      'format.context_unsupported',
    ],
    [
      'a context that is a number',
      { '@context': ['https://www.w3.org/ns/credentials/v2', 1] },
      'format.property_malformed @context',
    ],
    ['no type', { type: undefined }, 'format.property_missing type'],
    [
      'a type that is a number',
      { type: ['VerifiableCredential', 1] },
      'format.property_malformed type',
    ],
    [
      'not the type VerifiableCredential',
      { type: ['ProfessionalLicenceCredential'] },
      'format.property_malformed type',
    ],
    ['no issuer', { issuer: undefined }, 'format.property_missing issuer'],
    ['an issuer without id', { issuer: { name: 'Council' } }, 'format.property_missing issuer.id'],
    ['two issuers', { issuer: [COUNCIL.did, UNIVERSITY.did] }, 'format.property_malformed issuer'],
    ['no subject', { credentialSubject: undefined }, 'format.property_missing credentialSubject'],
    [
      'an empty list of subjects',
      { credentialSubject: [] },
      'format.property_missing credentialSubject',
    ],
    [
      'two subjects',
      { credentialSubject: [{}, {}] },
      'format.property_malformed credentialSubject',
    ],
    [
      'a subject that is a string',
      { credentialSubject: 'did:web:a.xm' },
      'format.property_malformed credentialSubject',
    ],
    [
      'a subject id that is a number',
      { credentialSubject: { id: 1 } },
      'format.property_malformed credentialSubject.id',
    ],
    ['an id that is a number', { id: 1 }, 'format.property_malformed id'],
    [
      'a status that is a string',
      { credentialStatus: 'https://status.xm' },
      'format.property_malformed credentialStatus',
    ],
    [
      'a status entry without type',
      { credentialStatus: [status, {}] },
      'format.property_malformed credentialStatus',
    ],
    [
      'a status entry inside lists',
      { credentialStatus: [[[status]]] },
      'format.property_malformed credentialStatus',
    ],
    [
      'too many status entries',
      { credentialStatus: new Array(STATUS_ENTRIES_MAX_COUNT + 1).fill(status) },
      'format.property_malformed credentialStatus',
    ],
    [
      'validFrom without zone',
      { validFrom: '2026-01-01T00:00:00' },
      'format.property_malformed validFrom',
    ],
    ['validFrom as a number', { validFrom: 1 }, 'format.property_malformed validFrom'],
    [
      'validUntil on 31 February',
      { validUntil: '2027-02-31T00:00:00Z' },
      'format.property_malformed validUntil',
    ],
    [
      'an end before the beginning',
      { validUntil: inDays(-200) },
      'format.property_malformed validUntil',
    ],
    ['nbf as text', { nbf: '1' }, 'format.property_malformed nbf'],
    ['exp past every date', { exp: 1e300 }, 'format.property_malformed exp'],
    [
      'awardedDate that is no day',
      { awardedDate: '2019' },
      'format.property_malformed awardedDate',
    ],
    ['a jti other than the id', { jti: 'urn:uuid:other' }, 'format.property_malformed id'],
    [
      'a sub other than the subject',
      { sub: 'did:web:a.xm', credentialSubject: { id: 'did:web:b.xm' } },
      'format.property_malformed credentialSubject.id',
    ],
    ['an iss that is a number', { iss: 1 }, 'format.property_malformed iss'],
  ])('refuses %s', async (_, changes, reason) => {
    expect(reasonOf(await sign(licence(changes)))).toBe(reason)
  })

  it('reads as many status entries as there may be, also one alone', async () => {
    expect(reasonOf(await sign(licence({ credentialStatus: status })))).toBe('ok')
    const many = new Array(STATUS_ENTRIES_MAX_COUNT).fill(status)
    expect(reasonOf(await sign(licence({ credentialStatus: many })))).toBe('ok')
  })

  it('lets the stricter of two times count', async () => {
    const token = await sign(
      licence({
        validFrom: '2026-01-01T00:00:00Z',
        nbf: Date.UTC(2026, 1, 1) / 1000,
        validUntil: '2027-02-01T00:00:00Z',
        exp: Date.UTC(2027, 0, 1) / 1000,
      }),
    )
    const parsed = parseCredential(token)
    expect(parsed.ok && parsed.value.claims).toMatchObject({
      validFromSeconds: Date.UTC(2026, 1, 1) / 1000,
      validUntilSeconds: Date.UTC(2027, 0, 1) / 1000,
    })
  })

  it('gives __proto__ in a subject no power', async () => {
    const token = await sign(
      JSON.stringify(licence()).replace('"name":"Amina', '"__proto__":{"id":1},"name":"Amina'),
    )
    expect(reasonOf(token)).toBe('ok')
  })
})

describe('VCDM 1.1 §6.3.1: a JWT with a vc claim', () => {
  const signJwt = (changes = {}, vcChanges = {}, header = {}) =>
    signCompact(jwtVc(changes, vcChanges), UNIVERSITY, { ...JWT_VC_HEADER, ...header })

  it('is read with typ JWT and without typ', async () => {
    expect(reasonOf(await signJwt())).toBe('ok')
    expect(reasonOf(await signJwt({}, {}, { typ: undefined }))).toBe('ok')
  })

  it.each([
    ['an ordinary session token', { vc: undefined }, {}, 'format.unrecognized'],
    ['a vc that is a string', { vc: 'x' }, {}, 'format.unrecognized'],
    ['no iss', { iss: undefined }, {}, 'format.property_missing iss'],
    ['no time of issue', {}, { issuanceDate: undefined }, 'format.property_missing nbf'],
    [
      'an issuer other than iss',
      {},
      { issuer: COUNCIL.did },
      'format.property_malformed vc.issuer',
    ],
    [
      'an issuer object other than iss',
      {},
      { issuer: { id: COUNCIL.did } },
      'format.property_malformed vc.issuer',
    ],
    [
      'the context of VCDM 2.0',
      {},
      { '@context': ['https://www.w3.org/ns/credentials/v2'] },
      'format.context_unsupported',
    ],
    ['a jti other than the id', { jti: 'urn:uuid:other' }, {}, 'format.property_malformed id'],
  ])('refuses %s', async (_, changes, vcChanges, reason) => {
    expect(reasonOf(await signJwt(changes, vcChanges))).toBe(reason)
  })

  it.each([
    ['no issuer', undefined],
    ['the issuer as a string', UNIVERSITY.did],
    ['an issuer whose id iss stands for', { name: 'Northmark University' }],
  ])('takes the issuer from iss with %s inside', async (_, issuer) => {
    const parsed = parseCredential(await signJwt({}, { issuer }))
    expect(parsed.ok && parsed.value.claims.issuer.id).toBe(UNIVERSITY.did)
  })

  it('takes times and identifiers from the registered claims', async () => {
    const parsed = parseCredential(
      await signJwt(
        { nbf: 1_700_000_000, exp: 1_900_000_000, sub: 'did:web:amina.xm' },
        { issuanceDate: undefined, id: undefined },
      ),
    )
    expect(parsed.ok && parsed.value.claims).toMatchObject({
      validFromSeconds: 1_700_000_000,
      validUntilSeconds: 1_900_000_000,
      subject: { id: 'did:web:amina.xm' },
    })
  })
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
      { type: 'EnvelopedVerifiableCredential', id: 'data:application/dc+sd-jwt,a~' },
      'format.envelope_unsupported',
    ],
    [
      'a credential with a proof inside',
      { type: ['VerifiableCredential'], proof: {} },
      'format.envelope_unsupported',
    ],
    ['a credential without any proof', licence(), 'format.unsecured'],
  ])('answers for %s', (_, input, reason) => {
    expect(reasonOf(input)).toBe(reason)
  })

  it('does not call an SD-JWT forged that it cannot read', () => {
    const token = `${encodePart({ typ: 'dc+sd-jwt', alg: 'EdDSA' })}.${PAYLOAD}.${SIGNATURE}~WyJhIl0~`
    expect(reasonOf(token)).toBe('format.envelope_unsupported')
  })
})
