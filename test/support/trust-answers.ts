// Questions to the trust of the valid world, with one accreditation replaced. Uses the world.
import type { JsonObject } from '../../shared/encoding/json.ts'
import type { ReasonCodeOf } from '../../shared/reasons.ts'
import { answers, expected } from './answers.ts'
import {
  type AccreditationOrder,
  AGENCY_MAY_DELEGATE,
  accredit,
  COUNCIL_GRANT,
  licence,
} from './credentials.ts'
import { type Issuer, signCompact } from './issuer.ts'
import { AGENCY, COUNCIL, MINISTRY } from './parties.ts'
import { createWorld, type WorldParts } from './world.ts'

export const verifyIn = async (
  parts: WorldParts,
  credential = licence(),
  signer: Issuer = COUNCIL,
) => answers(await (await createWorld(parts)).verify(await signCompact(credential, signer)))

export const unrecognized = (code: ReasonCodeOf<'issuer_trust'>) =>
  expected('unrecognized_issuer', { issuer_trust: code })
export const VERIFIED = expected('verified')

export const AGENCY_WORD = await accredit(MINISTRY, AGENCY, AGENCY_MAY_DELEGATE)
/** The answer for a licence where the agency has accredited the council like this. */
export const withGrant = async (
  order: Partial<AccreditationOrder>,
  credential: JsonObject = licence(),
  changes: JsonObject = {},
) =>
  verifyIn(
    { accreditations: [AGENCY_WORD, await accredit(AGENCY, COUNCIL, order, changes)] },
    credential,
  )
/** The answer for a licence where the ministry has accredited the agency like this. */
export const withAgency = async (order: Partial<AccreditationOrder>, changes: JsonObject = {}) =>
  verifyIn({
    accreditations: [
      await accredit(MINISTRY, AGENCY, { ...AGENCY_MAY_DELEGATE, ...order }, changes),
      await accredit(AGENCY, COUNCIL, COUNCIL_GRANT),
    ],
  })
