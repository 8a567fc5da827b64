import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../shared/encoding/json.ts'
import type { ReasonCodeOf } from '../../../shared/reasons.ts'
import { answers, expected } from '../../support/answers.ts'
import {
  type AccreditationOrder,
  degree,
  degreeOf,
  licence,
  licenceOf,
} from '../../support/credentials.ts'
import { UNIVERSITY } from '../../support/parties.ts'
import { digest, LICENCE_VCT, NUMBER, sdJwt } from '../../support/sd-jwt.ts'
import { unrecognized, VERIFIED, verifyIn, withGrant } from '../../support/trust-answers.ts'
import { createWorld } from '../../support/world.ts'

describe('scope', () => {
  it.each([
    ['its country', { jurisdictions: ['XM'] }, {}],
    ['its province', { jurisdictions: ['XM-S', 'XM-N'] }, {}],
    ['its profession', { isco08: ['2211'] }, {}],
    ['its group of professions', { isco08: ['2'] }, {}],
    ['its type by the name that SD-JWTs have for it', { credentialTypes: [LICENCE_VCT] }, {}],
  ])('covers a licence within %s', async (_, grant, details) => {
    expect(await withGrant(grant, licenceOf(details))).toEqual(VERIFIED)
  })

  it.each<[string, Partial<AccreditationOrder>, JsonObject, ReasonCodeOf<'issuer_trust'>]>([
    ['another province', { jurisdictions: ['XM-S'] }, {}, 'issuer_trust.jurisdiction_not_covered'],
    [
      'a province whose name begins alike',
      { jurisdictions: ['XM-N'] },
      { jurisdiction: 'XM-NE' },
      'issuer_trust.jurisdiction_not_covered',
    ],
    [
      'the country where a province was meant',
      { jurisdictions: ['XM-N'] },
      { jurisdiction: 'XM' },
      'issuer_trust.jurisdiction_not_covered',
    ],
    [
      'a country whose code begins alike',
      { jurisdictions: ['XM'] },
      { jurisdiction: 'XMN' },
      'issuer_trust.jurisdiction_not_covered',
    ],
    [
      'no place at all',
      { jurisdictions: ['XM'] },
      { jurisdiction: undefined },
      'issuer_trust.jurisdiction_not_covered',
    ],
    [
      'two places',
      { jurisdictions: ['XM'] },
      { jurisdiction: ['XM-N', 'XM-S'] },
      'issuer_trust.jurisdiction_not_covered',
    ],
    [
      'more places in words',
      { jurisdictions: ['XM-N'] },
      { jurisdiction: 'XM-N-, and all of Marovia' },
      'issuer_trust.jurisdiction_not_covered',
    ],
    [
      'more professions in words',
      { isco08: ['22'] },
      { profession: { isco08: '22 and every other' } },
      'issuer_trust.profession_not_covered',
    ],
    ['another profession', { isco08: ['2221'] }, {}, 'issuer_trust.profession_not_covered'],
    [
      'a wider profession',
      { isco08: ['2211'] },
      { profession: { isco08: '22' } },
      'issuer_trust.profession_not_covered',
    ],
    [
      'no profession',
      { isco08: ['22'] },
      { profession: undefined },
      'issuer_trust.profession_not_covered',
    ],
    [
      'a profession in words only',
      { isco08: ['22'] },
      { profession: 'physician' },
      'issuer_trust.profession_not_covered',
    ],
  ])('does not cover a licence of %s', async (_, grant, details, reason) => {
    expect(await withGrant(grant, licenceOf(details))).toEqual(unrecognized(reason))
  })

  it('must cover all types, not the most convenient one', async () => {
    const both = licence({
      type: ['VerifiableCredential', 'ProfessionalLicenceCredential', 'AchievementCredential'],
    })
    expect(await verifyIn({}, both)).toEqual(unrecognized('issuer_trust.type_not_covered'))
    const neutral = licence({
      type: ['VerifiableCredential', 'VerifiableAttestation', 'ProfessionalLicenceCredential'],
    })
    expect(await verifyIn({}, neutral)).toEqual(VERIFIED)
  })

  it('covers nothing that does not say what it is', async () => {
    const plain = licence({ type: 'VerifiableCredential', credentialSchema: undefined })
    expect(await verifyIn({}, plain)).toEqual(unrecognized('issuer_trust.type_not_covered'))
  })
})

