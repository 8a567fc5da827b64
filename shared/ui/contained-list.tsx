// The credentials inside of a presentation or a transcript, each with its own verdict; opened one by one. Pure.
import type { VerificationResult } from '../verification-result.ts'
import { CredentialFacts } from './credential-facts.tsx'
import { credentialName } from './credential-name.ts'
import { decidingReason, isIssuerVouchedFor, isPassed, noticeText } from './findings.ts'
import type { Wording } from './wording/index.ts'

interface ContainedListProps {
  readonly contained: readonly VerificationResult[]
  readonly wording: Wording
  readonly heading: 'h3' | 'h4'
}

/** Closed, an entry says verdict and name; open, the reason, what a reader must not miss, and the facts. */
export function ContainedList({ contained, heading: Heading, wording }: ContainedListProps) {
  return (
    <section class="verdict-contained">
      <Heading>{wording.panel.contained}</Heading>
      <ul>
        {contained.map((result, index) => (
          // Results have no identity of their own, and never change their order.
          <li key={index} data-verdict={result.verdict}>
            <ContainedCredential result={result} wording={wording} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function ContainedCredential({
  result,
  wording,
}: {
  readonly result: VerificationResult
  readonly wording: Wording
}) {
  const { contained = [], credential, notices, verdict } = result
  const reason = decidingReason(result)
  const isUnreadable = verdict === 'rejected' && !isPassed(result, 'format')
  return (
    <details>
      <summary>
        <strong>{wording.verdicts[verdict].word}</strong>{' '}
        <bdi>{credentialName(credential, wording)}</bdi>
      </summary>
      <p>{reason === undefined ? wording.verdicts[verdict].meaning : wording.reasons[reason]}</p>
      {notices.map((notice) => (
        <p class="verdict-notice" key={notice}>
          {noticeText(notice, result, wording)}
        </p>
      ))}
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
        <ContainedList contained={contained} wording={wording} heading="h4" />
      )}
    </details>
  )
}
