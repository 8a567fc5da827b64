import { describe, expect, it } from 'vitest'
import { CLOCK_SKEW_SECONDS } from '../../shared/limits.ts'
import { answers, expected } from '../support/answers.ts'
import { at, NOW } from '../support/clock.ts'
import { JWT_VC_HEADER, jwtVc, licence } from '../support/credentials.ts'
import { signCompact } from '../support/issuer.ts'
import { COUNCIL, UNIVERSITY } from '../support/parties.ts'
import { createWorld } from '../support/world.ts'

const world = await createWorld()
const verifyLicence = async (changes: Parameters<typeof licence>[0]) =>
  answers(await world.verify(await signCompact(licence(changes), COUNCIL)))
const EXPIRED = expected('not_in_force', { validity_period: 'validity_period.expired' })
const TOO_EARLY = expected('not_in_force', { validity_period: 'validity_period.not_yet_valid' })

describe('VCDM 2.0 §4.9: the period of validity', () => {
  it('ends at the very second of validUntil', async () => {
    expect(await verifyLicence({ validUntil: at(NOW + 1) })).toEqual(expected('verified'))
    expect(await verifyLicence({ validUntil: at(NOW) })).toEqual(EXPIRED)
    expect(await verifyLicence({ validUntil: at(NOW - 1) })).toEqual(EXPIRED)
  })

  it('ends in another zone at the same moment', async () => {
    expect(await verifyLicence({ validUntil: '2026-11-22T14:00:00+02:00' })).toEqual(EXPIRED)
    expect(await verifyLicence({ validUntil: '2026-11-22T11:00:01-01:00' })).toEqual(
      expected('verified'),
    )
  })

  it('ends also where the end has the name of the other data model', async () => {
    const over = { expirationDate: at(NOW), validUntil: undefined }
    expect(await verifyLicence(over)).toEqual(EXPIRED)
    const badge = await signCompact(jwtVc({}, { validUntil: at(NOW) }), UNIVERSITY, JWT_VC_HEADER)
    expect(answers(await world.verify(badge))).toEqual(EXPIRED)
  })

  it('ends also where a library left the end beside vc', async () => {
    const badge = await signCompact(jwtVc({ expirationDate: at(NOW) }), UNIVERSITY, JWT_VC_HEADER)
    expect(answers(await world.verify(badge))).toEqual(EXPIRED)
  })

  it('has no end where none is given', async () => {
    expect(await verifyLicence({ validUntil: undefined })).toEqual(expected('verified'))
  })

  it('may begin a minute ahead of our clock, no second more', async () => {
    const awarded = { awardedDate: '2026-01-01' }
    expect(await verifyLicence({ ...awarded, validFrom: at(NOW + CLOCK_SKEW_SECONDS) })).toEqual(
      expected('verified'),
    )
    expect(
      await verifyLicence({ ...awarded, validFrom: at(NOW + CLOCK_SKEW_SECONDS + 1) }),
    ).toEqual(TOO_EARLY)
  })

  it('obeys nbf and exp as it does the properties', async () => {
    expect(await verifyLicence({ exp: NOW })).toEqual(EXPIRED)
    expect(await verifyLicence({ nbf: NOW + 61, awardedDate: '2026-01-01' })).toEqual(TOO_EARLY)
  })

  it('obeys exp of a VCDM 1.1 credential', async () => {
    const token = await signCompact(jwtVc({ exp: NOW }), UNIVERSITY, JWT_VC_HEADER)
    expect(answers(await world.verify(token))).toEqual(EXPIRED)
  })

  it('says the date in its answer, and no more', async () => {
    const { checks } = await world.verify(await signCompact(licence({ exp: NOW }), COUNCIL))
    expect(checks[5]).toEqual({
      check: 'validity_period',
      outcome: 'fail',
      problem: { code: 'validity_period.expired', detail: { validUntil: '2026-11-22T12:00:00Z' } },
    })
  })

  it('is judged at the moment that is asked about', async () => {
    const token = await signCompact(licence({ validUntil: at(NOW + 100) }), COUNCIL)
    expect(answers(await world.verify(token, { atSeconds: NOW + 99 }))).toEqual(
      expected('verified'),
    )
    expect(answers(await world.verify(token, { atSeconds: NOW + 100 }))).toEqual(EXPIRED)
  })
})
