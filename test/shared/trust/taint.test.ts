// Awards in doubt: what is inside of the box, what is not, and who may put it there.
import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../shared/encoding/json.ts'
import type { TaintOrder } from '../../../shared/wire/remarks.ts'
import { expected } from '../../support/answers.ts'
import { inDays, NOW } from '../../support/clock.ts'
import {
  AGENCY_MAY_DELEGATE,
  accredit,
  degree,
  degreeOf,
  listUrl,
} from '../../support/credentials.ts'
import { type Issuer, signCompact } from '../../support/issuer.ts'
import { AGENCY, COUNCIL, MINISTRY, UNIVERSITY } from '../../support/parties.ts'
import {
  ARCHIVE,
  BOARD,
  REMARK_INDEX,
  type Remarked,
  remarkedWorld,
  taint,
} from '../../support/remarks.ts'
import { statusList } from '../../support/status-lists.ts'
import { unrecognized, VERIFIED, verifyIn } from '../../support/trust-answers.ts'
import { createWorld, type WorldParts } from '../../support/world.ts'

type Parts = WorldParts & { readonly more?: readonly string[] }

const answer = async (
  remarks: readonly Remarked[],
  credential: JsonObject = degree(),
  parts: Parts = {},
) => verifyIn(await remarkedWorld(remarks, parts), credential, UNIVERSITY)

const doubted = async (order: Partial<TaintOrder>, credential?: JsonObject) =>
  answer([await taint(order)], credential)

const TAINTED = expected('inconclusive', { issuer_trust: 'issuer_trust.tainted_interval' })
const REVIEWED = expected('inconclusive', { issuer_trust: 'issuer_trust.under_investigation' })
const awarded = (days: number) => degree({ awardedDate: inDays(days) })
const MAY_DEGREES = { credentialTypes: ['AchievementCredential'] }

describe('an award in doubt', () => {
  it('could not be checked, and neither passes nor fails', async () => {
    expect(await doubted({})).toEqual(TAINTED)
    expect(await doubted({ underReview: true })).toEqual(REVIEWED)
  })

  it('is told with the time and the reason', async () => {
    const world = await createWorld(await remarkedWorld([await taint()]))
    const { checks } = await world.verify(await signCompact(degree(), UNIVERSITY))
    expect(checks[7]).toMatchObject({
      problem: {
        detail: {
          awardedFrom: inDays(-200),
          awardedUntil: inDays(-50),
          reasonCode: 'awards_without_study',
        },
      },
    })
  })

  it.each([
    ['at the very first second', -200, TAINTED],
    ['in the middle', -100, TAINTED],
    ['a day before', -201, VERIFIED],
    ['at the end, which is outside', -50, VERIFIED],
    ['long after', -5, VERIFIED],
  ])('is one that was made inside of the box: %s', async (_, days, expectation) => {
    expect(await doubted({}, awarded(days))).toEqual(expectation)
  })

  it('is one that does not say when it was made, where it could have been then', async () => {
    expect(await doubted({}, degree({ validFrom: inDays(-5) }))).toEqual(TAINTED)
    expect(await doubted({}, degree({ validFrom: inDays(-300) }))).toEqual(VERIFIED)
  })

  it.each<[string, Partial<TaintOrder>, JsonObject | undefined, unknown]>([
    ['its type', { achievementTypes: ['MasterDegree'] }, undefined, TAINTED],
    ['another type', { achievementTypes: ['BachelorDegree'] }, undefined, VERIFIED],
    [
      'a type that it leaves out',
      { achievementTypes: ['BachelorDegree'] },
      degreeOf({ achievementType: undefined }),
      TAINTED,
    ],
    [
      'its programme',
      { programmes: ['Bachelor of Nursing', 'Master of Medicine'] },
      undefined,
      TAINTED,
    ],
    [
      'its programme, written otherwise',
      { programmes: ['MASTER  of medicine'] },
      undefined,
      TAINTED,
    ],
    ['another programme', { programmes: ['Bachelor of Nursing'] }, undefined, VERIFIED],
    ['its field', { fieldsOfStudy: ['Medicine'] }, undefined, TAINTED],
    ['another field', { fieldsOfStudy: ['Nursing'] }, undefined, VERIFIED],
    [
      'a field that it keeps back',
      { fieldsOfStudy: ['Nursing'] },
      degreeOf({ fieldOfStudy: undefined }),
      TAINTED,
    ],
    [
      'a field that is no text',
      { fieldsOfStudy: ['Nursing'] },
      degreeOf({ fieldOfStudy: { en: 'Medicine' } }),
      TAINTED,
    ],
    [
      'its field in another programme',
      { fieldsOfStudy: ['Medicine'], programmes: ['Bachelor of Nursing'] },
      undefined,
      VERIFIED,
    ],
    [
      'another kind of credential',
      { credentialTypes: ['ProfessionalLicenceCredential'] },
      undefined,
      VERIFIED,
    ],
    ['its kind by another name', { credentialTypes: ['OpenBadgeCredential'] }, undefined, TAINTED],
    ['another issuer', { subject: COUNCIL.did }, undefined, VERIFIED],
  ])('is meant by %s', async (_, order, credential, expectation) => {
    expect(await doubted(order, credential)).toEqual(expectation)
  })

  it('is one of several in it', async () => {
    const nursing = { name: 'Bachelor of Nursing', achievementType: 'BachelorDegree' }
    const medicine = (degree().credentialSubject as JsonObject).achievement as JsonObject
    const both = degreeOf({}, { achievement: [medicine, { ...medicine, ...nursing }] })
    expect(await doubted({ programmes: ['Bachelor of Nursing'] }, both)).toEqual(TAINTED)
  })

  it('stays unrecognised where it was', async () => {
    const accreditations = [await accredit(MINISTRY, AGENCY, AGENCY_MAY_DELEGATE)]
    expect(await answer([await taint()], degree(), { accreditations })).toEqual(
      unrecognized('issuer_trust.not_accredited'),
    )
  })
})

