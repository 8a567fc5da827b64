// One entry of a credential's status, of either system. Pure.
import { type JsonObject, toList } from '../encoding/json.ts'
import { STATUS_SIZE_MAX_BITS } from '../limits.ts'
import { type Problem, problem, type ReasonCodeOf } from '../reasons.ts'
import { err, ok, type Result } from '../result.ts'
import { STATUS_PURPOSES, type StatusPurpose } from '../verification-result.ts'
import { readStatusMessages, type StatusMessages } from './status-messages.ts'

type Read<T> = Result<T, Problem<ReasonCodeOf<'status'>>>

interface Place {
  readonly listUrl: string
  readonly index: number
}

export interface BitstringEntry extends Place {
  readonly kind: 'bitstring'
  readonly purpose: StatusPurpose
  /** Bits of the value. */
  readonly size: number
  readonly messages?: StatusMessages | undefined
}

export interface TokenEntry extends Place {
  readonly kind: 'token'
}

export type StatusEntry = BitstringEntry | TokenEntry

/** The type by which an SD-JWT VC's `status.status_list` stands among the status entries. */
const TOKEN_ENTRY_TYPE = 'TokenStatusListEntry'

/** A purpose that is not in the list is one that we cannot read, and so never fine. */
const isPurpose = (value: unknown): value is StatusPurpose =>
  STATUS_PURPOSES.some((purpose) => purpose === value)

/** A base-10 string, as the specification writes it; ten digits reach past every list. */
const INDEX = /^(?:0|[1-9]\d{0,9})$/

/** Half a surrogate pair parses as part of an address, and no request can carry it. */
const isAddress = (value: unknown): value is string =>
  typeof value === 'string' && /^\P{Cs}*$/u.test(value) && URL.canParse(value)

const READERS: ReadonlyMap<unknown, (entry: JsonObject) => Read<StatusEntry>> = new Map<
  unknown,
  (entry: JsonObject) => Read<StatusEntry>
>([
  ['BitstringStatusListEntry', readBitstringEntry],
  [TOKEN_ENTRY_TYPE, readTokenEntry],
])

/**
 * Reads a status entry. An unknown type or purpose is `unknown`, never a pass.
 *
 * Reasons: `status.type_unsupported`, `status.list_malformed`, `status.index_out_of_range`.
 */
export function readStatusEntry(entry: JsonObject): Read<StatusEntry> {
  const types = toList(entry.type)
  const read = types.length === 1 ? READERS.get(types[0]) : undefined
  return read ? read(entry) : err(problem('status.type_unsupported'))
}

/** @see Bitstring Status List §2.1 */
function readBitstringEntry(entry: JsonObject): Read<BitstringEntry> {
  const { statusPurpose, statusListIndex, statusListCredential, statusSize = 1 } = entry
  if (!isPurpose(statusPurpose) || !isSize(statusSize)) {
    return err(problem('status.type_unsupported'))
  }
  const messages = readStatusMessages(entry.statusMessage, statusSize)
  const needsMessages = statusPurpose === 'message' || statusSize > 1
  if (messages === null || (messages === undefined && needsMessages)) {
    return err(problem('status.list_malformed'))
  }
  if (!isAddress(statusListCredential)) return err(problem('status.list_malformed'))
  if (typeof statusListIndex !== 'string' || !INDEX.test(statusListIndex)) {
    return err(problem('status.index_out_of_range'))
  }
  return ok({
    kind: 'bitstring',
    purpose: statusPurpose,
    size: statusSize,
    index: Number(statusListIndex),
    listUrl: statusListCredential,
    messages,
  })
}

const isSize = (value: unknown): value is number =>
  typeof value === 'number' &&
  Number.isInteger(value) &&
  value >= 1 &&
  value <= STATUS_SIZE_MAX_BITS

/** @see Token Status List §6.2 */
function readTokenEntry({ uri, idx }: JsonObject): Read<TokenEntry> {
  if (!isAddress(uri)) return err(problem('status.list_malformed'))
  return typeof idx === 'number' && Number.isSafeInteger(idx) && idx >= 0
    ? ok({ kind: 'token', index: idx, listUrl: uri })
    : err(problem('status.index_out_of_range'))
}
