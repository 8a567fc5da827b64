// A closed issuer: who may say so, what it changes, and who keeps its records.
import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../shared/encoding/json.ts'
import { expected } from '../../support/answers.ts'
import { inDays } from '../../support/clock.ts'
import { AGENCY_MAY_DELEGATE, accredit, degree, INDEX, listUrl } from '../../support/credentials.ts'
import { type Issuer, signCompact } from '../../support/issuer.ts'
import { AGENCY, MILL, MINISTRY, UNIVERSITY } from '../../support/parties.ts'
import {
  ARCHIVE,
  BOARD,
  LIBRARY,
  REMARK_INDEX,
  type Remarked,
  remarkedWorld,
  succession,
} from '../../support/remarks.ts'
import { delegate, statusList } from '../../support/status-lists.ts'
import { unrecognized, VERIFIED, verifyIn } from '../../support/trust-answers.ts'
import { createWorld, type WorldParts } from '../../support/world.ts'

const answer = async (
  remarks: readonly Remarked[],
  credential: JsonObject = degree(),
  parts: WorldParts & { readonly more?: readonly string[] } = {},
) => verifyIn(await remarkedWorld(remarks, parts), credential, UNIVERSITY)

const result = async (
  remarks: readonly Remarked[],
  credential: JsonObject = degree(),
  parts: WorldParts & { readonly more?: readonly string[] } = {},
) => {
  const world = await createWorld(await remarkedWorld(remarks, parts))
  return world.verify(await signCompact(credential, UNIVERSITY))
}

const keeperIn = async (...question: Parameters<typeof result>) =>
  (await result(...question)).evidence.closing?.keptBy?.did

const AFTER = degree({ validFrom: inDays(-5) })
const MAY_DEGREES = { credentialTypes: ['AchievementCredential'] }

describe('a credential of an issuer that closed', () => {
  it('from before verifies, with a notice of who keeps the records', async () => {
    const { evidence, notices, verdict } = await result([await succession()])
    expect(verdict).toBe('verified')
    expect(notices).toEqual(['issuer_closed'])
    expect(evidence.closing).toEqual({
      record: 'urn:uuid:00000000-0000-4000-8000-00000000c105',
      issuer: { did: UNIVERSITY.did, name: UNIVERSITY.name },
      closedOn: inDays(-10),
      statedBy: { did: AGENCY.did, name: AGENCY.name },
      keptBy: { did: ARCHIVE.did, name: ARCHIVE.name },
    })
  })

  it('that is dated after it is not the issuer’s', async () => {
    expect(await answer([await succession()], AFTER)).toEqual(
      unrecognized('issuer_trust.accreditation_expired'),
    )
  })

  it.each([
    ['awarded', { awardedDate: inDays(-5) }],
    ['signed', { validFrom: inDays(-5), awardedDate: inDays(-100) }],
  ])('that was %s after it is not the issuer’s', async (_, dates) => {
    expect(await answer([await succession()], degree(dates))).toEqual(
      unrecognized('issuer_trust.accreditation_expired'),
    )
  })

  it('verifies though nobody renewed its accreditation since', async () => {
    const short = await accredit(AGENCY, UNIVERSITY, { ...MAY_DEGREES, validUntil: inDays(-3) })
    const accreditations = [
      await accredit(MINISTRY, AGENCY, AGENCY_MAY_DELEGATE),
      short,
      await accredit(AGENCY, ARCHIVE, MAY_DEGREES),
    ]
    expect(await answer([], degree(), { accreditations })).toEqual(
      unrecognized('issuer_trust.accreditation_expired'),
    )
    expect(await answer([await succession()], degree(), { accreditations })).toEqual(VERIFIED)
  })

  it('does not verify where its accreditation had ended before it closed', async () => {
    const accreditations = [
      await accredit(MINISTRY, AGENCY, AGENCY_MAY_DELEGATE),
      await accredit(AGENCY, UNIVERSITY, { ...MAY_DEGREES, validUntil: inDays(-30) }),
    ]
    expect(await answer([await succession()], degree(), { accreditations })).toEqual(
      unrecognized('issuer_trust.accreditation_expired'),
    )
  })

  it('says nothing of a closing that is still to come', async () => {
    const { notices, verdict } = await result([await succession({ closedOn: inDays(10) })])
    expect([verdict, notices]).toEqual(['verified', []])
  })

  it('says so without a keeper where nobody keeps the records', async () => {
    const closing = await succession({ recordsKeptBy: undefined })
    expect((await result([closing])).notices).toEqual(['issuer_closed'])
    expect(await keeperIn([closing])).toBeUndefined()
  })
})

