// POST /presentations/verify: who presents, to whom, and what; signed by a did:key as test suites sign.
import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../shared/encoding/json.ts'
import { formatDateTime } from '../../../shared/encoding/time.ts'
import { createKeyIssuer, signCompact } from '../../support/issuer.ts'
import { withProof } from '../../support/proofs.ts'
import { NOON, problemOf, startServer } from '../support/server.ts'
import {
  CONFORMANCE,
  codesIn,
  credentialOf,
  issueDocument,
  issuerId,
  VCDM2,
  verdictOf,
} from '../support/vc-api.ts'

const server = startServer(CONFORMANCE)
const did = await issuerId(server)
const HOLDER = await createKeyIssuer('A holder', 'did:key', 21)
const ASKED = { challenge: 'u7f3kq', domain: 'github.com/w3c/vc-data-model-2.0-test-suite' }

const [EMBEDDED, ENVELOPED] = [
  await issueDocument(server, credentialOf(did)),
  await issueDocument(server, credentialOf(did), { envelope: 'vc+jwt' }),
]

const presentation = (changes: JsonObject = {}): JsonObject => ({
  '@context': [VCDM2],
  type: ['VerifiablePresentation'],
  ...changes,
})

const sign = (document: JsonObject, changes: JsonObject = {}) =>
  withProof(document, HOLDER, {
    cryptosuite: 'eddsa-rdfc-2022',
    created: formatDateTime(NOON - 5),
    proofPurpose: 'authentication',
    ...ASKED,
    ...changes,
  })

const post = (body: object) => server.post('/presentations/verify', { body })
const verify = async (verifiablePresentation: unknown, options: object = ASKED) =>
  verdictOf(await post({ verifiablePresentation, options }))
const errorsOf = async (document: unknown, options?: object) =>
  codesIn((await verify(document, options)).errors)

describe('a signed presentation', () => {
  it.each<[string, JsonObject]>([
    ['of nothing', {}],
    ['of a credential with a proof', { verifiableCredential: EMBEDDED }],
    ['of several, one of them in an envelope', { verifiableCredential: [EMBEDDED, ENVELOPED] }],
    ['by a holder who is named', { holder: HOLDER.did }],
    ['by a holder in an object', { holder: { id: HOLDER.did } }],
    ['with an id', { id: 'urn:uuid:6f1c2e1e-7b62-4b0a-bd43-9bd4ff1a2b4e' }],
    ['with a context of its own', { '@context': [VCDM2, { a: 'https://a.gov.xm/a' }] }],
  ])('%s is verified', async (_, changes) => {
    expect(await verify(await sign(presentation(changes)))).toMatchObject({
      verified: true,
      errors: [],
    })
  })

  it.each<[string, JsonObject, string]>([
    ['for another challenge', { challenge: 'other' }, 'holder_binding.nonce_mismatch'],
    ['for another domain', { domain: 'other.gov.xm' }, 'holder_binding.audience_mismatch'],
    ['without a challenge', { challenge: undefined }, 'holder_binding.nonce_mismatch'],
    [
      'for another purpose',
      { proofPurpose: 'assertionMethod' },
      'issuer_key.proof_purpose_mismatch',
    ],
  ])('%s is not', async (_, proof, code) => {
    expect(await errorsOf(await sign(presentation(), proof))).toEqual([code])
  })

  it('is compared with what is asked only', async () => {
    const signed = await sign(presentation())
    expect(await errorsOf(signed, {})).toEqual([])
    expect(await errorsOf(signed, { challenge: ASKED.challenge })).toEqual([])
  })

  it('must hold what was signed', async () => {
    const signed = await sign(presentation({ verifiableCredential: EMBEDDED }))
    expect(await errorsOf({ ...signed, id: 'urn:x:1' })).toEqual(['signature.mismatch'])
    const proof = { ...(signed.proof as JsonObject), proofValue: 'z5nmMBw2u9TGKd9NxxHJtyZKgjN2Eh' }
    expect((await verify({ ...signed, proof })).verified).toBe(false)
  })

  it('presents nothing forged', async () => {
    const forged = { ...EMBEDDED, validFrom: '2020-01-01T00:00:00Z' }
    const signed = await sign(presentation({ verifiableCredential: [EMBEDDED, forged] }))
    expect(await errorsOf(signed)).toEqual(['signature.mismatch'])
  })

  it('may hold a word of the holder about themselves, and of nobody else', async () => {
    const own = credentialOf(HOLDER.did)
    const present = async (holder: JsonObject, credential: object = own) =>
      errorsOf(await sign(presentation({ ...holder, verifiableCredential: [credential] })))
    expect(await present({ holder: HOLDER.did })).toEqual([])
    expect(await present({ holder: { id: HOLDER.did } })).toEqual([])
    expect(await present({})).toContain('format.unsecured')
    expect(await present({ holder: HOLDER.did }, credentialOf(did))).toContain('format.unsecured')
    expect(await present({ holder: did })).not.toEqual([])
    expect(await present({ holder: HOLDER.did }, { ...own, type: undefined })).not.toEqual([])
    expect(await present({ holder: HOLDER.did }, { ...own, validFrom: 'soon' })).toEqual([
      'format.property_malformed',
    ])
  })
})

