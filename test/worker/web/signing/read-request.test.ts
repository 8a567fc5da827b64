// What an approver is shown of a request comes out of the bytes that are signed, and out of nothing else.
import { describe, expect, it } from 'vitest'
import { encodeBase64Url } from '../../../../shared/encoding/base64url.ts'
import { utf8Encode } from '../../../../shared/encoding/bytes.ts'
import { readRequest } from '../../../../worker/web/signing/read-request.ts'

const DID = 'did:web:board.gov.xm'
const KID = `${DID}#key`
const HEADER = { alg: 'EdDSA', typ: 'vc+jwt', kid: KID }
const LICENCE = {
  '@context': ['https://www.w3.org/ns/credentials/v2'],
  id: 'urn:uuid:0b1e5a54-8f5b-4b5e-9a52-5a3f1d4a7c11',
  type: ['VerifiableCredential', 'ProfessionalLicenceCredential'],
  issuer: { id: DID, name: 'Board' },
  validFrom: '2026-01-01T00:00:00Z',
  credentialSubject: {
    name: 'Amina Diallo',
    licence: { name: 'Licence to practise medicine', number: 'NM-1' },
  },
}

const part = (value: object) => encodeBase64Url(utf8Encode(JSON.stringify(value)))
const requestOf = (payload: object, header: object = HEADER) => ({
  id: '0b1e5a54-8f5b-4b5e-9a52-5a3f1d4a7c11',
  kid: KID,
  bytes: encodeBase64Url(utf8Encode(`${part(header)}.${part(payload)}`)),
  expiresAt: '2026-11-29T12:00:00Z',
})
const read = (payload: object, header?: object) => readRequest(requestOf(payload, header), DID)

describe('a request for a credential', () => {
  it('is shown with its holder, and every word of it', () => {
    const found = read(LICENCE)
    expect(found).toMatchObject({
      ok: true,
      value: {
        summary: { name: 'Licence to practise medicine', subject: { name: 'Amina Diallo' } },
      },
    })
    expect(found.ok && JSON.parse(found.value.everything)).toEqual(LICENCE)
    expect(found.ok && found.value).not.toHaveProperty('recognises')
  })

  it('is signed as the bytes that came', () => {
    const found = read(LICENCE)
    expect(found.ok && new TextDecoder().decode(found.value.bytes)).toBe(
      `${part(HEADER)}.${part(LICENCE)}`,
    )
  })

  it.each([
    ['speaks for another issuer', { ...LICENCE, issuer: 'did:web:other.gov.xm' }, HEADER],
    ['is no credential', { hello: 'world' }, HEADER],
    ['asks for another key', LICENCE, { ...HEADER, kid: `${DID}#other` }],
    ['asks for another algorithm', LICENCE, { ...HEADER, alg: 'ES256' }],
    ['would be read as something else', LICENCE, { ...HEADER, typ: 'vp+jwt' }],
    ['has a header that readers must understand', LICENCE, { ...HEADER, crit: ['b64'] }],
  ])('is not to be signed where it %s', (_, payload, header) => {
    const found = read(payload, header)
    expect(found).toMatchObject({ ok: false, error: expect.stringContaining('do not sign') })
  })

  it('is not to be signed where it is no text at all', () => {
    const request = { ...requestOf(LICENCE), bytes: '____' }
    expect(readRequest(request, DID)).toMatchObject({ ok: false })
  })
})

it('says of a word for another organisation what that one may sign', () => {
  const found = read({
    ...LICENCE,
    type: ['VerifiableCredential', 'RecognizedEntityCredential'],
    credentialSubject: {
      id: 'did:web:licet.example:status',
      recognizedTo: { action: 'issue', credentialTypes: ['BitstringStatusListCredential'] },
    },
  })
  expect(found).toMatchObject({
    value: {
      recognises: {
        whom: 'did:web:licet.example:status',
        what: ['BitstringStatusListCredential'],
      },
    },
  })
})