describe('a record of a closing', () => {
  const impostors: readonly (readonly [string, Issuer, readonly Promise<string>[]])[] = [
    ['the issuer itself, or whoever stole its key', UNIVERSITY, []],
    ['the successor', ARCHIVE, []],
    ['somebody whom nobody recognises', MILL, []],
    ['somebody who recognises nobody', BOARD, []],
    ['somebody who recognises others', BOARD, [accredit(MINISTRY, BOARD, AGENCY_MAY_DELEGATE)]],
    [
      'somebody who may not delegate, though it did',
      BOARD,
      [accredit(MINISTRY, BOARD), accredit(BOARD, UNIVERSITY, MAY_DEGREES)],
    ],
    [
      'somebody whose recognition of the issuer had ended by then',
      BOARD,
      [
        accredit(MINISTRY, BOARD, AGENCY_MAY_DELEGATE),
        accredit(BOARD, UNIVERSITY, { ...MAY_DEGREES, validUntil: inDays(-300) }),
      ],
    ],
    [
      'somebody who recognises the issuer for something else',
      BOARD,
      [
        accredit(MINISTRY, BOARD, AGENCY_MAY_DELEGATE),
        accredit(BOARD, UNIVERSITY, { credentialTypes: ['Medal'] }),
      ],
    ],
  ]

  it.each(impostors)('by %s changes nothing', async (_, signer, more) => {
    const closing = await succession({}, signer)
    const own = listUrl(signer, 'revocation')
    const lists = { [own]: await statusList(signer, 'revocation') }
    const parts = { more: await Promise.all(more), lists }
    const found = await result([closing], AFTER, parts)
    expect([found.verdict, found.notices]).toEqual(['verified', []])
  })

  it('by who recognises its recogniser counts', async () => {
    expect((await result([await succession({}, MINISTRY)])).notices).toEqual(['issuer_closed'])
  })

  it('that was altered changes nothing', async () => {
    const { subject, text } = await succession()
    const altered = { subject, text: `${text.slice(0, -8)}AAAAAAAA` }
    expect(await answer([altered], AFTER)).toEqual(VERIFIED)
  })

  it('that was taken back changes nothing', async () => {
    const withdrawn = await statusList(AGENCY, 'revocation', { set: [REMARK_INDEX] })
    const lists = { [listUrl(AGENCY, 'revocation')]: withdrawn }
    const found = await result([await succession()], AFTER, { lists })
    expect([found.verdict, found.notices]).toEqual(['verified', []])
  })

  it('of which nobody knows whether it still stands leaves later credentials open', async () => {
    const unconfirmed = await succession({}, AGENCY, {
      credentialStatus: {
        type: 'BitstringStatusListEntry',
        statusPurpose: 'revocation',
        statusListIndex: '1',
        statusListCredential: listUrl(AGENCY, 'suspension'),
      },
    })
    const parts = { lists: { [listUrl(AGENCY, 'suspension')]: null } }
    expect(await answer([unconfirmed], AFTER, parts)).toEqual(
      expected('inconclusive', { issuer_trust: 'issuer_trust.accreditation_unconfirmed' }),
    )
    expect(await answer([unconfirmed], degree(), parts)).toEqual(VERIFIED)
  })

  it.each([
    ['of a kind that this version does not know', { type: ['VerifiableCredential', 'New'] }],
    [
      'that is two at once',
      { type: ['VerifiableCredential', 'SuccessionCredential', 'TaintCredential'] },
    ],
    ['without id', { id: undefined }],
    ['without a date', { credentialSubject: { id: UNIVERSITY.did } }],
    [
      'whose keeper cannot be read',
      {
        credentialSubject: { id: UNIVERSITY.did, closedOn: inDays(-10), recordsKeptBy: 'archive' },
      },
    ],
  ])('%s leaves the standing of the issuer open', async (_, changes) => {
    const odd = await succession({}, AGENCY, changes)
    expect(await answer([odd])).toEqual(
      expected('inconclusive', { issuer_trust: 'issuer_trust.accreditation_unconfirmed' }),
    )
  })

  it('that cannot be read, by somebody who has no say, changes nothing', async () => {
    const odd = await succession({}, ARCHIVE, { type: ['VerifiableCredential', 'New'] })
    const lists = { [listUrl(ARCHIVE, 'revocation')]: await statusList(ARCHIVE, 'revocation') }
    expect(await answer([odd], degree(), { lists })).toEqual(VERIFIED)
  })

  it('beyond those that are looked at leaves the standing of the issuer open', async () => {
    const forged = {
      ...(await succession()),
      text: `${(await succession()).text.slice(0, -8)}AAAAAAAA`,
    }
    expect(await answer(new Array(33).fill(forged))).toEqual(
      expected('inconclusive', { issuer_trust: 'issuer_trust.accreditation_unconfirmed' }),
    )
  })
})

