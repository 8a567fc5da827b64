// The VC-API end to end: what is issued through it, by whom, and what it says of what it is shown.
import { describe, expect, it } from 'vitest'
import { bodyOf, problemOf, startServer } from '../support/server.ts'
import {
  CONFORMANCE,
  codesIn,
  credentialOf,
  issueDocument,
  issuerId,
  postIssue,
  postVerify,
  VCDM2,
  verdictOf,
} from '../support/vc-api.ts'
import { changeStatus, found, foundAccredited, issue } from '../support/world.ts'

const server = startServer(CONFORMANCE)
const did = await issuerId(server)
const credential = credentialOf(did)
const MODEL = 'https://www.w3.org/TR/vc-data-model#'

const verify = async (document: unknown, options?: object) =>
  verdictOf(await postVerify(server, document, options))

describe('POST /credentials/issue', () => {
  it('answers a vc+jwt in an envelope object', async () => {
    const issued = await issueDocument(server, credential, { envelope: 'vc+jwt' })
    expect(issued['@context']).toBe(VCDM2)
    expect(issued.type).toBe('EnvelopedVerifiableCredential')
    expect(issued.id).toMatch(/^data:application\/vc\+jwt,[\w-]+\.[\w-]+\.[\w-]+$/)
    expect(await verify(issued)).toMatchObject({ verified: true, errors: [] })
  })

  it.each(['eddsa-rdfc-2022', 'eddsa-jcs-2022'])('answers a proof of %s', async (cryptosuite) => {
    const issued = await issueDocument(server, credential, { cryptosuite })
    expect(issued).toMatchObject({
      ...credential,
      proof: {
        type: 'DataIntegrityProof',
        cryptosuite,
        created: '2026-11-22T12:00:00Z',
        proofPurpose: 'assertionMethod',
        verificationMethod: `${did}#${did.slice('did:key:'.length)}`,
        proofValue: expect.stringMatching(/^z[1-9A-HJ-NP-Za-km-z]{80,90}$/),
      },
    })
    expect(await verify(issued)).toMatchObject({ verified: true, errors: [] })
  })

  it('canonicalises RDF unless told otherwise', async () => {
    expect(await issueDocument(server, credential)).toMatchObject({
      proof: { cryptosuite: 'eddsa-rdfc-2022' },
    })
  })

  it('gives an id where there is none, and keeps one that is there', async () => {
    const [made, kept] = [
      await issueDocument(server, credential),
      await issueDocument(server, { ...credential, id: 'https://a.gov.xm/1' }),
    ]
    expect(made.id).toMatch(/^urn:uuid:/)
    expect(kept.id).toBe('https://a.gov.xm/1')
  })

  it('signs VCDM 1.1, too, with the terms that a proof needs', async () => {
    const { validFrom: issuanceDate, ...rest } = credential
    const old = { ...rest, '@context': ['https://www.w3.org/2018/credentials/v1'], issuanceDate }
    const issued = await issueDocument(server, old, { status: true })
    expect(issued['@context']).toEqual([
      'https://www.w3.org/2018/credentials/v1',
      'https://w3id.org/security/data-integrity/v2',
      'https://www.w3.org/ns/credentials/status/v1',
    ])
    expect(await verify(issued)).toMatchObject({ verified: true, errors: [] })
  })

  it.each<[string, object, string]>([
    ['without contexts', { '@context': undefined }, 'format.property_missing'],
    [
      'with an unknown context',
      { '@context': [VCDM2, 'https://a.gov.xm/v1'] },
      'format.context_unavailable',
    ],
    [
      'with a word that nobody defines',
      { credentialSubject: { salary: 1 } },
      'format.term_undefined',
    ],
    [
      'of an undefined type',
      { type: ['VerifiableCredential', 'Undefined'] },
      'format.term_undefined',
    ],
    [
      'that redefines a term',
      { '@context': [VCDM2, { VerifiableCredential: 'urn:x' }] },
      'format.term_undefined',
    ],
    ['without an issuer', { issuer: undefined }, 'format.property_missing'],
    ['without a subject', { credentialSubject: undefined }, 'format.property_missing'],
    [
      'with a truth as status index',
      {
        credentialStatus: {
          type: 'BitstringStatusListEntry',
          statusPurpose: 'revocation',
          statusListIndex: true,
          statusListCredential: 'https://a.gov.xm/1',
        },
      },
      'format.property_malformed',
    ],
    [
      'with a wrong digest',
      {
        relatedResource: {
          id: VCDM2,
          digestMultibase: 'uEiAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
        },
      },
      'format.related_resource_mismatch',
    ],
    [
      'that carries a proof',
      { proof: { type: 'DataIntegrityProof' } },
      'format.property_malformed',
    ],
  ])('refuses a credential %s', async (_, changes, code) => {
    const problem = await problemOf(await postIssue(server, { ...credential, ...changes }))
    expect(problem.status).toBe(400)
    expect(problem.code).toBe('credential.invalid')
    expect(problem.detail).toContain(code)
  })

  it.each([
    ['a suite that we do not have', { cryptosuite: 'ecdsa-rdfc-2019' }],
    ['a proof and an envelope', { cryptosuite: 'eddsa-jcs-2022', envelope: 'vc+jwt' }],
    ['an option that we do not know', { mandatoryPointers: ['/issuer'] }],
  ])('refuses %s', async (_, options) => {
    expect(await problemOf(await postIssue(server, credential, options))).toMatchObject({
      status: 400,
      code: 'request.invalid',
    })
  })

  it('signs for nobody else', async () => {
    const foreign = credentialOf('did:example:other')
    expect(await problemOf(await postIssue(server, foreign))).toMatchObject({
      status: 400,
      code: 'credential.foreign_issuer',
    })
  })
})

