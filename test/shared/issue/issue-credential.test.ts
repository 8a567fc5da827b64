import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../shared/encoding/json.ts'
import { VOCABULARY } from '../../../shared/issue/vocabulary/index.ts'
import { parseCompactJws } from '../../../shared/parse/compact-jws.ts'
import { answers, expected } from '../../support/answers.ts'
import { at, inDays, NOW } from '../../support/clock.ts'
import { DEGREE_ORDER, INDEX, LICENCE_ORDER, listUrl, ORIGIN } from '../../support/credentials.ts'
import { ACHIEVEMENT_ID, ID, issue, open } from '../../support/issuing.ts'
import { COUNCIL, UNIVERSITY } from '../../support/parties.ts'
import { findViolations } from '../../support/schema.ts'
import { createWorld } from '../../support/world.ts'

describe('what is issued is verified', () => {
  it.each([
    ['degree', 'vc+jwt', DEGREE_ORDER, UNIVERSITY],
    ['degree', 'jwt_vc', DEGREE_ORDER, UNIVERSITY],
    ['licence', 'vc+jwt', LICENCE_ORDER, COUNCIL],
    ['licence', 'jwt_vc', LICENCE_ORDER, COUNCIL],
  ] as const)('a %s as %s', async (kind, format, order, signer) => {
    const token = await issue({ ...order, format }, signer)
    const result = await (await createWorld()).verify(token)
    expect(answers(result)).toEqual(expected('verified'))
    expect(result.credential).toMatchObject({
      ...{ id: ID, kind, envelope: format, subject: { name: 'Amina Diallo' } },
      name: kind === 'degree' ? 'Master of Medicine' : 'Licence to practise medicine',
    })
    expect(open(token).header).toMatchObject({ alg: 'EdDSA', kid: signer.kid })
  })

  it.each([
    ['degree', 'eddsa-jcs-2022', DEGREE_ORDER, UNIVERSITY],
    ['degree', 'eddsa-rdfc-2022', DEGREE_ORDER, UNIVERSITY],
    ['licence', 'eddsa-jcs-2022', LICENCE_ORDER, COUNCIL],
    ['licence', 'eddsa-rdfc-2022', LICENCE_ORDER, COUNCIL],
  ] as const)('a %s with a proof inside, %s', async (kind, format, order, signer) => {
    const secured = await issue({ ...order, format }, signer)
    const { verify } = await createWorld()
    for (const input of [secured, JSON.stringify(secured, null, 2)]) {
      const result = await verify(input)
      expect(answers(result)).toEqual(expected('verified'))
      expect(result.credential).toMatchObject({
        ...{ id: ID, kind, envelope: format, subject: { name: 'Amina Diallo' } },
      })
    }
    expect(open(secured).header).toMatchObject({
      type: 'DataIntegrityProof',
      cryptosuite: format,
      proofPurpose: 'assertionMethod',
      verificationMethod: signer.kid,
      created: at(NOW),
    })
  })

  it('keeps times to the second, and the award date, in both forms', async () => {
    const order = {
      ...DEGREE_ORDER,
      validFrom: '2026-01-31T10:00:00+02:00',
      validUntil: inDays(100),
      degree: { ...DEGREE_ORDER.degree, awardedDate: '2019-07-12' },
    }
    for (const format of ['vc+jwt', 'jwt_vc'] as const) {
      const parsed = parseCompactJws(String(await issue({ ...order, format }, UNIVERSITY)))
      expect(parsed.ok && parsed.value.claims).toMatchObject({
        validFromSeconds: Date.UTC(2026, 0, 31, 8) / 1000,
        validUntilSeconds: NOW + 100 * 86_400,
        awardedSeconds: Date.UTC(2019, 6, 12) / 1000,
      })
    }
  })
})

