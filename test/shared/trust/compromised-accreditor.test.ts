// What an accreditor accredited with a key that was stolen from it.
import { expect, it } from 'vitest'
import { at, NOW } from '../../support/clock.ts'
import { accredit, COUNCIL_GRANT, licence } from '../../support/credentials.ts'
import { signCompact } from '../../support/issuer.ts'
import { AGENCY, COUNCIL, MILL, MINISTRY } from '../../support/parties.ts'
import { AGENCY_WORD } from '../../support/trust-answers.ts'
import { createWorld, listed } from '../../support/world.ts'

const STOLEN = NOW - 86_400
/** The agency lost its key a day ago and signs with another one since. */
const robbed = {
  ...listed(AGENCY),
  keys: [{ ...MILL.jwk, kid: `${AGENCY.did}#new` }],
  compromised: [{ key: AGENCY.jwk, sinceSeconds: STOLEN }],
}

/** A licence of the council, which the agency accredited with the stolen key from this second on. */
async function judge(validFromSeconds: number, others: readonly string[] = []) {
  const word = await accredit(AGENCY, COUNCIL, COUNCIL_GRANT, { validFrom: at(validFromSeconds) })
  const world = await createWorld({
    accreditations: [AGENCY_WORD, word, ...others],
    trustList: { entities: [robbed, listed(COUNCIL)] },
  })
  const { verdict, checks } = await world.verify(
    await signCompact(licence({ validFrom: at(NOW - 3600), awardedDate: undefined }), COUNCIL),
  )
  const trust = checks.find(({ check }) => check === 'issuer_trust')
  return { verdict, code: trust && 'problem' in trust ? trust.problem.code : undefined }
}

it('leaves the answer open where it says that it is older than the theft', async () => {
  expect(await judge(STOLEN - 1)).toEqual({
    verdict: 'inconclusive',
    code: 'issuer_trust.accreditation_unconfirmed',
  })
})

it('counts for nothing from the second of the theft on', async () => {
  expect(await judge(STOLEN)).toEqual({
    verdict: 'unrecognized_issuer',
    code: 'issuer_trust.chain_broken',
  })
})

it('hides no other way to an anchor', async () => {
  const direct = await accredit(MINISTRY, COUNCIL, COUNCIL_GRANT)
  expect(await judge(STOLEN - 1, [direct])).toEqual({ verdict: 'verified', code: undefined })
})
