// What is said of a presentation: its own answers, and the worst of what is in it. Pure.
import { displayText } from './encoding/display-text.ts'
import { NO_EVIDENCE } from './evidence.ts'
import { didWebHost } from './keys/did-web.ts'
import type { IssuerKey } from './keys/resolve-issuer-key.ts'
import type { ParsedPresentation } from './parse/credential.ts'
import { UNREADABLE } from './summary.ts'
import { type CheckResult, conclude, VERDICTS, type Verdict } from './verdict.ts'
import {
  type CredentialSummary,
  NOTICES,
  type Notice,
  type VerificationResult,
} from './verification-result.ts'
import type { VerifyContext } from './verify-context.ts'

/** What the wrapper itself was found to be, as far as it was looked at. */
export interface Wrapper {
  readonly done: readonly CheckResult[]
  /** Whose signature was proved, and by which key. */
  readonly holder?: string
  readonly key?: IssuerKey
  readonly isProven: boolean
  readonly isStopped: boolean
}

/** Puts the wrapper's own answers and those of its contents together; a presentation claims nothing itself. */
export function describePresentation(
  { done, holder, key, isProven, isStopped }: Wrapper,
  contained: readonly VerificationResult[],
  { checkedAt }: VerifyContext,
  presentation?: ParsedPresentation,
): VerificationResult {
  const { verdict, checks } = conclude(done)
  return {
    verdict: worst([verdict, ...verdictsOf(contained, isStopped)]),
    checks,
    notices: noticesOf(contained, isProven || isStopped),
    credential: summarize(contained, holder, presentation, !isStopped),
    evidence: { ...NO_EVIDENCE, ...(key && { verificationMethod: key.verificationMethod }) },
    ...(contained.length > 0 && { contained }),
    checkedAt,
  }
}

/** Nothing inside is nothing proved. */
const verdictsOf = (
  contained: readonly VerificationResult[],
  isStopped: boolean,
): readonly Verdict[] =>
  contained.length === 0 && !isStopped
    ? ['inconclusive']
    : contained.map((result) => result.verdict)

const worst = (verdicts: readonly Verdict[]): Verdict =>
  VERDICTS.find((verdict) => verdicts.includes(verdict)) ?? 'rejected'

/**
 * What a reader must see of any credential inside is said of the whole, too. Whoever was not asked to prove possession has not
 * proved it: a presentation can be copied, and stripped of its signature.
 */
function noticesOf(
  contained: readonly VerificationResult[],
  isSettled: boolean,
): readonly Notice[] {
  const inside = new Set(contained.flatMap(({ notices }) => notices))
  if (!isSettled) inside.add('holder_not_proven')
  if (contained.some(({ verdict }) => verdict !== 'verified')) inside.add('contained_not_verified')
  return NOTICES.filter((notice) => inside.has(notice))
}

/** Whom it is about, where everything in it is verified and about one and the same person. */
function summarize(
  contained: readonly VerificationResult[],
  holder: string | undefined,
  presentation: ParsedPresentation | undefined,
  claimsVerified: boolean,
): CredentialSummary {
  const names = new Set(contained.map(({ credential }) => credential.subject.name))
  const [name] = names
  const isAboutOne = names.size === 1 && contained.every(({ verdict }) => verdict === 'verified')
  const id = displayText(holder)
  const domain = holder === undefined ? null : didWebHost(holder)
  return {
    claimsVerified,
    kind: presentation ? 'presentation' : 'other',
    ...(presentation?.envelope && { envelope: presentation.envelope }),
    name: presentation ? 'Presentation' : UNREADABLE.name,
    subject: isAboutOne && name !== undefined ? { name } : {},
    issuer: { ...(id !== undefined && { id }), ...(domain !== null && { domain }) },
  }
}
