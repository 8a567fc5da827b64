// How the two kinds of status list differ once they are proved: as data. Loads the rarer kind when it is needed.
import type { StatusListKind } from '../deps.ts'
import { type JsonObject, toList } from '../encoding/json.ts'
import type { CredentialClaims } from '../parse/credential.ts'
import { STATUS_LIST_TYPE } from '../trust/status-delegation.ts'
import type { ParseSigned } from '../verify-signed.ts'
import { decodeBitstring } from './bitstring.ts'
import type { BitOrder } from './status-values.ts'

/** The values of a list, inflated. */
export interface OpenList {
  readonly values: Uint8Array
  readonly order: BitOrder
  /** Bits of a value, where the list fixes them; else the entry does. */
  readonly size?: number
  /** What the list says it is about, where it says so. */
  readonly purposes?: readonly unknown[]
}

export interface ListForm {
  /** Absent where the list is a credential like others. */
  readonly parse?: ParseSigned
  readonly isList: (claims: CredentialClaims) => boolean
  /** As it is written, and how many of its units are a second. */
  readonly ttl: (claims: CredentialClaims) => {
    readonly value: unknown
    readonly perSecond: number
  }
  /** Null where it cannot be read. */
  readonly open: (subject: JsonObject) => Promise<OpenList | null>
}

/** @see Bitstring Status List §2.2; its `ttl` is in milliseconds */
const BITSTRING: ListForm = {
  isList: ({ types }) => types.includes(STATUS_LIST_TYPE),
  ttl: ({ subject }) => ({ value: subject.ttl, perSecond: 1_000 }),
  open: async ({ encodedList, statusPurpose, type }) => {
    const isList = type === 'BitstringStatusList' && typeof encodedList === 'string'
    const values = isList ? await decodeBitstring(encodedList) : null
    return values && { values, order: 'msb', purposes: toList(statusPurpose) }
  },
}

const FORMS: Readonly<Record<StatusListKind, () => ListForm | Promise<ListForm>>> = {
  bitstring: () => BITSTRING,
  token: async () => (await import('./token-status-list.ts')).TOKEN,
}

/** What to know about lists of a kind. */
export const formOf = (kind: StatusListKind): ListForm | Promise<ListForm> => FORMS[kind]()
