// One verification, answered question by question; the same on the Worker's pages and in the extension. Pure.
import type { CheckId } from '../checks.ts'
import type { ReasonCode } from '../reasons.ts'
import type { VerificationResult } from '../verification-result.ts'
import { CheckList } from './check-list.tsx'
import { CredentialFacts } from './credential-facts.tsx'
import { credentialName } from './credential-name.ts'
import { EvidenceList } from './evidence-list.tsx'
import { ExpectedPersonAnswer, type PersonOfPage, PersonOfPageAnswer } from './person-answer.tsx'
import type { Wording } from './wording/index.ts'

export interface VerdictPanelProps {
  readonly result: VerificationResult
  readonly wording: Wording
  readonly person?: PersonOfPage | undefined
  /** The name that the reader asked for, fit to be shown; the answer is in the result. */
  readonly expectedName?: string | undefined
  /** Where the panel stands in the outline of its page. */
  readonly headingLevel?: 2 | 3
}

const isPassed = ({ checks }: VerificationResult, id: CheckId) =>
  checks.some(({ check, outcome }) => check === id && outcome === 'pass')

/** What an issuer on the trust list can be told: its name is the list's, even where it may not issue this. */
const REASONS_OF_LISTED: ReadonlySet<ReasonCode> = new Set([
  'issuer_trust.type_not_covered',
  'issuer_trust.jurisdiction_not_covered',
  'issuer_trust.profession_not_covered',
  'issuer_trust.accreditation_expired',
  'issuer_trust.accreditation_revoked',
])

const isListed = (result: VerificationResult): boolean =>
  isPassed(result, 'issuer_trust') ||
  result.checks.some(
    (check) => check.outcome === 'fail' && REASONS_OF_LISTED.has(check.problem.code),
  )

/** The reason that decided the verdict: whoever reads no further has read it. Undefined where nothing is wrong. */
function decidingReason({ checks, verdict }: VerificationResult): ReasonCode | undefined {
  const outcome = verdict === 'inconclusive' ? 'unknown' : 'fail'
  const deciding = checks.find((check) => check.outcome === outcome)
  return deciding && 'problem' in deciding ? deciding.problem.code : undefined
}

/** The verdict, what the credential says, whether it is this person's, every check, and what the verdict rests on. */
export function VerdictPanel({
  result,
  wording,
  person,
  expectedName,
  headingLevel = 2,
}: VerdictPanelProps) {
  const { credential, notices, verdict } = result
  const Heading = `h${headingLevel}` as const
  const SectionHeading = headingLevel === 2 ? 'h3' : 'h4'
  const words = wording.verdicts[verdict]
  const reason = decidingReason(result)
  const isUnreadable = verdict === 'rejected' && !isPassed(result, 'format')
  return (
    <article
      class="verdict-panel"
      data-verdict={verdict}
      lang={wording.locale}
      dir={wording.direction}
    >
      <header>
        <p class="verdict-word">{words.word}</p>
        <p class="verdict-kind">{wording.panel.kinds[credential.kind]}</p>
        <Heading>
          <bdi>{credentialName(credential, wording)}</bdi>
        </Heading>
        <p>{isUnreadable ? wording.panel.unreadable : words.meaning}</p>
        {reason === undefined ? null : <p class="verdict-reason">{wording.reasons[reason]}</p>}
      </header>
      {notices.map((notice) => (
        <p class="verdict-notice" key={notice}>
          {wording.notices[notice]}
        </p>
      ))}
      {person === undefined ? null : (
        <PersonOfPageAnswer person={person} wording={wording} heading={SectionHeading} />
      )}
      {expectedName === undefined ? null : (
        <ExpectedPersonAnswer
          result={result}
          expectedName={expectedName}
          wording={wording}
          heading={SectionHeading}
        />
      )}
      {credential.claimsVerified || isUnreadable ? null : (
        <p class="verdict-unproven">{wording.panel.unproven}</p>
      )}
      {isUnreadable ? null : (
        <CredentialFacts
          credential={credential}
          isIssuerVouchedFor={credential.claimsVerified && isListed(result)}
          wording={wording}
        />
      )}
      <CheckList checks={result.checks} wording={wording} heading={SectionHeading} />
      <EvidenceList
        evidence={result.evidence}
        messages={credential.statusMessages}
        wording={wording}
        heading={SectionHeading}
      />
      <footer>
        <time dateTime={result.checkedAt}>
          {wording.panel.checkedAt(wording.time(result.checkedAt))}
        </time>
      </footer>
    </article>
  )
}
