// A status list of either kind: fetched, proved to be the issuer's, opened. Uses deps.lookUp.
import type { FetchedText } from '../deps.ts'
import type { JsonObject } from '../encoding/json.ts'
import {
  STATUS_LIST_MAX_BYTES,
  STATUS_LIST_MIN_BITS,
  STATUS_LIST_REMEMBERED_MAX_BYTES,
} from '../limits.ts'
import type { VerifierMemory } from '../memory.ts'
import { problem } from '../reasons.ts'
import { err, ok, type Result } from '../result.ts'
import { isStatusIssuerOf } from '../trust/status-delegation.ts'
import type { StatusEntry } from './entry.ts'
import { formOf, type ListForm, type OpenList } from './list-forms.ts'
import { beganTooLate, checkEnd, readTtl } from './list-period.ts'
import type { StatusContext, StatusProblem } from './status-context.ts'
import { countValues, readValue } from './status-values.ts'

export interface StatusList extends OpenList {
  readonly url: string
  /** Seconds since the Unix epoch. */
  readonly fetchedAtSeconds: number
}

type Read<T> = Promise<Result<T, StatusProblem>>
type ListContext = StatusContext & {
  /** Whose credential asks: the list must be theirs. */
  readonly issuer: string
}

/**
 * Fetches the list of an entry and proves that it is the one the issuer of the credential stands behind: signed by that issuer
 * or its delegate, for this very address, speaking of the moment that is asked about. For a moment that is past it asks for the
 * list as it stood then.
 *
 * Reasons: `status.list_unreachable`, `.list_malformed`, `.list_unverified`, `.list_expired`, `.history_unavailable`.
 * @see Bitstring Status List §3.2, Token Status List §8.3
 */
export async function readStatusList(
  { kind, listUrl: url }: StatusEntry,
  context: ListContext,
): Read<StatusList> {
  const { clockSeconds, lookUp, nowSeconds } = context
  const isPast = nowSeconds < clockSeconds
  const fetched = await lookUp.statusList(url, { kind, ...(isPast && { atSeconds: nowSeconds }) })
  if (fetched.ok) return proveList(url, await formOf(kind), fetched.value, context)
  if (fetched.error === 'malformed') return err(problem('status.list_malformed', { url }))
  // Who keeps no past says so with an error, as does who has none of that day.
  return err(problem(isPast ? 'status.history_unavailable' : 'status.list_unreachable', { url }))
}

async function proveList(
  url: string,
  form: ListForm,
  { fetchedAtSeconds, text }: FetchedText,
  context: ListContext,
): Read<StatusList> {
  const { clockSeconds, verifySigned } = context
  const { parse } = form
  const signed = await verifySigned(text, {
    maxChars: STATUS_LIST_MAX_BYTES,
    ...(parse && { parse }),
  })
  if (!signed.ok) return err(problem('status.list_unverified', { url }))
  const { claims } = signed.value
  // Without the address in the signed list, a clean list of the same issuer could stand in for this one.
  if (claims.id !== url || !form.isList(claims)) {
    return err(problem('status.list_unverified', { url }))
  }
  const ttl = form.ttl(claims)
  const ttlSeconds = readTtl(ttl.value, ttl.perSecond)
  if (ttlSeconds === null) return err(problem('status.list_malformed', { url }))
  const { validFromSeconds: fromSeconds, validUntilSeconds: untilSeconds } = claims
  const period = { fromSeconds, untilSeconds, ttlSeconds, fetchedAtSeconds }
  if (beganTooLate(period, context)) return err(problem('status.history_unavailable', { url }))
  // Only now: before the list began, its signer may not have been accredited either.
  const list = { signer: claims.issuer.id, evidence: claims.properties.evidence }
  const { issuer, keeper } = context
  const asOf = { issuer, keeper, nowSeconds: clockSeconds, verifySigned }
  if (!(await isStatusIssuerOf(list, asOf))) return err(problem('status.list_unverified', { url }))
  const ended = checkEnd(period, context)
  if (ended) return err(problem(ended, { url }))
  const opened = await openOnce(form, claims.subject, context.memory)
  return opened
    ? ok({ ...opened, url, fetchedAtSeconds })
    : err(problem('status.list_malformed', { url }))
}

/** What a list inflates to never changes; large ones are inflated anew, as a text of any length may spell one. */
async function openOnce(
  form: ListForm,
  subject: JsonObject,
  memory: VerifierMemory | undefined,
): Promise<OpenList | null> {
  const known = memory?.opened.get(subject)
  if (known) return known
  const opened = form.open(subject)
  memory?.opened.set(subject, opened)
  const list = await opened
  if (list && list.values.length > STATUS_LIST_REMEMBERED_MAX_BYTES) memory?.opened.delete(subject)
  return list
}

/**
 * What a list says of an entry. A short list is no crowd to hide in: whoever serves it sees who is looked at.
 *
 * Reasons: `status.purpose_mismatch`, `status.list_too_short`, `status.index_out_of_range`.
 */
export function readListedValue(
  { order, purposes, size: fixedSize, url, values }: StatusList,
  entry: StatusEntry,
): Result<number, StatusProblem> {
  if (entry.kind === 'bitstring' && !purposes?.includes(entry.purpose)) {
    return err(problem('status.purpose_mismatch', { url }))
  }
  const size = fixedSize ?? (entry.kind === 'bitstring' ? entry.size : 1)
  const entries = countValues(values, size)
  if (entries < STATUS_LIST_MIN_BITS) return err(problem('status.list_too_short', { url, entries }))
  return entry.index < entries
    ? ok(readValue(values, entry.index, size, order))
    : err(problem('status.index_out_of_range', { url }))
}