describe('a university that may award degrees', () => {
  const verifyDegree = (credential: JsonObject) => verifyIn({}, credential, UNIVERSITY)
  const eqf = (...levels: readonly (number | string)[]) =>
    levels.map((level) => ({ targetUrl: `http://data.europa.eu/snb/eqf/${level}` }))

  it('awards them, under both names that Open Badges gives them', async () => {
    expect(await verifyDegree(degree())).toEqual(VERIFIED)
    const type = ['VerifiableCredential', 'OpenBadgeCredential']
    expect(await verifyDegree(degree({ type }))).toEqual(VERIFIED)
  })

  it('awards them at a level whose address was copied with https', async () => {
    const alignment = [{ targetUrl: 'https://data.europa.eu/snb/eqf/7' }]
    expect(await verifyDegree(degreeOf({ alignment }))).toEqual(VERIFIED)
  })

  it.each([
    ['License', { achievementType: 'License' }],
    ['Certification', { achievementType: 'Certification' }],
    ['License inside a list', { achievementType: ['MasterDegree', 'License'] }],
  ])('slips in no right to practise as an achievement of type %s', async (_, achievement) => {
    expect(await verifyDegree(degreeOf(achievement))).toEqual(
      unrecognized('issuer_trust.type_not_covered'),
    )
  })

  it.each([
    ['in a list of one', { achievement: [{ achievementType: 'License', alignment: eqf(7) }] }],
    [
      'behind a degree',
      {
        achievement: [
          { achievementType: 'MasterDegree', alignment: eqf(7) },
          { achievementType: 'License' },
        ],
      },
    ],
    ['as a licence beside the degree', { licence: { number: '1', jurisdiction: 'XM-N' } }],
    ['as a list of licences beside the degree', { licence: [{ number: '1' }] }],
  ])('slips in no right to practise %s', async (_, subject) => {
    expect(await verifyDegree(degreeOf({}, subject))).toEqual(
      unrecognized('issuer_trust.type_not_covered'),
    )
  })

  it.each([
    ['another level', eqf(5)],
    ['no level', []],
    ['a second level, higher than it may', eqf(7, 5)],
    ['a level that is no number', eqf('seven')],
    ['an empty level', eqf('')],
  ])('awards none of %s', async (_, alignment) => {
    expect(await verifyDegree(degreeOf({ alignment }))).toEqual(
      unrecognized('issuer_trust.type_not_covered'),
    )
  })

  it('hides no level behind a second degree', async () => {
    const hidden = degreeOf({ alignment: eqf(5) }, { degree: { eqf: 7 } })
    expect(await verifyDegree(hidden)).toEqual(unrecognized('issuer_trust.type_not_covered'))
  })
})

describe('an SD-JWT VC', () => {
  const verifySdJwt = async (claims: JsonObject) =>
    answers(await (await createWorld()).verify(await sdJwt({ claims })))
  const opened = { disclosures: 'pass', status: 'not_applicable' } as const

  it.each([LICENCE_VCT, 'https://another.example/vct/professional-licence/1'])(
    'of type %s is a licence',
    async (vct) => {
      expect(await verifySdJwt({ vct })).toEqual(expected('verified', opened))
    },
  )

  it.each([
    'urn:example:vct/professional-licence/1',
    'https://registry.xm/more/vct/professional-licence/1',
    'https://registry.xm/vct/professional-licence/2',
    'https://registry.xm/vct/professional-licence/1?version=2',
    'https://registry.xm/vct/professional-licence/1#2',
    'https://registry.xm/vct/degree/1',
    '/vct/professional-licence/1',
  ])('of type %s is none', async (vct) => {
    expect(await verifySdJwt({ vct })).toEqual(
      expected('unrecognized_issuer', { ...opened, issuer_trust: 'issuer_trust.type_not_covered' }),
    )
  })

  it('hides no limit of a licence from its accreditation', async () => {
    const licence = { jurisdiction: 'XM-S', profession: { isco08: '2211' }, _sd: [digest(NUMBER)] }
    expect(await verifySdJwt({ licence })).toEqual(
      expected('unrecognized_issuer', {
        ...opened,
        issuer_trust: 'issuer_trust.jurisdiction_not_covered',
      }),
    )
  })
})