describe('a doubt', () => {
  const boardMay = () => accredit(MINISTRY, BOARD, AGENCY_MAY_DELEGATE)
  const boardLists = async () => ({
    [listUrl(BOARD, 'revocation')]: await statusList(BOARD, 'revocation'),
  })

  it('counts by whoever recognises the issuer, by whichever chain it passes', async () => {
    const more = [await boardMay(), await accredit(BOARD, UNIVERSITY, MAY_DEGREES)]
    const parts = { more, lists: await boardLists() }
    expect(await answer([await taint({}, BOARD)], degree(), parts)).toEqual(TAINTED)
    expect(await answer([await taint({}, MINISTRY)])).toEqual(TAINTED)
  })

  it('outlives the recognition of the issuer by who has it', async () => {
    const ended = await accredit(BOARD, UNIVERSITY, { ...MAY_DEGREES, validUntil: inDays(-300) })
    const parts = { more: [await boardMay(), ended], lists: await boardLists() }
    expect(await answer([await taint({}, BOARD)], degree(), parts)).toEqual(TAINTED)
  })

  it.each<[string, Issuer, () => readonly Promise<string>[]]>([
    ['who recognises nobody', BOARD, () => [boardMay()]],
    [
      'whom nobody recognises any more',
      BOARD,
      () => [
        accredit(MINISTRY, BOARD, { ...AGENCY_MAY_DELEGATE, validUntil: inDays(-1) }),
        accredit(BOARD, UNIVERSITY, MAY_DEGREES),
      ],
    ],
    [
      'who may not delegate',
      BOARD,
      () => [accredit(MINISTRY, BOARD), accredit(BOARD, UNIVERSITY, MAY_DEGREES)],
    ],
    ['who competes', ARCHIVE, () => []],
  ])('of somebody %s changes nothing', async (_, signer, more) => {
    const lists = { [listUrl(signer, 'revocation')]: await statusList(signer, 'revocation') }
    const parts = { more: await Promise.all(more()), lists }
    expect(await answer([await taint({}, signer)], degree(), parts)).toEqual(VERIFIED)
  })

  it('that was lifted changes nothing', async () => {
    const lifted = await statusList(AGENCY, 'revocation', { set: [REMARK_INDEX] })
    const parts = { lists: { [listUrl(AGENCY, 'revocation')]: lifted } }
    expect(await answer([await taint()], degree(), parts)).toEqual(VERIFIED)
  })

  it('of which nobody knows whether it was lifted stands', async () => {
    const asked = await taint({}, AGENCY, {
      credentialStatus: {
        type: 'BitstringStatusListEntry',
        statusPurpose: 'revocation',
        statusListIndex: '1',
        statusListCredential: listUrl(AGENCY, 'suspension'),
      },
    })
    const parts = { lists: { [listUrl(AGENCY, 'suspension')]: null } }
    expect(await answer([asked], degree(), parts)).toEqual(TAINTED)
  })

  it.each([
    ['no beginning', { awardedFrom: undefined }],
    ['an end in words', { awardedUntil: 'last year' }],
    ['no types', { credentialTypes: [] }],
    ['a limit that is no list', { programmes: 'Nursing' }],
    ['a field that is no text', { fieldsOfStudy: [1] }],
    ['a review in words', { underReview: 'yes' }],
    ['no reason', { reasonCode: undefined }],
  ])('with %s leaves the standing of the issuer open', async (_, changes) => {
    const doubt = {
      id: UNIVERSITY.did,
      awardedFrom: inDays(-20),
      awardedUntil: inDays(-10),
      credentialTypes: ['AchievementCredential'],
      reasonCode: 'other',
      underReview: false,
      ...changes,
    }
    const odd = await taint({}, AGENCY, { credentialSubject: doubt })
    expect(await answer([odd])).toEqual(
      expected('inconclusive', { issuer_trust: 'issuer_trust.accreditation_unconfirmed' }),
    )
  })

  it('that was signed with a key which was stolen later stands, for what it is about', async () => {
    const accreditations = [
      await accredit(MINISTRY, AGENCY, AGENCY_MAY_DELEGATE),
      await accredit(AGENCY, UNIVERSITY, MAY_DEGREES),
      await accredit(MINISTRY, UNIVERSITY, MAY_DEGREES),
    ]
    const lost = {
      did: AGENCY.did,
      name: AGENCY.name,
      keys: [],
      compromised: [{ key: AGENCY.jwk, sinceSeconds: NOW }],
    }
    const judge = async (remark: Remarked, credential: JsonObject) => {
      const { trustList, ...parts } = await remarkedWorld([remark], { accreditations })
      const entities = trustList?.entities?.filter(({ did }) => did !== AGENCY.did) ?? []
      const world = { ...parts, trustList: { ...trustList, entities: [...entities, lost] } }
      return verifyIn(world, credential, UNIVERSITY)
    }
    expect(await judge(await taint(), awarded(-100))).toEqual(TAINTED)
    expect(await judge(await taint(), awarded(-5))).toEqual(VERIFIED)
    const unreadable = await taint({}, AGENCY, { type: ['VerifiableCredential'] })
    expect(await judge(unreadable, awarded(-5))).toEqual(
      expected('inconclusive', { issuer_trust: 'issuer_trust.accreditation_unconfirmed' }),
    )
    const forged = await taint({}, AGENCY, { validFrom: inDays(0.01) })
    expect(await judge(forged, awarded(-100))).toEqual(VERIFIED)
  })

  it('counts whatever day is asked about', async () => {
    const world = await createWorld(await remarkedWorld([await taint()]))
    const text = await signCompact(degree({ credentialStatus: undefined }), UNIVERSITY)
    const atSeconds = world.deps.now() - 86_400 * 90
    const { checks } = await world.verify(text, { atSeconds })
    expect(checks[7]).toMatchObject({ outcome: 'unknown' })
  })
})
