import { describe, expect, it } from 'vitest'
import { err, ok, problem } from '../../../shared/index.ts'
import { expected } from '../../support/answers.ts'
import { inDays } from '../../support/clock.ts'
import {
  AGENCY_MAY_DELEGATE,
  accredit,
  COUNCIL_GRANT,
  INDEX,
  licence,
  listUrl,
  UNIVERSITY_GRANT,
} from '../../support/credentials.ts'
import { documentOf, signCompact } from '../../support/issuer.ts'
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
import { createWorld } from '../../support/world.ts'

describe('time', () => {
  it('counts at the award date, which outlives a re-issue', async () => {
    const grant = { ...COUNCIL_GRANT, validFrom: inDays(-1_000) }
    expect(await withGrant(grant)).toEqual(VERIFIED)
    expect(await withGrant(grant, licence({ awardedDate: '2019-07-12' }))).toEqual(
      unrecognized('issuer_trust.accreditation_expired'),
    )
    expect(await withGrant(grant, licence({ awardedDate: inDays(-999) }))).toEqual(VERIFIED)
  })

  it('counts now: the right to issue must not have ended', async () => {
    expect(await withGrant({ ...COUNCIL_GRANT, validUntil: inDays(0) })).toEqual(
      unrecognized('issuer_trust.accreditation_expired'),
    )
  })

  it.each([
    ['award_date', { validFrom: inDays(-50) }],
    ['now', { validUntil: inDays(-50) }],
  ])('says which of the two it was: %s', async (evaluatedAt, period) => {
    const world = await createWorld({
      accreditations: [
        AGENCY_WORD,
        await accredit(AGENCY, COUNCIL, { ...COUNCIL_GRANT, ...period }),
      ],
    })
    const { checks } = await world.verify(await signCompact(licence(), COUNCIL))
    expect(checks[7]).toMatchObject({ problem: { detail: { evaluatedAt } } })
  })

  it('counts for every link', async () => {
    expect(await withAgency({ validUntil: inDays(-1) })).toEqual(
      unrecognized('issuer_trust.accreditation_expired'),
    )
  })

  it('is not covered by an award in the future', async () => {
    expect(await verifyIn({}, licence({ awardedDate: '2126-01-01' }))).toEqual(
      unrecognized('issuer_trust.accreditation_expired'),
    )
  })
})

describe('an accreditation', () => {
  const agencyList = listUrl(AGENCY, 'revocation')

  it('that was withdrawn counts no more', async () => {
    const lists = { [agencyList]: await statusList(AGENCY, 'revocation', { set: [INDEX] }) }
    expect(await verifyIn({ lists })).toEqual(unrecognized('issuer_trust.accreditation_revoked'))
  })

  it('that was withdrawn further up counts no more', async () => {
    const list = await statusList(MINISTRY, 'revocation', { set: [INDEX] })
    expect(await verifyIn({ lists: { [listUrl(MINISTRY, 'revocation')]: list } })).toEqual(
      unrecognized('issuer_trust.accreditation_revoked'),
    )
  })

  it('whose status nobody could read leaves the answer open', async () => {
    expect(await verifyIn({ lists: { [agencyList]: null } })).toEqual(
      expected('inconclusive', { issuer_trust: 'issuer_trust.accreditation_unconfirmed' }),
    )
  })

  it('without status stands until it ends', async () => {
    const changes = { credentialStatus: undefined }
    expect(await withGrant(COUNCIL_GRANT, licence(), changes)).toEqual(VERIFIED)
  })

  it('for one organisation does not serve another', async () => {
    const accreditations = [AGENCY_WORD, await accredit(AGENCY, UNIVERSITY, UNIVERSITY_GRANT)]
    expect(await verifyIn({ accreditations })).toEqual(unrecognized('issuer_trust.not_accredited'))
  })

  it('for another organisation does not serve where it was filed under the wrong one', async () => {
    const { deps } = await createWorld()
    const snapshot = await deps.trust()
    if (!snapshot.ok) throw new Error('The valid world has a trust list')
    const misfiled = new Map(snapshot.value.accreditations)
    misfiled.set(COUNCIL.did, [AGENCY_WORD, await accredit(AGENCY, UNIVERSITY)])
    const trust = async () => ok({ ...snapshot.value, accreditations: misfiled })
    expect(await verifyIn({ deps: { trust } })).toEqual(unrecognized('issuer_trust.chain_broken'))
  })

  it('of an accreditor that only a web server vouches for does not count', async () => {
    const accreditations = [
      await accredit(MINISTRY, MILL, AGENCY_MAY_DELEGATE),
      await accredit(MILL, COUNCIL, COUNCIL_GRANT),
    ]
    const documents = { [MILL.did]: documentOf(MILL) }
    expect(await verifyIn({ accreditations, documents })).toEqual(
      unrecognized('issuer_trust.chain_broken'),
    )
  })
})

describe('without a trust list', () => {
  it('nobody is recognised, and nobody is called unrecognised', async () => {
    const code = 'issuer_trust.registry_unreachable'
    const documents = Object.fromEntries([COUNCIL].map((i) => [i.did, documentOf(i)]))
    const trust = async () => err(problem(code))
    expect(await verifyIn({ documents, deps: { trust } })).toEqual(
      expected('inconclusive', { issuer_trust: code }),
    )
  })
})
