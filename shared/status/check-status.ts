// Is the credential still in force? All entries of its status count. Uses deps.lookUp.
import { type Awaitable, allOf, andThen } from '../awaitable.ts'
import type { JsonObject } from '../encoding/json.ts'
import type { CredentialClaims } from '../parse/credential.ts'
import { isLicenceVct } from '../parse/vct.ts'
import { REASONS } from '../reasons.ts'
import { ok, type Result } from '../result.ts'
import type { Verified } from '../signature/verify-signature.ts'
import { type CheckResult, notApplicable, notPassed, passed } from '../verdict.ts'
import type { Notice, StatusEntryReport } from '../verification-result.ts'
import { readStatusEntry, type StatusEntry } from './entry.ts'
import { type Meaning, meaningOf } from './meaning.ts'
import type { StatusContext, StatusProblem } from './status-context.ts'
import { readListedValue, readStatusList, type StatusList } from './status-list.ts'

export interface StatusAnswer {
  readonly result: CheckResult
  /** The lists that were read, for the evidence. */
  readonly lists: readonly StatusList[]
  /** Every entry in its order, with its own answer. */
  readonly entries: readonly StatusEntryReport[]
  /** What the issuer attached, for display. */
  readonly messages: readonly string[]
  readonly notices: readonly Notice[]
}

interface Answered {
  readonly entry: StatusEntry | undefined
  readonly list: StatusList | undefined
  readonly value: number | undefined
  readonly meaning: Meaning
}

/**
 * Reads every status entry; the worst answer counts. A known withdrawal outweighs a list that could not be read.
 *
 * Reasons: every `status.*`.
 */
export function checkStatus(
  claims: Verified<CredentialClaims>,
  context: StatusContext,
): Awaitable<StatusAnswer> {
  const { statusEntries } = claims
  if (statusEntries.length === 0) return NO_STATUS
  const isLicence = claims.types.some(isLicenceVct)
  const asker = { issuer: claims.issuer.id, isLicence }
  return andThen(allOf(statusEntries.map((raw) => answerEntry(raw, asker, context))), foldAnswers)
}

const NO_STATUS: StatusAnswer = {
  result: notApplicable('status'),
  lists: [],
  entries: [],
  messages: [],
  notices: [],
}

function foldAnswers(answers: readonly Answered[]): StatusAnswer {
  const problems: StatusProblem[] = []
  const lists: StatusList[] = []
  const messages: string[] = []
  const notices: Notice[] = []
  for (const { list, meaning } of answers) {
    if (list && !lists.some(({ url }) => url === list.url)) lists.push(list)
    if (meaning.problem) problems.push(meaning.problem)
    if (meaning.message !== undefined) messages.push(meaning.message)
    if (meaning.notice) notices.push(meaning.notice)
  }
  const worst = worstOf(problems)
  return {
    result: worst ? notPassed(worst) : passed('status'),
    lists,
    entries: answers.map(report),
    messages,
    notices,
  }
}

/** Whose credential asks. */
interface Asker {
  readonly issuer: string
  readonly isLicence: boolean
}

function answerEntry(raw: JsonObject, asker: Asker, context: StatusContext): Awaitable<Answered> {
  const read = readStatusEntry(raw)
  if (!read.ok) return unanswered(undefined, undefined, read.error)
  const entry = read.value
  return andThen(readOnce(entry, asker.issuer, context), (list) =>
    list.ok
      ? answerFrom(entry, list.value, asker.isLicence)
      : unanswered(entry, undefined, list.error),
  )
}

function answerFrom(entry: StatusEntry, list: StatusList, isLicence: boolean): Answered {
  const listed = readListedValue(list, entry)
  if (!listed.ok) return unanswered(entry, list, listed.error)
  const { value } = listed
  return { entry, list, value, meaning: meaningOf(entry, value, isLicence) }
}

const unanswered = (
  entry: StatusEntry | undefined,
  list: StatusList | undefined,
  problem: StatusProblem,
): Answered => ({ entry, list, value: undefined, meaning: { problem } })

/** Whose list it has to be is part of the question, and so of the name. */
function readOnce(
  entry: StatusEntry,
  issuer: string,
  context: StatusContext,
): Awaitable<Result<StatusList, StatusProblem>> {
  // With its length, no issuer can be read as part of an address.
  const name = `${entry.kind} ${issuer.length} ${issuer} ${entry.listUrl}`
  const settled = context.moment?.listOf(name)
  if (settled) return ok(settled)
  const underWay = context.lists.get(name)
  if (underWay) return underWay
  const read = readStatusList(entry, { ...context, issuer }).then((list) => {
    if (list.ok) context.moment?.keepList(name, list.value)
    return list
  })
  context.lists.set(name, read)
  return read
}

const worstOf = (problems: readonly StatusProblem[]): StatusProblem | undefined =>
  problems.find(({ code }) => code === 'status.revoked') ??
  problems.find(({ code }) => REASONS[code].outcome === 'fail') ??
  problems[0]

/** A token list has no purpose of its own: what it can say is that a credential was withdrawn or suspended. */
const purposeOf = (entry: StatusEntry, problem: StatusProblem | undefined) =>
  entry.kind === 'bitstring'
    ? entry.purpose
    : problem?.code === 'status.suspended'
      ? 'suspension'
      : 'revocation'

function report({ entry, value, meaning: { problem } }: Answered): StatusEntryReport {
  const outcome = problem ? REASONS[problem.code].outcome : 'pass'
  const known = entry && { purpose: purposeOf(entry, problem), list: entry.listUrl }
  if (known && value !== undefined && !problem) return { ...known, value, outcome }
  return {
    ...known,
    ...(value !== undefined && { value }),
    outcome,
    ...(problem && { code: problem.code }),
  }
}
