// Builds and judges chains of accreditations, from an issuer up to an anchor. Pure.
import { CHAIN_MAX_LINKS } from '../limits.ts'
import { type Problem, problem, type ReasonCodeOf } from '../reasons.ts'
import { err, ok, type Result } from '../result.ts'
import type { Accreditation } from './accreditation.ts'
import { isInForce } from './in-force.ts'
import { type Scope, uncoveredBy } from './scope.ts'

type TrustProblem = Problem<ReasonCodeOf<'issuer_trust'>>

/** An accreditation after its signature and status were looked at. */
export type AssessedAccreditation =
  | { readonly standing: 'forged' }
  | {
      readonly standing: 'in_force' | 'revoked' | 'unconfirmed'
      readonly accreditation: Accreditation
    }

export interface ChainQuestion {
  readonly issuer: string
  readonly scope: Scope
  /** When the credential was awarded, and now. The right to issue is asked for both: a date in a credential is its issuer's word. */
  readonly awardedSeconds: number
  readonly nowSeconds: number
  readonly anchors: ReadonlySet<string>
  readonly accreditations: ReadonlyMap<string, readonly AssessedAccreditation[]>
  /** When the issuer closed: nobody renews its own accreditation after that. */
  readonly closedSeconds?: number | undefined
  /** Asks for a chain that leads through this organisation, which says something of the issuer. */
  readonly speaker?: Speaker
}

interface Speaker {
  readonly did: string
  /** When what leads from the issuer up to the speaker must have been in force; without it, that it was once signed is enough. */
  readonly heldAtSeconds?: number
}

/** A refusal, and how far up and through how many conditions the chain got: the nearest miss is the one worth telling. */
interface Miss {
  readonly problem: TrustProblem
  readonly progress: number
}

/**
 * Answers by which accreditations an issuer may issue, from the issuer's own up to one given by an anchor. Scope only
 * shrinks: every link must cover the credential by itself, and every link but the lowest must allow delegation that deep.
 *
 * Reasons: every `issuer_trust.*` but those of the registry.
 */
export function judgeChain(
  question: ChainQuestion,
): Result<readonly Accreditation[], TrustProblem> {
  const judged = climb(question, question.issuer, [])
  return judged.ok ? judged : err(judged.error.problem)
}

function climb(
  question: ChainQuestion,
  holder: string,
  below: readonly Accreditation[],
): Result<readonly Accreditation[], Miss> {
  const base = below.length * 10
  if (question.anchors.has(holder)) {
    return isReached(question, below) ? ok(below) : miss('issuer_trust.chain_broken', base)
  }
  if (below.some(({ subject }) => subject === holder)) return miss('issuer_trust.chain_loops', base)
  if (below.length >= CHAIN_MAX_LINKS) return miss('issuer_trust.chain_too_long', base)
  let nearest: Miss | undefined
  for (const assessed of question.accreditations.get(holder) ?? []) {
    const judged = judgeLink(question, assessed, below, base)
    if (judged.ok) return judged
    if (!nearest || judged.error.progress > nearest.progress) nearest = judged.error
  }
  if (nearest) return err(nearest)
  return below.length === 0
    ? miss('issuer_trust.not_accredited', 0)
    : miss('issuer_trust.chain_broken', base)
}

function judgeLink(
  question: ChainQuestion,
  assessed: AssessedAccreditation,
  below: readonly Accreditation[],
  base: number,
): Result<readonly Accreditation[], Miss> {
  if (assessed.standing === 'forged') return miss('issuer_trust.chain_broken', base + 1)
  const { accreditation } = assessed
  const { grant } = accreditation
  if (below.length > 0 && (!grant.mayDelegate || grant.maxDepth < below.length)) {
    return miss('issuer_trust.chain_too_long', base + 2)
  }
  const uncovered = uncoveredBy(grant, question.scope)
  if (uncovered) return err({ problem: uncovered, progress: base + 3 })
  const next = [...below, accreditation]
  const isBelowSpeaker = !isReached(question, below)
  if (isBelowSpeaker && question.speaker?.heldAtSeconds === undefined) {
    return climb(question, accreditation.accreditor, next)
  }
  for (const [evaluatedAt, seconds] of momentsOf(question, below.length === 0, isBelowSpeaker)) {
    if (!isInForce(accreditation, seconds)) {
      return err({
        problem: problem('issuer_trust.accreditation_expired', { evaluatedAt }),
        progress: base + 4,
      })
    }
  }
  if (assessed.standing === 'revoked') return miss('issuer_trust.accreditation_revoked', base + 5)
  if (assessed.standing === 'unconfirmed') {
    return miss('issuer_trust.accreditation_unconfirmed', base + 6)
  }
  return climb(question, accreditation.accreditor, next)
}

/** Whether a chain leads through the speaker yet, where one is asked for. */
const isReached = ({ speaker }: ChainQuestion, below: readonly Accreditation[]): boolean =>
  speaker === undefined || below.some(({ accreditor }) => accreditor === speaker.did)

type EvaluatedAt = readonly ['award_date' | 'closing' | 'now', number]

function momentsOf(
  { awardedSeconds, closedSeconds, nowSeconds, speaker }: ChainQuestion,
  isLowest: boolean,
  isBelowSpeaker: boolean,
): readonly EvaluatedAt[] {
  if (isBelowSpeaker) return [['closing', speaker?.heldAtSeconds ?? nowSeconds]]
  const isOfClosed = isLowest && closedSeconds !== undefined && closedSeconds < nowSeconds
  return [
    ['award_date', awardedSeconds],
    isOfClosed ? ['closing', closedSeconds] : ['now', nowSeconds],
  ]
}

const miss = (code: ReasonCodeOf<'issuer_trust'>, progress: number): Result<never, Miss> =>
  err({ problem: problem(code), progress })
