import { describe, expect, it } from 'vitest'
import { answers } from '../../support/answers.ts'
import { europeanCredential, sealed } from '../../support/european.ts'
import { encodePart } from '../../support/issuer.ts'
import { createWorld } from '../../support/world.ts'

const read = async (input: string | object) => (await createWorld()).verify(input)
const compact = (header: object, payload: object) =>
  `${encodePart({ alg: 'ES256', ...header })}.${encodePart(payload)}.AAAA`

const UNCHECKED = {
  verdict: 'inconclusive',
  checks: {
    format: 'pass',
    issuer_key: 'not_run because of signature',
    signature: 'signature.seal_unsupported',
    disclosures: 'not_run because of signature',
    holder_binding: 'not_run because of signature',
    validity_period: 'not_run because of signature',
    status: 'not_run because of signature',
    issuer_trust: 'not_run because of signature',
    transparency: 'not_run because of signature',
  },
}

describe('a European Digital Credential', () => {
  it.each([
    ['as it is', europeanCredential()],
    ['as text', JSON.stringify(europeanCredential())],
    ['in a seal', sealed(europeanCredential())],
    ['in a seal as text', JSON.stringify(sealed(europeanCredential()))],
    ['in a seal over plain text', { ...sealed({}), payload: JSON.stringify(europeanCredential()) }],
    ['in a compact seal', compact({ typ: 'jose', crit: ['sigT'] }, europeanCredential())],
    ['in a compact seal of another type', compact({ typ: 'jades-d-z' }, europeanCredential())],
  ])('is shown and not believed: %s', async (_, input) => {
    const result = await read(input)
    expect(answers(result)).toEqual(UNCHECKED)
    expect(result.credential).toEqual({
      claimsVerified: false,
      id: 'urn:credential:6bd2c4e6-0000-4000-8000-000000000001',
      kind: 'other',
      envelope: 'elm',
      name: 'Diploma of Medicine',
      subject: { id: 'urn:epass:person:1', name: 'Amina Diallo' },
      issuer: { id: 'urn:epass:org:1', name: 'University of Marovia' },
      validFrom: '2026-02-01T08:00:00Z',
      validUntil: '2030-01-01T00:00:00Z',
    })
  })

  it.each([
    ['the full name', europeanCredential({}, { fullName: { en: 'A. Diallo' } }), 'A. Diallo'],
    ['a name without a language', europeanCredential({}, { fullName: 'A. Diallo' }), 'A. Diallo'],
    ['half a name', europeanCredential({}, { familyName: undefined }), 'Amina'],
    ['no name', europeanCredential({ credentialSubject: {} }), undefined],
  ])('shows %s', async (_, input, name) => {
    expect((await read(input)).credential.subject.name).toBe(name)
  })

  it('falls back on what it holds for title, issuer and dates', async () => {
    const bare = { displayParameter: undefined, issuer: 'urn:epass:org:2', validFrom: 'soon' }
    const { credential } = await read(europeanCredential(bare))
    expect(credential.name).toBe('Medicine')
    expect(credential.issuer).toEqual({ id: 'urn:epass:org:2', name: 'Faculty of Medicine' })
    expect(credential.validFrom).toBeUndefined()
  })

  it.each([
    ['without a subject', europeanCredential({ credentialSubject: 'Amina' }), 'property_malformed'],
    [
      'that is no credential',
      europeanCredential({ type: 'EuropeanDigitalCredential' }),
      'property_malformed',
    ],
    ['in a seal around something else', sealed({ type: ['Invoice'] }), 'unrecognized'],
    ['in a seal around nothing', { ...sealed({}), payload: '{"type":' }, 'unrecognized'],
    ['in a seal around no text', { ...sealed({}), payload: 7 }, 'unrecognized'],
    [
      'in a compact seal around something else',
      compact({ crit: ['b64'] }, {}),
      'critical_header_unknown',
    ],
  ])('is refused %s', async (_, input, code) => {
    const { checks } = await read(input)
    expect(checks[0]).toMatchObject({ outcome: 'fail', problem: { code: `format.${code}` } })
  })
})