describe('an enveloped presentation', () => {
  const envelope = async (changes: object = {}, claims: object = {}) => ({
    '@context': VCDM2,
    type: 'EnvelopedVerifiablePresentation',
    id: `data:application/vp+jwt,${await signCompact(
      {
        ...presentation({ holder: HOLDER.did, verifiableCredential: [ENVELOPED] }),
        nonce: ASKED.challenge,
        aud: ASKED.domain,
        iat: NOON - 5,
        ...claims,
      },
      HOLDER,
      { typ: 'vp+jwt', cty: 'vp' },
    )}`,
    ...changes,
  })

  it('is verified, with or without a domain', async () => {
    expect(await errorsOf(await envelope())).toEqual([])
    expect(await errorsOf(await envelope(), { challenge: ASKED.challenge })).toEqual([])
  })

  it.each<[string, object]>([
    ['without a context', { '@context': [] }],
    ['with another context', { '@context': ['https://www.w3.org/ns/credentials/examples/v2'] }],
    ['as a bare JWS', { id: 'a.b.c' }],
    ['of another type', { type: ['VerifiablePresentation'] }],
  ])('%s is not', async (_, changes) => {
    expect((await verify(await envelope(changes))).verified).toBe(false)
  })

  it('presents nothing undefined', async () => {
    expect(await errorsOf(await envelope({}, { undefinedTerm: 1 }))).toContain(
      'format.term_undefined',
    )
  })
})

describe('a presentation without a proof', () => {
  it.each(['verifiablePresentation', 'presentation'])(
    'as %s is judged by the data model, with a warning that nobody has shown to be the holder',
    async (name) => {
      const response = await post({
        [name]: presentation({ verifiableCredential: [EMBEDDED, ENVELOPED] }),
        options: ASKED,
      })
      const { verified, warnings } = await verdictOf(response)
      expect(verified).toBe(true)
      expect(codesIn(warnings)).toContain('holder_binding.missing')
    },
  )

  it.each<[string, JsonObject, string]>([
    ['without contexts', { '@context': undefined }, 'format.property_missing'],
    [
      'without the base context',
      { '@context': ['https://www.w3.org/ns/credentials/examples/v2'] },
      'format.context_unsupported',
    ],
    [
      'with a context that is no address',
      { '@context': [VCDM2, 'https ://x'] },
      'format.property_malformed',
    ],
    ['with a number as context', { '@context': [VCDM2, 123192875] }, 'format.property_malformed'],
    ['without a type', { type: undefined }, 'format.property_missing'],
    ['of another type', { type: ['NonconformingDocument'] }, 'format.property_malformed'],
    [
      'of an undefined type',
      { type: ['VerifiablePresentation', 'Undefined'] },
      'format.term_undefined',
    ],
    ['by a holder without id', { holder: { name: 'A' } }, 'format.property_missing'],
    ['of a text', { verifiableCredential: ['a.b.c'] }, 'format.property_malformed'],
    [
      'of an envelope without type',
      { verifiableCredential: { ...ENVELOPED, type: undefined } },
      'format.property_missing',
    ],
    [
      'of a credential that nobody secured',
      { verifiableCredential: credentialOf(did) },
      'format.unsecured',
    ],
    [
      'of a word about oneself',
      { holder: did, verifiableCredential: credentialOf(did) },
      'format.unsecured',
    ],
  ])('%s is refused', async (_, changes, code) => {
    expect(await errorsOf(presentation(changes))).toContain(code)
  })

  it.each<[string, object]>([
    ['nothing', {}],
    ['a text', { verifiablePresentation: 'a.b.c' }],
    ['two', { verifiablePresentation: presentation(), presentation: presentation() }],
  ])('is no %s', async (_, body) => {
    expect(await problemOf(await post(body))).toMatchObject({
      status: 400,
      code: 'request.invalid',
    })
  })
})
