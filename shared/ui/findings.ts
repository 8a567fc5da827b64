// What a panel reads out of a result. Pure.
import type { CheckId } from '../checks.ts'
import type { Problem, ReasonCode } from '../reasons.ts'
import type { Notice, VerificationResult } from '../verification-result.ts'
import type { Wording } from './wording/index.ts'

export const isPassed = ({ checks }: VerificationResult, id: CheckId): boolean =>
  checks.some(({ check, outcome }) => check === id && outcome === 'pass')

/** What an issuer on the trust list can be told: its name is the list's, even where it may not issue this. */
const REASONS_OF_LISTED: ReadonlySet<ReasonCode> = new Set([
  'issuer_trust.type_not_covered',
  'issuer_trust.jurisdiction_not_covered',
  'issuer_trust.profession_not_covered',
  'issuer_trust.accreditation_expired',
  'issuer_trust.accreditation_revoked',
  'issuer_trust.under_investigation',
  'issuer_trust.tainted_interval',
])

const isListed = (result: VerificationResult): boolean =>
  isPassed(result, 'issuer_trust') ||
  result.checks.some((check) => 'problem' in check && REASONS_OF_LISTED.has(check.problem.code))

/** Whether the issuer's name is somebody else's word, and not only its own. */
export const isIssuerVouchedFor = (result: VerificationResult): boolean =>
  result.credential.claimsVerified && isListed(result)

/** The reason that decided the verdict: whoever reads no further has read it. Undefined where nothing is wrong. */
export function decidingReason({ checks, verdict }: VerificationResult): ReasonCode | undefined {
  const outcome = verdict === 'inconclusive' ? 'unknown' : 'fail'
  const deciding = checks.find((check) => check.outcome === outcome)
  return deciding && 'problem' in deciding ? deciding.problem.code : undefined
}

/** A problem in words; of awards in doubt also when they were made. */
export function problemText({ code, detail }: Problem, { date, panel, reasons }: Wording): string {
  const { awardedFrom: from, awardedUntil: until } = detail ?? {}
  return typeof from === 'string' && typeof until === 'string'
    ? `${reasons[code]} ${panel.doubtedAwards(date(from), date(until))}`
    : reasons[code]
}

/** A notice in words. That an issuer closed is said with its name where one credential is meant, not several. */
export function noticeText(
  notice: Notice,
  { evidence: { closing } }: VerificationResult,
  { date, notices, panel }: Wording,
): string {
  return notice === 'issuer_closed' && closing
    ? panel.issuerClosed(closing.issuer.name, date(closing.closedOn), closing.keptBy?.name)
    : notices[notice]
}
