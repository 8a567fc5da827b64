// Is the credential still in force? All entries of `credentialStatus` count. Uses deps.lookUp.
import type { LookUp } from '../deps.ts'
import type { CredentialClaims } from '../parse/credential.ts'
import { type Problem, problem, REASONS, type ReasonCodeOf } from '../reasons.ts'
import type { Verified } from '../signature/verify-signature.ts'
import { type CheckResult, notApplicable, notPassed, passed } from '../verdict.ts'
import type { Notice, StatusEntryReport } from '../verification-result.ts'
import type { VerifySigned } from '../verify-signed.ts'
import { readStatusEntry, STATUS_PURPOSES } from './entry.ts'
import { readStatus, readStatusList, type StatusList } from './status-list.ts'

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

interface StatusContext {
  readonly nowSeconds: number
  /** The clock, where `nowSeconds` is another moment. */
  readonly clockSeconds: number
  readonly lookUp: LookUp
  readonly verifySigned: VerifySigned
}

const NOTHING = { lists: [], entries: [], messages: [], notices: [] } as const

type Answered = { readonly problem?: Problem<ReasonCodeOf<'status'>>; readonly list?: StatusList }

/**
 * Reads every status entry; the worst answer counts. A known withdrawal outweighs a list that could not be read.
 *
 * Reasons: every `status.*`.
 */
export async function checkStatus(
  claims: Verified<CredentialClaims>,
  context: StatusContext,
): Promise<StatusAnswer> {
  if (claims.statusEntries.length === 0) return { ...NOTHING, result: notApplicable('status') }
  const answers = await Promise.all(
    claims.statusEntries.map(async (raw): Promise<Answered> => {
      const entry = readStatusEntry(raw)
      if (!entry.ok) return { problem: entry.error }
      const { listUrl, purpose, index } = entry.value
      const list = await readStatusList(listUrl, { ...context, issuer: claims.issuer.id })
      if (!list.ok) return { problem: list.error }
      const isSet = readStatus(list.value, purpose, index)
      if (!isSet.ok) return { problem: isSet.error, list: list.value }
      return isSet.value
        ? { problem: problem(STATUS_PURPOSES[purpose], { purpose }), list: list.value }
        : { list: list.value }
    }),
  )
  const problems = answers.flatMap((answer) => answer.problem ?? [])
  const worst =
    problems.find(({ code }) => code === 'status.revoked') ??
    problems.find(({ code }) => REASONS[code].outcome === 'fail') ??
    problems[0]
  return {
    ...NOTHING,
    result: worst ? notPassed(worst) : passed('status'),
    lists: answers.flatMap((answer) => answer.list ?? []),
  }
}
