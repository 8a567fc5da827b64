// Is the credential still in force? All entries of its status count. Uses deps.lookUp.
import type { JsonObject } from '../encoding/json.ts'
import type { CredentialClaims } from '../parse/credential.ts'
import { isLicenceVct } from '../parse/vct.ts'
import { REASONS } from '../reasons.ts'
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

interface Answered extends Meaning {
  readonly entry?: StatusEntry
  readonly list?: StatusList
  readonly value?: number
}

/**
 * Reads every status entry; the worst answer counts. A known withdrawal outweighs a list that could not be read.
 *
 * Reasons: every `status.*`.
 */
export async function checkStatus(
  claims: Verified<CredentialClaims>,
  context: StatusContext,
): Promise<StatusAnswer> {
  const asked = {
    ...context,
    issuer: claims.issuer.id,
    isLicence: claims.types.some(isLicenceVct),
  }
  const answers = await Promise.all(claims.statusEntries.map((raw) => answerEntry(raw, asked)))
  const worst = worstOf(answers.flatMap((answer) => answer.problem ?? []))
  const lists = new Map(answers.flatMap(({ list }) => (list ? [[list.url, list]] : [])))
  const nothing = answers.length === 0 ? notApplicable('status') : passed('status')
  return {
    result: worst ? notPassed(worst) : nothing,
    lists: [...lists.values()],
    entries: answers.map(report),
    messages: answers.flatMap((answer) => answer.message ?? []),
    notices: answers.flatMap((answer) => answer.notice ?? []),
  }
}

async function answerEntry(
  raw: JsonObject,
  context: StatusContext & { readonly issuer: string; readonly isLicence: boolean },
): Promise<Answered> {
  const entry = readStatusEntry(raw)
  if (!entry.ok) return { problem: entry.error }
  const list = await readOnce(entry.value, context)
  if (!list.ok) return { entry: entry.value, problem: list.error }
  const read = { entry: entry.value, list: list.value }
  const value = readListedValue(list.value, entry.value)
  return value.ok
    ? { ...read, value: value.value, ...meaningOf(entry.value, value.value, context.isLicence) }
    : { ...read, problem: value.error }
}

/** Whose list it has to be is part of the question, and so of the name. */
function readOnce(
  entry: StatusEntry,
  context: StatusContext & { readonly issuer: string },
): ReturnType<typeof readStatusList> {
  const { issuer } = context
  // With its length, no issuer can be read as part of an address.
  const name = `${entry.kind} ${issuer.length} ${issuer} ${entry.listUrl}`
  const known = context.lists.get(name) ?? readStatusList(entry, context)
  context.lists.set(name, known)
  return known
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

const report = ({ entry, problem, value }: Answered): StatusEntryReport => ({
  ...(entry && { purpose: purposeOf(entry, problem), list: entry.listUrl }),
  ...(value !== undefined && { value }),
  outcome: problem ? REASONS[problem.code].outcome : 'pass',
  ...(problem && { code: problem.code }),
})
