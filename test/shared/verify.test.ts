import { describe, expect, it } from 'vitest'
import { CHECK_IDS } from '../../shared/checks.ts'
import { ok } from '../../shared/result.ts'
import { answers, expected, stoppedBy } from '../support/answers.ts'
import { inDays, NOW } from '../support/clock.ts'
import { degree, JWT_VC_HEADER, jwtVc, licence, listUrl, ORIGIN } from '../support/credentials.ts'
import { documentOf, encodePart, signCompact } from '../support/issuer.ts'
import { AGENCY, COUNCIL, MILL, MINISTRY, UNIVERSITY } from '../support/parties.ts'
import { createWorld } from '../support/world.ts'

const LICENCE = await signCompact(licence(), COUNCIL)
const tamper = (token: string): string => {
  const [header, , signature] = token.split('.')
  return `${header}.${encodePart(licence({ name: 'Licence to practise surgery' }))}.${signature}`
}
const accreditationId = 'urn:uuid:00000000-0000-4000-8000-000000000010'
const NO_EVIDENCE = { trustChain: [], statusLists: [] }

describe('the whole answer', () => {
  it('for a licence that holds', async () => {
    const world = await createWorld()
    expect(await world.verify(LICENCE)).toEqual({
      verdict: 'verified',
      checks: [
        { check: 'format', outcome: 'pass' },
        { check: 'issuer_key', outcome: 'pass' },
        { check: 'signature', outcome: 'pass' },
        { check: 'disclosures', outcome: 'not_applicable' },
        { check: 'holder_binding', outcome: 'not_applicable' },
        { check: 'validity_period', outcome: 'pass' },
        { check: 'status', outcome: 'pass' },
        { check: 'issuer_trust', outcome: 'pass' },
        { check: 'transparency', outcome: 'not_applicable' },
      ],
      notices: [],
      credential: {
        claimsVerified: true,
        id: 'urn:uuid:00000000-0000-4000-8000-000000000001',
        kind: 'licence',
        envelope: 'vc+jwt',
        name: 'Licence to practise medicine',
        subject: { name: 'Amina Diallo' },
        issuer: { id: COUNCIL.did, name: COUNCIL.name, domain: 'council.xm' },
        validFrom: inDays(-100),
        validUntil: inDays(900),
        licence: {
          number: 'N-20419',
          profession: '2211',
          jurisdiction: 'XM-N',
          scope: 'full',
          conditions: [],
        },
      },
      evidence: {
        verificationMethod: COUNCIL.kid,
        trustChain: [
          {
            accreditationId,
            accreditor: { did: AGENCY.did, name: AGENCY.name },
            subject: { did: COUNCIL.did, name: COUNCIL.name },
            validUntil: inDays(1_000),
          },
          {
            accreditationId,
            accreditor: { did: MINISTRY.did, name: MINISTRY.name },
            subject: { did: AGENCY.did, name: AGENCY.name },
            validUntil: inDays(1_000),
          },
        ],
        statusEntries: expect.any(Array),
        statusLists: [
          { url: listUrl(COUNCIL, 'revocation'), fetchedAt: inDays(0) },
          { url: listUrl(COUNCIL, 'suspension'), fetchedAt: inDays(0) },
        ],
      },
      checkedAt: inDays(0),
    })
  })

  it('for a text that is no credential', async () => {
    const world = await createWorld()
    expect(await world.verify('My diploma is attached.')).toMatchObject({
      ...{ verdict: 'rejected', notices: [], evidence: NO_EVIDENCE, checkedAt: inDays(0) },
      checks: [
        { check: 'format', outcome: 'fail', problem: { code: 'format.unrecognized' } },
        ...CHECK_IDS.slice(1).map((check) => ({ check, outcome: 'not_run', because: 'format' })),
      ],
      credential: {
        claimsVerified: false,
        kind: 'other',
        name: 'Unreadable credential',
        subject: {},
        issuer: {},
      },
    })
  })

  it.each([
    ['a degree as an Open Badge', () => signCompact(degree(), UNIVERSITY), 'degree', 'vc+jwt'],
    [
      'a degree in VCDM 1.1',
      () => signCompact(jwtVc(), UNIVERSITY, JWT_VC_HEADER),
      'degree',
      'jwt_vc',
    ],
    [
      'an enveloped licence',
      async () => ({
        type: 'EnvelopedVerifiableCredential',
        id: `data:application/vc+jwt,${LICENCE}`,
      }),
      'licence',
      'vc+jwt',
    ],
  ] as const)('is verified for %s', async (_, make, kind, envelope) => {
    const result = await (await createWorld()).verify(await make())
    expect(answers(result)).toEqual(expected('verified'))
    expect(result.credential).toMatchObject({ kind, envelope, claimsVerified: true })
  })

  it('lists all nine checks in one order, whatever happened', async () => {
    const world = await createWorld()
    const mill = licence({ issuer: MILL.did, credentialStatus: undefined })
    for (const input of [LICENCE, tamper(LICENCE), '', {}, await signCompact(mill, MILL)]) {
      const { checks } = await world.verify(input)
      expect(checks.map(({ check }) => check)).toEqual(CHECK_IDS)
    }
  })

  it('is plain data that survives JSON', async () => {
    const result = await (await createWorld()).verify(LICENCE)
    expect(JSON.parse(JSON.stringify(result))).toEqual(result)
  })
})