describe('Open Badges 3.0: a degree', () => {
  it('puts the VCDM context first, has one status entry with an id, and names its schema', async () => {
    const results = [{ name: 'Thesis', value: '1.0' }]
    const degree = { ...DEGREE_ORDER.degree, results, awardedDate: '2019-07-12' }
    const { payload } = open(await issue({ ...DEGREE_ORDER, degree }, UNIVERSITY))
    const url = listUrl(UNIVERSITY, 'revocation')
    expect(payload).toMatchObject({
      '@context': [
        'https://www.w3.org/ns/credentials/v2',
        'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
        'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json',
      ],
      type: ['VerifiableCredential', 'AchievementCredential'],
      issuer: { id: UNIVERSITY.did, type: ['Profile'], name: UNIVERSITY.name },
      awardedDate: '2019-07-12T00:00:00Z',
      credentialStatus: {
        id: `${url}#${INDEX}`,
        type: 'BitstringStatusListEntry',
        statusPurpose: 'revocation',
        statusListIndex: String(INDEX),
        statusListCredential: url,
      },
      credentialSubject: {
        type: ['AchievementSubject'],
        identifier: [{ type: 'IdentityObject', hashed: false, identityHash: 'Amina Diallo' }],
        achievement: {
          id: ACHIEVEMENT_ID,
          type: ['Achievement'],
          achievementType: 'MasterDegree',
          criteria: { narrative: 'Six years of medicine' },
          alignment: [{ targetUrl: 'http://data.europa.eu/snb/eqf/7' }],
          resultDescription: [{ id: `${ACHIEVEMENT_ID}#result-1`, name: 'Thesis' }],
        },
        result: [{ resultDescription: `${ACHIEVEMENT_ID}#result-1`, value: '1.0' }],
      },
      credentialSchema: [{ type: '1EdTechJsonSchemaValidator2019' }],
    })
    expect(Array.isArray(payload.credentialStatus)).toBe(false)
    expect(payload).not.toHaveProperty('vc')
    expect(JSON.stringify(payload)).not.toContain('null')
  })

  it('in VCDM 1.1 is never called an Open Badge', async () => {
    const { payload } = open(await issue({ ...DEGREE_ORDER, format: 'jwt_vc' }, UNIVERSITY))
    expect(payload.vc).toMatchObject({ type: ['VerifiableCredential', 'DegreeCredential'] })
    expect(JSON.stringify(payload)).not.toMatch(/imsglobal|Achievement|OpenBadge/)
  })
})

describe('a licence', () => {
  const schema = VOCABULARY['/schemas/licence/1.json'].document

  it.each([
    ['the plainest', LICENCE_ORDER],
    [
      'with every detail',
      {
        ...LICENCE_ORDER,
        subject: {
          id: 'did:web:amina.xm',
          name: [{ value: 'أمينة', lang: 'ar', kind: 'native' as const }],
        },
        licence: {
          ...LICENCE_ORDER.licence,
          register: 'General',
          scope: 'supervised' as const,
          conditions: ['No surgery'],
          firstRegistered: '2019-03-01',
          qualifiedIn: 'XM',
          profession: { isco08: '2211', local: 'physician' },
        },
      },
    ],
  ])('obeys its own schema: %s', async (_, order) => {
    const { payload } = open(await issue(order, COUNCIL))
    expect(findViolations(schema, payload)).toEqual([])
    expect(payload.credentialSchema).toEqual({
      id: `${ORIGIN}/schemas/licence/1.json`,
      type: 'JsonSchema',
    })
    expect(payload.credentialStatus).toHaveLength(2)
  })

  it.each([
    ['without number', { number: undefined }],
    ['with a profession in words', { profession: { isco08: 'physician' } }],
    ['with a scope of its own', { scope: 'some' }],
    ['with a member that the schema does not know', { salary: 1 }],
  ])('would not obey it %s', async (_, lie) => {
    const { payload } = open(await issue(LICENCE_ORDER, COUNCIL))
    const subject = payload.credentialSubject as JsonObject
    const spoilt = { ...subject, licence: { ...(subject.licence as JsonObject), ...lie } }
    const text = JSON.stringify({ ...payload, credentialSubject: spoilt })
    expect(findViolations(schema, JSON.parse(text))).not.toEqual([])
  })
})
