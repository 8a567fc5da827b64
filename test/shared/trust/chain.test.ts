import { describe, expect, it } from 'vitest'
import type { ReasonCodeOf } from '../../../shared/reasons.ts'
import { inDays } from '../../support/clock.ts'
import {
  type AccreditationOrder,
  accredit,
  COUNCIL_GRANT,
  licence,
  listUrl,
} from '../../support/credentials.ts'
import type { Issuer } from '../../support/issuer.ts'
import { AGENCY, COUNCIL, MILL, MINISTRY, UNIVERSITY } from '../../support/parties.ts'
import { statusList } from '../../support/status-lists.ts'
import {
  AGENCY_WORD,
  unrecognized,
  VERIFIED,
  verifyIn,
  withAgency,
  withGrant,
} from '../../support/trust-answers.ts'
import { listed } from '../../support/world.ts'

describe('a chain', () => {
  it('reaches an anchor in one link or in two', async () => {
    const direct = await accredit(MINISTRY, COUNCIL, COUNCIL_GRANT)
    expect(await verifyIn({ accreditations: [direct] })).toEqual(VERIFIED)
    expect(await verifyIn({})).toEqual(VERIFIED)
  })

  it('is not needed by an anchor itself', async () => {
    const own = licence({ issuer: MINISTRY.did, credentialStatus: undefined })
    expect(await verifyIn({}, own, MINISTRY)).toMatchObject({ verdict: 'verified' })
  })

  it('is not had by a perfect signature', async () => {
    const own = licence({ issuer: MILL.did, credentialStatus: undefined })
    expect(await verifyIn({}, own, MILL)).toMatchObject({
      verdict: 'unrecognized_issuer',
      checks: { issuer_trust: 'issuer_trust.not_accredited' },
    })
  })

  it('is not had by a listed key without accreditation', async () => {
    expect(await verifyIn({ accreditations: [AGENCY_WORD] })).toEqual(
      unrecognized('issuer_trust.not_accredited'),
    )
  })

  it('breaks where nobody accredited the accreditor', async () => {
    const own = await accredit(AGENCY, COUNCIL, COUNCIL_GRANT)
    expect(await verifyIn({ accreditations: [own] })).toEqual(
      unrecognized('issuer_trust.chain_broken'),
    )
  })

  it.each([
    [
      'altered',
      async () => `${(await accredit(AGENCY, COUNCIL, COUNCIL_GRANT)).slice(0, -8)}AAAAAAAA`,
    ],
    [
      'signed by somebody else',
      () => accredit({ ...MILL, did: AGENCY.did, kid: AGENCY.kid }, COUNCIL, COUNCIL_GRANT),
    ],
    ['of an organisation that is not listed', () => accredit(MILL, COUNCIL, COUNCIL_GRANT)],
    [
      'that is no accreditation',
      () => accredit(AGENCY, COUNCIL, COUNCIL_GRANT, { type: ['VerifiableCredential'] }),
    ],
    ['without id', () => accredit(AGENCY, COUNCIL, COUNCIL_GRANT, { id: undefined })],
  ])('breaks at an accreditation %s', async (_, own) => {
    expect(await verifyIn({ accreditations: [AGENCY_WORD, await own()] })).toEqual(
      unrecognized('issuer_trust.chain_broken'),
    )
  })

  it.each([
    ['another action', { action: 'verify' }],
    ['another recogniser', { recognizedBy: MINISTRY.did }],
    ['types that are no list', { credentialTypes: 'ProfessionalLicenceCredential' }],
    ['no types', { credentialTypes: [] }],
    ['a type that is no text', { credentialTypes: [1] }],
    ['jurisdictions that cannot be read', { jurisdiction: 'XM' }],
    ['an empty list of jurisdictions', { jurisdiction: [] }],
    ['an empty profession', { isco08: [''] }],
    ['a level that does not exist', { eqf: [9] }],
    ['a level as text', { eqf: ['7'] }],
    ['delegation in words', { mayDelegate: 'yes' }],
    ['a negative depth', { maxDepth: -1 }],
  ])('breaks at an accreditation with %s', async (_, action) => {
    const credentialSubject = {
      id: COUNCIL.did,
      recognizedTo: {
        action: 'issue',
        credentialTypes: ['ProfessionalLicenceCredential'],
        ...action,
      },
    }
    expect(await withGrant({}, licence(), { credentialSubject })).toEqual(
      unrecognized('issuer_trust.chain_broken'),
    )
  })

  it('that goes in circles leads nowhere', async () => {
    const delegating = { mayDelegate: true, maxDepth: 3 }
    expect(
      await verifyIn({
        accreditations: [
          await accredit(AGENCY, COUNCIL, delegating),
          await accredit(COUNCIL, AGENCY, delegating),
        ],
      }),
    ).toEqual(unrecognized('issuer_trust.chain_loops'))
    expect(await verifyIn({ accreditations: [await accredit(COUNCIL, COUNCIL)] })).toEqual(
      unrecognized('issuer_trust.chain_loops'),
    )
  })

  it('has at most four links', async () => {
    const delegating = { mayDelegate: true, maxDepth: 9 }
    const steps: readonly Issuer[] = [COUNCIL, AGENCY, UNIVERSITY, MILL]
    const climb = await Promise.all(
      steps.slice(1).map((above, place) => accredit(above, steps[place] ?? above, delegating)),
    )
    const entities = [...steps, { ...MILL, did: 'did:web:five.xm', kid: 'did:web:five.xm#1' }]
    const lists = Object.fromEntries(
      await Promise.all(
        [...entities, MINISTRY].map(async (issuer) => [
          listUrl(issuer, 'revocation'),
          await statusList(issuer, 'revocation', { signer: issuer }),
        ]),
      ),
    )
    const trustList = {
      entities: entities.map((entity) => ({
        ...listed(entity),
        keys: [{ ...entity.jwk, kid: entity.kid }],
      })),
    }
    const five = entities[4] ?? MILL
    const four = [...climb, await accredit(MINISTRY, MILL, delegating)]
    expect(await verifyIn({ accreditations: four, lists, trustList })).toEqual(VERIFIED)
    const tooMany = [
      ...climb,
      await accredit(five, MILL, delegating),
      await accredit(MINISTRY, five, delegating),
    ]
    expect(await verifyIn({ accreditations: tooMany, lists, trustList })).toEqual(
      unrecognized('issuer_trust.chain_too_long'),
    )
  })

  it('is as good as the best of several accreditations', async () => {
    const others = [
      await accredit(AGENCY, COUNCIL, { ...COUNCIL_GRANT, jurisdictions: ['XM-S'] }),
      await accredit(AGENCY, COUNCIL, COUNCIL_GRANT),
    ]
    expect(await verifyIn({ accreditations: [AGENCY_WORD, ...others] })).toEqual(VERIFIED)
  })

  it('tells of the nearest miss', async () => {
    const others = [
      await accredit(AGENCY, COUNCIL, { ...COUNCIL_GRANT, credentialTypes: ['Medal'] }),
      await accredit(AGENCY, COUNCIL, { ...COUNCIL_GRANT, validUntil: inDays(-1) }),
    ]
    expect(await verifyIn({ accreditations: [AGENCY_WORD, ...others] })).toEqual(
      unrecognized('issuer_trust.accreditation_expired'),
    )
  })
})

describe('delegation', () => {
  it.each([
    ['that is not allowed', { mayDelegate: false }],
    ['that is not allowed this deep', { maxDepth: 0 }],
  ])('%s gives no chain', async (_, order) => {
    expect(await withAgency(order)).toEqual(unrecognized('issuer_trust.chain_too_long'))
  })

  it.each<[string, Partial<AccreditationOrder>, ReasonCodeOf<'issuer_trust'>]>([
    ['type', { credentialTypes: ['AchievementCredential'] }, 'issuer_trust.type_not_covered'],
    ['place', { jurisdictions: ['XM-S'] }, 'issuer_trust.jurisdiction_not_covered'],
    ['profession', { isco08: ['3'] }, 'issuer_trust.profession_not_covered'],
  ])('cannot widen the accreditor’s own %s', async (_, order, reason) => {
    expect(await withAgency(order)).toEqual(unrecognized(reason))
  })
})