describe('before the signature', () => {
  it('claims are shown as unproved', async () => {
    const result = await (await createWorld()).verify(tamper(LICENCE))
    expect(answers(result)).toEqual(stoppedBy('signature.mismatch'))
    expect(result).toMatchObject({
      credential: { claimsVerified: false, name: 'Licence to practise surgery' },
      notices: [],
      evidence: NO_EVIDENCE,
    })
  })

  it('nothing is asked but the key of the issuer', async () => {
    const listedWorld = await createWorld()
    await listedWorld.verify(tamper(LICENCE))
    expect(listedWorld.asked).toEqual([])

    const world = await createWorld()
    const forged = { ...COUNCIL, did: MILL.did, kid: MILL.kid }
    await world.verify(await signCompact(licence({ issuer: MILL.did }), forged))
    expect(world.asked).toEqual([MILL.did])
  })

  it('names come from the credential; afterwards the trust list has the word', async () => {
    const named = licence({ issuer: { id: COUNCIL.did, name: 'Royal College of Everything' } })
    const token = await signCompact(named, COUNCIL)
    const world = await createWorld()
    expect((await world.verify(token)).credential.issuer.name).toBe(COUNCIL.name)
    const unproved = await world.verify(`${token.slice(0, -2)}`)
    expect(unproved.credential.issuer.name).toBe('Royal College of Everything')
  })
})

describe('the expected name', () => {
  it('is answered apart from the verdict', async () => {
    const world = await createWorld()
    const [same, other] = [
      await world.verify(LICENCE, { expectedName: 'DIALLO Amina' }),
      await world.verify(LICENCE, { expectedName: 'Tomás Ferreira' }),
    ]
    expect([same.nameMatch, same.matchedName]).toEqual(['variant', 'Amina Diallo'])
    expect([other.nameMatch, other.matchedName]).toEqual(['different', 'Amina Diallo'])
    expect([same.verdict, other.verdict]).toEqual(['verified', 'verified'])
    expect(other.checks).toEqual(same.checks)
  })

  it('is compared with every place where the subject may be named', async () => {
    const identifier = [{ identityType: 'name', hashed: false, identityHash: 'Amina Diallo' }]
    const token = await signCompact(
      degree({ credentialSchema: undefined, credentialSubject: { identifier } }),
      UNIVERSITY,
    )
    const result = await (await createWorld()).verify(token, { expectedName: 'Amina Diallo' })
    expect(result.nameMatch).toBe('exact')
    expect(result.credential.subject.name).toBe('Amina Diallo')
  })

  it('is not compared with what nobody has proved, nor where nobody asks', async () => {
    const world = await createWorld()
    const forged = await world.verify(tamper(LICENCE), { expectedName: 'Amina Diallo' })
    for (const result of [forged, await world.verify(LICENCE)]) {
      expect(result).not.toHaveProperty('nameMatch')
      expect(result).not.toHaveProperty('matchedName')
    }
  })
})

describe('the clock', () => {
  it.each([
    ['a licence that holds', LICENCE],
    ['a forgery', tamper(LICENCE)],
    ['no credential', ''],
  ])('is read once for %s', async (_, token) => {
    const world = await createWorld()
    await world.verify(token)
    expect(world.clockReads()).toBe(1)
  })
})

describe('hostile input', () => {
  it.each([
    ['a context with a getter’s name', licence({ '@context': { get: ORIGIN } })],
    ['numbers everywhere', { type: 1, id: 2 }],
    ['a type inside lists', { type: [[['VerifiableCredential']]] }],
    ['a list', []],
    ['nothing', null as unknown as object],
  ])('is rejected, not thrown at: %s', async (_, input) => {
    expect(await (await createWorld()).verify(input)).toMatchObject({ verdict: 'rejected' })
  })
})

describe('a trust list that its keeper kept too long', () => {
  const keptUntil = async (validUntilSeconds: number) => {
    const kept = await (await createWorld()).deps.trust()
    if (!kept.ok) throw new Error('The world has no trust list')
    const trust = async () => ok({ ...kept.value, validUntilSeconds })
    const documents = { [COUNCIL.did]: documentOf(COUNCIL) }
    return answers(await (await createWorld({ documents, deps: { trust } })).verify(LICENCE))
  }

  it('is not believed from the very second of its end', async () => {
    const expired = await keptUntil(NOW)
    expect(expired).toMatchObject({ verdict: 'inconclusive' })
    expect(JSON.stringify(expired)).toContain('issuer_trust.registry_expired')
  })

  it('is believed a second before', async () => {
    expect(await keptUntil(NOW + 1)).toEqual(expected('verified'))
  })
})

it('a moment that is no number is a fault of the caller', async () => {
  const world = await createWorld()
  await expect(world.verify(LICENCE, { atSeconds: Number.NaN })).rejects.toThrow(TypeError)
})

describe('several subjects', () => {
  const subjects = [{ id: 'did:web:a.xm', name: 'Amina Diallo' }, { id: 'did:web:b.xm' }]
  /** The schema of licences wants one subject. */
  const BARE = { type: ['VerifiableCredential'], credentialSchema: undefined }

  it('are checked like one, but a mark is told of nobody', async () => {
    const world = await createWorld()
    const token = await signCompact(licence({ ...BARE, credentialSubject: subjects }), COUNCIL)
    const result = await world.verify(token, { expectedName: 'Amina Diallo' })
    expect(result.verdict).toBe('inconclusive')
    expect(result.checks[0]).toEqual({
      check: 'format',
      outcome: 'unknown',
      problem: { code: 'format.envelope_unsupported', detail: { path: 'credentialSubject' } },
    })
    expect(result.checks.filter(({ outcome }) => outcome === 'not_run')).toEqual([])
    expect(result.credential.subject).toEqual({})
    expect(result.nameMatch).toBe('possible')
  })

  it('save no forgery', async () => {
    const world = await createWorld()
    const [header, , signature] = LICENCE.split('.')
    const forged = `${header}.${encodePart(licence({ ...BARE, credentialSubject: subjects }))}.${signature}`
    expect((await world.verify(forged)).verdict).toBe('rejected')
  })
})
