// Questions to the status of the valid world, with one list replaced. Uses the world.
import type { ReasonCodeOf } from '../../shared/reasons.ts'
import { answers, expected } from './answers.ts'
import { licence, listUrl } from './credentials.ts'
import { signCompact } from './issuer.ts'
import { COUNCIL } from './parties.ts'
import { type ListOrder, statusList } from './status-lists.ts'
import { createWorld, type WorldParts } from './world.ts'

export const URL_OF_LIST = listUrl(COUNCIL, 'revocation')
export const LICENCE = await signCompact(licence(), COUNCIL)

export const verifyIn = async (parts: WorldParts, credential = LICENCE) =>
  answers(await (await createWorld(parts)).verify(credential))
/** The answer where the council's revocation list is the given one. */
export const withList = async (order: ListOrder) =>
  verifyIn({ lists: { [URL_OF_LIST]: await statusList(COUNCIL, 'revocation', order) } })
export const notInForce = (code: ReasonCodeOf<'status'>) =>
  expected('not_in_force', { status: code })
export const unknown = (code: ReasonCodeOf<'status'>) => expected('inconclusive', { status: code })
