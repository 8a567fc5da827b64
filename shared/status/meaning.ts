// What a value in a status list means for a credential. Pure.
import { problem } from '../reasons.ts'
import type { Notice, StatusPurpose } from '../verification-result.ts'
import type { BitstringEntry, StatusEntry } from './entry.ts'
import { MESSAGE_WORDS, type MessageWord, TOKEN_VALUES } from './state-table.ts'
import type { StatusProblem } from './status-context.ts'

export interface Meaning {
  readonly problem?: StatusProblem
  readonly notice?: Notice
  /** The issuer's own words for the value. */
  readonly message?: string
}

const FINE: Meaning = {}
const problemOf = (code: StatusProblem['code'], purpose: StatusPurpose): Meaning => ({
  problem: problem(code, { purpose }),
})

/** What any value but 0 means. @see Bitstring Status List §2.1 `statusPurpose` */
const WHEN_SET: Readonly<Record<StatusPurpose, Meaning>> = {
  revocation: problemOf('status.revoked', 'revocation'),
  suspension: problemOf('status.suspended', 'suspension'),
  refresh: { notice: 'refresh_available' },
  message: { notice: 'status_message' },
}

/** Words that both ends know: they mean the same in every locale, and whatever value they stand at. */
const WHEN_SAID: Readonly<Record<MessageWord, Meaning>> = {
  active: FINE,
  conditions: { notice: 'licence_conditions' },
  lapsed: problemOf('status.lapsed', 'message'),
  surrendered: problemOf('status.surrendered', 'message'),
}

const TOKEN_MEANINGS: ReadonlyMap<number, Meaning> = new Map([
  [TOKEN_VALUES.valid, FINE],
  [TOKEN_VALUES.invalid, WHEN_SET.revocation],
  [TOKEN_VALUES.suspended, WHEN_SET.suspension],
])
const LICENCE_TOKEN_MEANINGS: typeof TOKEN_MEANINGS = new Map([
  ...TOKEN_MEANINGS,
  [TOKEN_VALUES.conditions, WHEN_SAID.conditions],
])

/**
 * @param isLicence - of a `vct` of ours, which defines what `TOKEN_VALUES.conditions` says of it
 * Reasons: `status.revoked`, `.suspended`, `.lapsed`, `.surrendered`; `.type_unsupported` for a value that an application gave
 * a meaning of its own, or that has none.
 *
 * @see Bitstring Status List §3.2, Token Status List §7.1
 */
export function meaningOf(entry: StatusEntry, value: number, isLicence: boolean): Meaning {
  if (entry.kind !== 'token') return bitstringMeaning(entry, value)
  const meanings = isLicence ? LICENCE_TOKEN_MEANINGS : TOKEN_MEANINGS
  return meanings.get(value) ?? { problem: problem('status.type_unsupported', { value }) }
}

function bitstringMeaning({ messages, purpose }: BitstringEntry, value: number): Meaning {
  const message = messages?.get(value)
  const word = MESSAGE_WORDS.find((known) => known === message)
  if (purpose === 'message' && word !== undefined) return WHEN_SAID[word]
  const meaning = value === 0 ? FINE : WHEN_SET[purpose]
  return message === undefined || message.trim() === '' ? meaning : { ...meaning, message }
}
