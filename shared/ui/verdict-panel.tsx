// One verification, answered question by question; the same on the Worker's pages and in the extension. Pure.
import type { VerificationResult } from '../verification-result.ts'
import { CheckList } from './check-list.tsx'
import { ContainedList } from './contained-list.tsx'
import { CredentialFacts } from './credential-facts.tsx'
import { credentialName } from './credential-name.ts'
import { EvidenceList } from './evidence-list.tsx'
import { decidingReason, isIssuerVouchedFor, isPassed, noticeText } from './findings.ts'
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

/** The verdict, what the credential says, whether it is this person's, every check, and what the verdict rests on. */
export function VerdictPanel({
  result,
  wording,
  person,
  expectedName,
  headingLevel = 2,
}: VerdictPanelProps) {
  const { contained = [], credential, notices, verdict } = result
  const kind = wording.panel.kinds[credential.kind]
  const name = credentialName(credential, wording)
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
        {kind === name ? null : <p class="verdict-kind">{kind}</p>}
        <Heading>
          <bdi>{name}</bdi>
        </Heading>
        <p>{isUnreadable ? wording.panel.unreadable : words.meaning}</p>
        {reason === undefined ? null : <p class="verdict-reason">{wording.reasons[reason]}</p>}
      </header>
      {notices.map((notice) => (
        <p class="verdict-notice" key={notice}>
          {noticeText(notice, result, wording)}
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
          isIssuerVouchedFor={isIssuerVouchedFor(result)}
          wording={wording}
        />
      )}
      {contained.length === 0 ? null : (
        <ContainedList contained={contained} wording={wording} heading={SectionHeading} />
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
