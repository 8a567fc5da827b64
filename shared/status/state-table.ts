// The one table of states: what each means in a bitstring list of each purpose and in a token list. Pure.

/** States of an issued credential, from the best to the worst. */
export const CREDENTIAL_STATES = [
  'active',
  'conditions',
  'suspended',
  'lapsed',
  'surrendered',
  'revoked',
] as const
export type CredentialState = (typeof CREDENTIAL_STATES)[number]

/** The purposes for which lists are published here. */
export const PUBLISHED_PURPOSES = ['revocation', 'suspension', 'message'] as const
export type PublishedPurpose = (typeof PUBLISHED_PURPOSES)[number]

/** Token Status List §7.1. The last one is for applications to define: on a licence of ours it says that it has conditions. */
export const TOKEN_VALUES = { valid: 0, invalid: 1, suspended: 2, conditions: 3 } as const

/** The words of the two bits of a message, by value. Both ends know them; other words are only shown. */
export const MESSAGE_WORDS = ['active', 'conditions', 'lapsed', 'surrendered'] as const
export type MessageWord = (typeof MESSAGE_WORDS)[number]

/** Bits of a value in a list of ours. */
export const PUBLISHED_SIZES = {
  revocation: 1,
  suspension: 1,
  message: 2,
} as const satisfies Record<PublishedPurpose, number>

/** Bits of a value in a token list of ours. */
export const PUBLISHED_TOKEN_BITS = 2

type StateRow = Readonly<Record<PublishedPurpose | 'token', number>>

const { valid, invalid, suspended, conditions } = TOKEN_VALUES
const NOTHING = { revocation: 0, suspension: 0, message: 0, token: valid } as const

/** A token list has one value for each credential: what has ended is invalid there. */
export const STATE_VALUES = {
  active: NOTHING,
  conditions: { ...NOTHING, message: 1, token: conditions },
  suspended: { ...NOTHING, suspension: 1, token: suspended },
  lapsed: { ...NOTHING, message: 2, token: invalid },
  surrendered: { ...NOTHING, message: 3, token: invalid },
  revoked: { ...NOTHING, revocation: 1, token: invalid },
} as const satisfies Record<CredentialState, StateRow>

/** The purposes that a credential must have a place for, so that a state shows in bitstring lists; in force needs none. */
export const purposesOfState = (state: CredentialState): readonly PublishedPurpose[] =>
  PUBLISHED_PURPOSES.filter((purpose) => STATE_VALUES[state][purpose] !== 0)
