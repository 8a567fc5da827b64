import { describe, expect, it } from 'vitest'
import { STATUS_ENTRIES_MAX_COUNT } from '../../../shared/limits.ts'
import { parseCompactJws } from '../../../shared/parse/compact-jws.ts'
import { inDays } from '../../support/clock.ts'
import { licence } from '../../support/credentials.ts'
import { reasonOf, sign } from '../../support/parsing.ts'
import { COUNCIL, UNIVERSITY } from '../../support/parties.ts'

describe('VC-JOSE-COSE §1.1.2.1: the payload is the credential', () => {
  it.each(['vc', 'vp'])('refuses a %s claim, even an empty one', async (claim) => {
    expect(await reasonOf(await sign(licence({ [claim]: null })))).toBe('format.legacy_vc_claim')
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
      'a subject and something else',
      { credentialSubject: [{}, 'did:web:a.xm'] },
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
      'an end in the words of VCDM 1.1 that is no date',
      { expirationDate: 'soon' },
      'format.property_malformed expirationDate',
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
    expect(await reasonOf(await sign(licence(changes)))).toBe(reason)
  })

  it('reads as many status entries as there may be, also one alone', async () => {
    expect(await reasonOf(await sign(licence({ credentialStatus: status })))).toBe('ok')
    const many = new Array(STATUS_ENTRIES_MAX_COUNT).fill(status)
    expect(await reasonOf(await sign(licence({ credentialStatus: many })))).toBe('ok')
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
    const parsed = parseCompactJws(token)
    expect(parsed.ok && parsed.value.claims).toMatchObject({
      validFromSeconds: Date.UTC(2026, 1, 1) / 1000,
      validUntilSeconds: Date.UTC(2027, 0, 1) / 1000,
    })
  })

  it('gives __proto__ in a subject no power', async () => {
    const token = await sign(
      JSON.stringify(licence()).replace('"name":"Amina', '"__proto__":{"id":1},"name":"Amina'),
    )
    expect(await reasonOf(token)).toBe('ok')
  })
})
