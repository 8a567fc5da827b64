// Credentials from the order to the verdict, all through the API.
import { describe, expect, it } from 'vitest'
import { issueCredentialSchema } from '../../../shared/wire/issue-credential.ts'
import { headerOf, payloadOf, tamper } from '../support/jws.ts'
import { degreeOrder, licenceOrder } from '../support/orders.ts'
import { bodyOf, env, ORIGIN, startServer } from '../support/server.ts'
import { found, foundAccredited, issue, problemsIn, verify } from '../support/world.ts'

const server = startServer()
const { anchor, issuer, accreditation } = await foundAccredited(server)

const FORMATS = ['vc+jwt', 'jwt_vc'] as const
const ORDERS = { degree: degreeOrder, licence: licenceOrder } as const

describe.each(FORMATS)('as %s', (format) => {
  it.each(['degree', 'licence'] as const)('issues a %s that verifies', async (kind) => {
    const { credential, id } = await issue(server, issuer, ORDERS[kind]({ format }))
    const result = await verify(server, credential)
    expect(problemsIn(result)).toEqual([])
    expect(result.verdict).toBe('verified')
    expect(result.checks.map(({ check, outcome }) => `${check} ${outcome}`)).toEqual([
      'format pass',
      'issuer_key pass',
      'signature pass',
      'disclosures not_applicable',
      'holder_binding not_applicable',
      'validity_period pass',
      'status pass',
      'issuer_trust pass',
      'transparency not_applicable',
    ])
    expect(result.credential).toMatchObject({
      claimsVerified: true,
      id,
      kind,
      envelope: format,
      name: kind === 'degree' ? 'Master of Medicine' : 'Licence to practise medicine',
      subject: { name: 'Amina Diallo' },
      issuer: { id: issuer.did, domain: 'localhost:8787' },
      validFrom: '2026-01-01T00:00:00Z',
    })
    expect(result.evidence.trustChain).toEqual([
      expect.objectContaining({
        accreditationId: accreditation.id,
        accreditor: { did: anchor.did, name: expect.any(String) },
        subject: { did: issuer.did, name: expect.any(String) },
      }),
    ])
  })

  it.each(['degree', 'licence'] as const)('rejects a %s with one altered claim', async (kind) => {
    const { credential } = await issue(server, issuer, ORDERS[kind]({ format }))
    const altered = tamper(credential, (payload) => {
      const subject = (payload.vc ?? payload).credentialSubject
      subject.name = 'Amina Dialla'
    })
    const result = await verify(server, altered)
    expect(result.verdict).toBe('rejected')
    expect(problemsIn(result)).toEqual(['fail signature.mismatch'])
    expect(result.credential.claimsVerified).toBe(false)
  })

  it.each(['degree', 'licence'] as const)('names the issuer’s key in a %s', async (kind) => {
    const { credential } = await issue(server, issuer, ORDERS[kind]({ format }))
    const document = await bodyOf<{ assertionMethod: string[] }>(
      await server.get(`/issuers/${issuer.slug}/did.json`),
      200,
    )
    expect(headerOf(credential)).toMatchObject({ alg: 'EdDSA', kid: document.assertionMethod[0] })
    expect(document.assertionMethod[0]).toMatch(/#[A-Za-z0-9_-]{43}$/)
  })
})

describe('the answer', () => {
  it('holds the id, the credential and its status entries, and nothing else', async () => {
    const response = await server.post(`/v1/issuers/${issuer.slug}/credentials`, {
      key: issuer.apiKey,
      body: licenceOrder(),
    })
    const answer = await bodyOf(response, 201)
    expect(answer).toEqual({
      id: expect.stringMatching(/^urn:uuid:[0-9a-f-]{36}$/),
      credential: expect.stringMatching(/^eyJ/),
      status: payloadOf(String(answer.credential)).credentialStatus,
    })
  })

  it('gives a degree one status entry for revocation', async () => {
    const { status } = await issue(server, issuer, degreeOrder())
    expect(status.map(({ statusPurpose }) => statusPurpose)).toEqual(['revocation'])
  })

  it('gives a licence an entry for revocation, one for suspension and one for messages', async () => {
    const { status } = await issue(server, issuer, licenceOrder())
    expect(status.map(({ statusPurpose }) => statusPurpose)).toEqual([
      'revocation',
      'suspension',
      'message',
    ])
  })
})

describe('a degree as vc+jwt', () => {
  it('has the shape of an Open Badges 3.0 achievement', async () => {
    const { credential, id, status } = await issue(server, issuer, degreeOrder())
    const badge = payloadOf(credential)
    const achievementId = badge.credentialSubject.achievement.id
    expect(achievementId).toMatch(/^urn:uuid:/)
    expect(badge).toEqual({
      '@context': [
        'https://www.w3.org/ns/credentials/v2',
        'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
        'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json',
      ],
      id,
      type: ['VerifiableCredential', 'AchievementCredential'],
      name: 'Master of Medicine',
      issuer: { id: issuer.did, type: ['Profile'], name: expect.any(String) },
      validFrom: '2026-01-01T00:00:00Z',
      awardedDate: '2026-01-01T00:00:00Z',
      credentialSubject: {
        type: ['AchievementSubject'],
        name: 'Amina Diallo',
        identifier: [
          {
            type: 'IdentityObject',
            hashed: false,
            identityHash: 'Amina Diallo',
            identityType: 'name',
          },
        ],
        achievement: {
          id: achievementId,
          type: ['Achievement'],
          achievementType: 'MasterDegree',
          name: 'Master of Medicine',
          description: 'Six years of medicine with clinical rotations.',
          criteria: { narrative: 'Six years of medicine with clinical rotations.' },
          fieldOfStudy: 'Medicine',
          alignment: [
            {
              type: ['Alignment'],
              targetName: 'EQF level 7',
              targetUrl: 'http://data.europa.eu/snb/eqf/7',
              targetCode: '7',
              targetFramework: 'European Qualifications Framework',
            },
          ],
          resultDescription: [
            {
              id: `${achievementId}#result-1`,
              type: ['ResultDescription'],
              name: 'Thesis',
              resultType: 'ext:Grade',
            },
          ],
        },
        result: [
          {
            type: ['Result'],
            resultDescription: `${achievementId}#result-1`,
            value: 'Excellent',
          },
        ],
      },
      credentialStatus: status[0],
      credentialSchema: [expect.objectContaining({ type: '1EdTechJsonSchemaValidator2019' })],
    })
  })
})

describe('a degree as jwt_vc', () => {
  it('does not call itself an Open Badge', async () => {
    const { credential } = await issue(server, issuer, degreeOrder({ format: 'jwt_vc' }))
    const { vc, iss, nbf, jti } = payloadOf(credential)
    expect(vc.type).toEqual(['VerifiableCredential', 'DegreeCredential'])
    expect(vc['@context'][0]).toBe('https://www.w3.org/2018/credentials/v1')
    expect({ iss, nbf, jti }).toEqual({ iss: issuer.did, nbf: 1_767_225_600, jti: vc.id })
  })
})

describe('a licence', () => {
  it('says who may do what, where, and by whom', async () => {
    const { credential, id, status } = await issue(server, issuer, licenceOrder())
    expect(payloadOf(credential)).toEqual({
      '@context': ['https://www.w3.org/ns/credentials/v2', `${ORIGIN}/contexts/licence/v1`],
      id,
      type: ['VerifiableCredential', 'ProfessionalLicenceCredential'],
      name: 'Licence to practise medicine',
      issuer: { id: issuer.did, name: expect.any(String) },
      validFrom: '2026-01-01T00:00:00Z',
      validUntil: '2027-01-01T00:00:00Z',
      credentialSubject: {
        type: 'LicensedPractitioner',
        name: 'Amina Diallo',
        licence: {
          number: 'NM-204518',
          profession: { isco08: '2211' },
          jurisdiction: 'XM-N',
          scope: 'full',
          conditions: [],
          regulator: issuer.did,
        },
      },
      credentialStatus: status,
      credentialSchema: { id: `${ORIGIN}/schemas/licence/1.json`, type: 'JsonSchema' },
    })
  })

  it.each(FORMATS)('with conditions is verified with a notice, as %s', async (format) => {
    const order = licenceOrder({ format })
    const licence = { ...order.licence, conditions: ['Not to perform surgery unsupervised'] }
    const { credential } = await issue(server, issuer, { ...order, licence })
    const result = await verify(server, credential)
    expect(result.verdict).toBe('verified')
    expect(result.notices).toEqual(['licence_conditions'])
    expect(result.credential.licence?.conditions).toEqual(licence.conditions)
  })

  it('keeps every form of a name and shows the first', async () => {
    const name = [
      { value: 'أمينة ديالو', lang: 'ar', script: 'Arab', kind: 'native' as const },
      { value: 'Amina Diallo', kind: 'passport' as const },
    ]
    const { credential } = await issue(server, issuer, licenceOrder({ subject: { name } }))
    expect(payloadOf(credential).credentialSubject.name).toEqual(name)
    expect((await verify(server, credential)).credential.subject.name).toBe('أمينة ديالو')
  })
})

describe('the order', () => {
  it('is a vc+jwt where it names no format', async () => {
    const { format: _, ...order } = licenceOrder()
    expect(issueCredentialSchema.parse(order).format).toBe('vc+jwt')
    const { credential } = await issue(server, issuer, order)
    expect(headerOf(credential)).toMatchObject({ typ: 'vc+jwt', cty: 'vc' })
  })

  it('gives two credentials on the same order two ids', async () => {
    const one = await issue(server, issuer)
    const two = await issue(server, issuer)
    expect(one.id).not.toBe(two.id)
  })

  it('draws another id where one is taken', async () => {
    const { uuid } = await issue(server, issuer)
    const clashing = startServer()
    const ids = [uuid, crypto.randomUUID()]
    const platform = { ...clashing.platform, uuid: () => ids.shift() ?? crypto.randomUUID() }
    const { createApp } = await import('../../../worker/app.ts')
    const response = await createApp(platform).request(
      `${ORIGIN}/v1/issuers/${issuer.slug}/credentials`,
      {
        method: 'POST',
        headers: {
          authorization: `Bearer ${issuer.apiKey}`,
          'content-type': 'application/json',
        },
        body: JSON.stringify(licenceOrder()),
      },
      clashing.settings,
    )
    const answer = await bodyOf<{ id: string }>(response, 201)
    expect(answer.id).not.toBe(`urn:uuid:${uuid}`)
  })
})

describe('what is recorded', () => {
  it('is the kind, the format, the key and when, never a claim', async () => {
    const { credential, uuid } = await issue(server, issuer, degreeOrder())
    const row = await env.DB.prepare('SELECT * FROM credentials WHERE id = ?').bind(uuid).first()
    expect(row).toEqual({
      id: uuid,
      issuer_slug: issuer.slug,
      kind: 'degree',
      format: 'vc+jwt',
      state: 'active',
      status_version: 0,
      issued_at: server.clock.now,
      signing_kid: headerOf(credential).kid,
    })
  })
})

it('issues for an issuer that nobody accredited, whom nobody then recognises', async () => {
  const { credential } = await issue(server, await found(server))
  expect((await verify(server, credential)).verdict).toBe('unrecognized_issuer')
})