describe('a key of the VC-API', () => {
  const closed = startServer()

  it('is the same as for our own routes, and says who signs', async () => {
    const issuer = await found(closed)
    const issued = await issueDocument(closed, credentialOf(issuer.did), {}, issuer.apiKey)
    expect(issued).toMatchObject({ issuer: issuer.did })
    // Whatever was asked: what is signed for people can be taken back.
    expect(issued.credentialStatus).toMatchObject({ statusPurpose: 'revocation' })
    const { verified } = await verdictOf(await postVerify(closed, issued))
    expect(verified).toBe(true)
  })

  it('signs for its own issuer only', async () => {
    const [one, other] = [await found(closed), await found(closed)]
    const response = await postIssue(closed, credentialOf(other.did), {}, one.apiKey)
    expect(await problemOf(response)).toMatchObject({
      status: 400,
      code: 'credential.foreign_issuer',
    })
  })

  it.each([
    ['no key', undefined, 'auth.missing'],
    ['an unknown one', 'licet_unknown', 'auth.invalid'],
  ])('is required: %s answers 401', async (_, key, code) => {
    for (const path of ['/credentials/issue', '/credentials/status']) {
      const body = {
        '/credentials/issue': { credential },
        '/credentials/status': {
          credentialId: 'urn:x:1',
          credentialStatus: { type: 'BitstringStatusListEntry', statusPurpose: 'revocation' },
          status: true,
        },
      }[path]
      const response = await closed.post(path, { body, ...(key && { key }) })
      expect(await problemOf(response)).toMatchObject({ status: 401, code })
    }
  })

  it('counts where the conformance issuer is on, too', async () => {
    const response = await postIssue(server, credential, {}, 'licet_unknown')
    expect((await problemOf(response)).code).toBe('auth.invalid')
  })
})

