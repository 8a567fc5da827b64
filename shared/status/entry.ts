// One entry of `credentialStatus`. Pure.
import type { JsonObject } from '../encoding/json.ts'
import { type Problem, problem, type ReasonCodeOf } from '../reasons.ts'
import { err, ok, type Result } from '../result.ts'

export interface StatusEntry {
  readonly purpose: StatusPurpose
  readonly index: number
  readonly listUrl: string
}

/** What a set bit means. A purpose that is not a row here is one that we cannot read, and so never fine. */
export const STATUS_PURPOSES = {
  revocation: 'status.revoked',
  suspension: 'status.suspended',
} as const satisfies Record<string, ReasonCodeOf<'status'>>

export type StatusPurpose = keyof typeof STATUS_PURPOSES

const isPurpose = (value: unknown): value is StatusPurpose =>
  typeof value === 'string' && Object.hasOwn(STATUS_PURPOSES, value)

/** A base-10 string, as the specification writes it; ten digits reach past every list. */
const INDEX = /^(?:0|[1-9]\d{0,9})$/

/** Half a surrogate pair parses as part of an address, and no request can carry it. */
const isAddress = (value: unknown): value is string =>
  typeof value === 'string' && /^\P{Cs}*$/u.test(value) && URL.canParse(value)

/**
 * Reads a status entry. An unknown type or purpose is `unknown`, never a pass.
 *
 * Reasons: `status.type_unsupported`, `status.list_malformed`, `status.index_out_of_range`.
 * @see Bitstring Status List §2.1
 */
export function readStatusEntry(
  entry: JsonObject,
): Result<StatusEntry, Problem<ReasonCodeOf<'status'>>> {
  const { type, statusPurpose, statusListIndex, statusListCredential, statusSize } = entry
  const [only, ...others] = [type].flat()
  if (only !== 'BitstringStatusListEntry' || others.length > 0 || !isPurpose(statusPurpose)) {
    return err(problem('status.type_unsupported'))
  }
  if (statusSize !== undefined && statusSize !== 1) return err(problem('status.type_unsupported'))
  if (!isAddress(statusListCredential)) {
    return err(problem('status.list_malformed'))
  }
  if (typeof statusListIndex !== 'string' || !INDEX.test(statusListIndex)) {
    return err(problem('status.index_out_of_range'))
  }
  return ok({
    purpose: statusPurpose,
    index: Number(statusListIndex),
    listUrl: statusListCredential,
  })
}
