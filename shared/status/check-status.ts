// Is the credential still in force? All entries of its status count. Uses deps.lookUp.
import type { Awaitable } from '../awaitable.ts'
import type { JsonObject } from '../encoding/json.ts'
import type { Moment } from '../moment.ts'
import type { CredentialClaims } from '../parse/credential.ts'
import { isLicenceVct } from '../parse/vct.ts'
import { REASONS } from '../reasons.ts'
import type { Result } from '../result.ts'
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
  const recalled = recallStatus(claims, context.moment)
  if (recalled) return recalled
  const asker = askerOf(claims)
  return Promise.all(claims.statusEntries.map((raw) => answerEntry(raw, asker, context))).then(
    foldAnswers,
  )
}

/**
 * As `checkStatus`, where all its lists were settled a moment ago; undefined where one would have to be asked for. Nobody is
 * asked, so it may be done for claims that are not proved yet.
 */
export function recallStatus(
  claims: CredentialClaims,
  moment: Moment | undefined,
): StatusAnswer | undefined {
  if (claims.statusEntries.length === 0) return NO_STATUS
  if (!moment) return undefined
  const { isLicence, issuer } = askerOf(claims)
  const answers: Answered[] = []
  for (const raw of claims.statusEntries) {
    const entry = readStatusEntry(raw)
    const list = entry.ok ? moment.listOf(nameOf(entry.value, issuer)) : undefined
    if (!entry.ok || !list) return undefined
    answers.push(answerFrom(entry.value, list, isLicence))
  }
  return foldAnswers(answers)
}

const askerOf = ({ issuer, types }: CredentialClaims): Asker => ({
  issuer: issuer.id,
  isLicence: types.some(isLicenceVct),
})

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

async function answerEntry(
  raw: JsonObject,
  { isLicence, issuer }: Asker,
  context: StatusContext,
): Promise<Answered> {
  const entry = readStatusEntry(raw)
  if (!entry.ok) return unanswered(undefined, undefined, entry.error)
  const list = await readOnce(entry.value, issuer, context)
  return list.ok
    ? answerFrom(entry.value, list.value, isLicence)
    : unanswered(entry.value, undefined, list.error)
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

/** Whose list it has to be is part of the question, and so of the name; with its length, no issuer reads as part of an address. */
const nameOf = ({ kind, listUrl }: StatusEntry, issuer: string, keeper = ''): string =>
  `${kind} ${issuer.length} ${issuer} ${keeper.length} ${keeper} ${listUrl}`

function readOnce(
  entry: StatusEntry,
  issuer: string,
  { moment, lists, ...context }: StatusContext,
): Promise<Result<StatusList, StatusProblem>> {
  const name = nameOf(entry, issuer, context.keeper)
  const underWay = lists.get(name)
  if (underWay) return underWay
  const read = readStatusList(entry, { ...context, lists, issuer }).then((list) => {
    if (list.ok) moment?.keepList(name, list.value)
    return list
  })
  lists.set(name, read)
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
  const purpose = entry && purposeOf(entry, problem)
  if (entry && purpose && value !== undefined && !problem) {
    return { purpose, list: entry.listUrl, value, outcome }
  }
  return {
    ...(entry && purpose && { purpose, list: entry.listUrl }),
    ...(value !== undefined && { value }),
    outcome,
    ...(problem && { code: problem.code }),
  }
}