describe('POST /credentials/verify', () => {
  it('warns of an issuer that nobody accredited, and calls the credential verified', async () => {
    const { verified, warnings, problemDetails } = await verify(
      await issueDocument(server, credential),
    )
    expect(verified).toBe(true)
    expect(codesIn(warnings)).toEqual(['issuer_trust.not_accredited'])
    expect(problemDetails).toEqual(warnings)
  })

  it('makes every check, whatever is asked', async () => {
    const issued = await issueDocument(server, {
      ...credential,
      validUntil: '2026-02-01T00:00:00Z',
    })
    const { verified, errors } = await verify(issued, { checks: ['proof'] })
    expect(verified).toBe(false)
    expect(codesIn(errors)).toEqual(['validity_period.expired'])
  })

  it('says in the words of the W3C what is wrong', async () => {
    const issued = await issueDocument(server, credential)
    const { errors } = await verify({ ...issued, validFrom: '2020-01-01T00:00:00Z' })
    expect(errors).toEqual([
      {
        type: `${MODEL}CRYPTOGRAPHIC_SECURITY_ERROR`,
        code: 'signature.mismatch',
        title: expect.stringContaining('The signature does not match'),
      },
    ])
  })

  it.each<[string, unknown]>([
    ['a text', 'eyJhbGciOiJFZERTQSJ9.e30.AA'],
    ['a number', 7],
    ['a list', []],
    ['nothing', undefined],
  ])('takes no %s for a credential', async (_, document) => {
    expect((await problemOf(await postVerify(server, document))).status).toBe(400)
  })

  it.each<[string, object, string]>([
    ['a document of another type', { type: ['NonconformingDocument'] }, 'format.property_missing'],
    ['a credential without a proof', credential, 'format.unsecured'],
  ])('refuses %s', async (_, document, code) => {
    const { verified, errors } = await verify(document)
    expect(verified).toBe(false)
    expect(codesIn(errors)).toContain(code)
  })

  it('reads envelopes as strictly as the standard writes them', async () => {
    const issued = await issueDocument(server, credential, { envelope: 'vc+jwt' })
    const lies: readonly [object, string][] = [
      [{ '@context': [] }, 'format.context_unsupported'],
      [
        { '@context': 'https://www.w3.org/ns/credentials/examples/v2' },
        'format.context_unsupported',
      ],
      [{ id: String(issued.id).split(',').at(-1) }, 'format.property_malformed'],
      [{ type: undefined }, 'format.context_unsupported'],
      [{ type: 'VerifiableCredential' }, 'format.unsecured'],
    ]
    for (const [lie, code] of lies) {
      const { verified, errors } = await verify({ ...issued, ...lie })
      expect(verified).toBe(false)
      expect(codesIn(errors)).toContain(code)
    }
  })

  it('answers for several subjects without telling whose credential it is', async () => {
    const several = { ...credential, credentialSubject: [{ id: 'urn:x:1' }, { id: 'urn:x:2' }] }
    for (const options of [{}, { envelope: 'vc+jwt' }]) {
      const { verified, warnings } = await verify(await issueDocument(server, several, options))
      expect(verified).toBe(true)
      expect(codesIn(warnings)).toContain('format.envelope_unsupported')
    }
    const issued = await issueDocument(server, several)
    const { errors } = await verify({ ...issued, validFrom: '2020-01-01T00:00:00Z' })
    expect(codesIn(errors)).toContain('signature.mismatch')
  })

  it('does not call verified what is suspended, revoked, or of unknown status', async () => {
    const { issuer } = await foundAccredited(server)
    const licence = await issue(server, issuer)
    const enveloped = {
      '@context': VCDM2,
      type: 'EnvelopedVerifiableCredential',
      id: `data:application/vc+jwt,${licence.credential}`,
    }
    expect(await verify(enveloped)).toMatchObject({ verified: true, warnings: [] })
    await bodyOf(await changeStatus(server, issuer, licence.uuid, 'suspended'), 200)
    expect(codesIn((await verify(enveloped)).errors)).toEqual(['status.suspended'])

    server.net.answer('https://status.gov.xm/1', new Response('', { status: 404 }))
    const unknown = await issueDocument(server, {
      ...credential,
      credentialStatus: {
        type: 'BitstringStatusListEntry',
        statusPurpose: 'revocation',
        statusListIndex: '1',
        statusListCredential: 'https://status.gov.xm/1',
      },
    })
    const { errors } = await verify(unknown)
    expect(errors).toMatchObject([
      {
        code: 'status.list_unreachable',
        type: 'https://www.w3.org/ns/credentials/status-list#STATUS_RETRIEVAL_ERROR',
      },
    ])
  })
})
