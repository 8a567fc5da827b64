// A status list credential: fetched, proved to be the issuer's, opened. Uses deps.lookUp.
import type { LookUp } from '../deps.ts'
import { isJsonObject, type JsonObject } from '../encoding/json.ts'
import { CLOCK_SKEW_SECONDS, STATUS_LIST_MAX_BYTES, STATUS_LIST_MIN_BITS } from '../limits.ts'
import { type Problem, problem, type ReasonCodeOf } from '../reasons.ts'
import { err, ok, type Result } from '../result.ts'
import { isStatusIssuerOf } from '../trust/status-delegation.ts'
import type { VerifySigned } from '../verify-signed.ts'
import { decodeBitstring, readBit } from './bitstring.ts'
import type { StatusPurpose } from './entry.ts'

type StatusProblem = Problem<ReasonCodeOf<'status'>>

export interface StatusList {
  readonly url: string
  readonly bitstring: Uint8Array
  readonly purposes: readonly unknown[]
  /** Seconds since the Unix epoch. */
  readonly fetchedAtSeconds: number
}

interface StatusListContext {
  /** Whose credential asks: the list must be theirs. */
  readonly issuer: string
  readonly nowSeconds: number
  readonly lookUp: LookUp
  readonly verifySigned: VerifySigned
}

/**
 * Fetches a status list and proves that it is the one the issuer of the credential stands behind: signed by that issuer or
 * its delegate, for this very address, in force.
 *
 * Reasons: `status.list_unreachable`, `.list_malformed`, `.list_unverified`, `.list_expired`, `.history_unavailable`,
 * `.list_too_short`.
 * @see Bitstring Status List §3.2 https://www.w3.org/TR/vc-bitstring-status-list/#validate-algorithm
 */
export async function readStatusList(
  url: string,
  context: StatusListContext,
): Promise<Result<StatusList, StatusProblem>> {
  const fetched = await context.lookUp.statusList(url, { kind: 'bitstring' })
  if (!fetched.ok) {
    return err(
      problem(fetched.error === 'malformed' ? 'status.list_malformed' : 'status.list_unreachable', {
        url,
      }),
    )
  }
  const signed = await context.verifySigned(fetched.value.text, {
    maxChars: STATUS_LIST_MAX_BYTES,
  })
  if (!signed.ok) return err(problem('status.list_unverified', { url }))
  const { claims } = signed.value
  // Without the address in the signed list, a clean list of the same issuer could stand in for this one.
  if (claims.id !== url || !claims.types.includes('BitstringStatusListCredential')) {
    return err(problem('status.list_unverified', { url }))
  }
  // A list that does not say since when it speaks, speaks of the moment at which it was fetched.
  const { fetchedAtSeconds } = fetched.value
  if ((claims.validFromSeconds ?? fetchedAtSeconds) > context.nowSeconds + CLOCK_SKEW_SECONDS) {
    return err(problem('status.history_unavailable', { url }))
  }
  // Only now: before the list began, its signer may not have been accredited either.
  if (!(await isStatusIssuerOf(claims, context))) {
    return err(problem('status.list_unverified', { url }))
  }
  if (claims.validUntilSeconds !== undefined && context.nowSeconds >= claims.validUntilSeconds) {
    return err(problem('status.list_expired', { url }))
  }
  return openList(url, claims.subject, fetchedAtSeconds)
}

async function openList(
  url: string,
  subject: JsonObject,
  fetchedAtSeconds: number,
): Promise<Result<StatusList, StatusProblem>> {
  if (!isJsonObject(subject) || subject.type !== 'BitstringStatusList') {
    return err(problem('status.list_malformed', { url }))
  }
  const bitstring =
    typeof subject.encodedList === 'string' ? await decodeBitstring(subject.encodedList) : null
  if (!bitstring) return err(problem('status.list_malformed', { url }))
  if (bitstring.length * 8 < STATUS_LIST_MIN_BITS) {
    return err(problem('status.list_too_short', { url, bits: bitstring.length * 8 }))
  }
  return ok({ url, bitstring, purposes: [subject.statusPurpose].flat(), fetchedAtSeconds })
}

/** What one index of a list says. Reasons: `status.purpose_mismatch`, `status.index_out_of_range`. */
export function readStatus(
  list: StatusList,
  purpose: StatusPurpose,
  index: number,
): Result<boolean, StatusProblem> {
  const { url, bitstring } = list
  if (!list.purposes.includes(purpose)) return err(problem('status.purpose_mismatch', { url }))
  if (index >= bitstring.length * 8) return err(problem('status.index_out_of_range', { url }))
  return ok(readBit(bitstring, index))
}