describe('who keeps the records', () => {
  const next = (subject: Issuer, keeper: Issuer, days: number) =>
    succession({
      subject: subject.did,
      closedOn: inDays(days),
      recordsKeptBy: { did: keeper.did, name: keeper.name },
    })

  it('is named only where it is recognised for them', async () => {
    const accreditations = [
      await accredit(MINISTRY, AGENCY, AGENCY_MAY_DELEGATE),
      await accredit(AGENCY, UNIVERSITY, MAY_DEGREES),
    ]
    const parts = { accreditations }
    expect(await keeperIn([await succession()], degree(), parts)).toBeUndefined()
    expect((await result([await succession()], degree(), parts)).notices).toEqual(['issuer_closed'])
  })

  it('is the last of several who took them over', async () => {
    const closings = [await next(UNIVERSITY, ARCHIVE, -10), await next(ARCHIVE, LIBRARY, -2)]
    expect(await keeperIn(closings)).toBe(LIBRARY.did)
  })

  it('is nobody where they go in circles', async () => {
    const closings = [await next(UNIVERSITY, ARCHIVE, -10), await next(ARCHIVE, UNIVERSITY, -2)]
    expect(await keeperIn(closings)).toBeUndefined()
    expect(await answer(closings)).toEqual(VERIFIED)
  })

  it('is nobody where the issuer itself is said to', async () => {
    expect(await keeperIn([await next(UNIVERSITY, UNIVERSITY, -10)])).toBeUndefined()
  })

  it('is nobody where two are named', async () => {
    const closings = [await next(UNIVERSITY, ARCHIVE, -10), await next(UNIVERSITY, LIBRARY, -9)]
    expect(await keeperIn(closings)).toBeUndefined()
  })

  it('is nobody where the second hand was named by nobody who may', async () => {
    const lists = { [listUrl(ARCHIVE, 'revocation')]: await statusList(ARCHIVE, 'revocation') }
    const own = await succession(
      { subject: ARCHIVE.did, recordsKeptBy: { did: LIBRARY.did, name: LIBRARY.name } },
      ARCHIVE,
    )
    expect(await keeperIn([await succession(), own], degree(), { lists })).toBe(ARCHIVE.did)
  })

  it('is nobody beyond four hands', async () => {
    const hands = [UNIVERSITY, ARCHIVE, LIBRARY, BOARD, MILL]
    const closings = await Promise.all(
      hands.slice(1).map((keeper, place) => next(hands[place] ?? keeper, keeper, -10 + place)),
    )
    const may = await Promise.all(
      [BOARD, MILL].map((keeper) => accredit(AGENCY, keeper, MAY_DEGREES)),
    )
    expect(await keeperIn(closings.slice(0, 3), degree(), { more: may })).toBe(BOARD.did)
    expect(await keeperIn(closings, degree(), { more: may })).toBeUndefined()
  })
})

describe('the status lists of an issuer that closed', () => {
  const URL = listUrl(UNIVERSITY, 'revocation')
  const listBy = async (delegator: Issuer, set: readonly number[] = []) => ({
    [URL]: await statusList(UNIVERSITY, 'revocation', {
      delegation: await delegate(delegator),
      set,
    }),
  })
  const unverified = expected('inconclusive', { status: 'status.list_unverified' })

  it('may be signed on the word of who keeps its records', async () => {
    const lists = await listBy(ARCHIVE)
    expect(await answer([], degree(), { lists })).toEqual(unverified)
    expect(await answer([await succession()], degree(), { lists })).toEqual(VERIFIED)
  })

  it('may be signed by who keeps its records', async () => {
    const lists = { [URL]: await statusList(UNIVERSITY, 'revocation', { signer: ARCHIVE }) }
    expect(await answer([await succession()], degree(), { lists })).toEqual(VERIFIED)
  })

  it('withdraw what who keeps its records withdrew', async () => {
    const lists = await listBy(ARCHIVE, [INDEX])
    expect(await answer([await succession()], degree(), { lists })).toEqual(
      expected('not_in_force', { status: 'status.revoked' }),
    )
  })

  it('may still be signed on its own word', async () => {
    const lists = await listBy(UNIVERSITY)
    expect(await answer([await succession()], degree(), { lists })).toEqual(VERIFIED)
  })

  it('are not signed by who kept them before', async () => {
    const second = await succession({
      subject: ARCHIVE.did,
      closedOn: inDays(-2),
      recordsKeptBy: { did: LIBRARY.did, name: LIBRARY.name },
    })
    const closings = [await succession(), second]
    expect(await answer(closings, degree(), { lists: await listBy(ARCHIVE) })).toEqual(unverified)
    expect(await answer(closings, degree(), { lists: await listBy(LIBRARY) })).toEqual(VERIFIED)
  })

  it('are not signed by who calls itself its successor', async () => {
    const own = await succession({}, ARCHIVE)
    const lists = {
      ...(await listBy(ARCHIVE)),
      [listUrl(ARCHIVE, 'revocation')]: await statusList(ARCHIVE, 'revocation'),
    }
    expect(await answer([own], degree(), { lists })).toEqual(unverified)
  })
})
