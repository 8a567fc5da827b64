// Between the form and the signature: the credential as its holder will see it. Pure.
import type { CredentialType } from '../../shared/credential-types/credential-type.ts'
import { CredentialFacts } from '../../shared/ui/credential-facts.tsx'
import { WORDINGS } from '../../shared/ui/wording/index.ts'
import type { CredentialSummary } from '../../shared/verification-result.ts'
import { ConsoleFrame, type SignedIn } from './console-frame.tsx'

interface IssuePreviewProps extends SignedIn {
  readonly type: CredentialType
  readonly entries: Readonly<Record<string, string>>
  readonly summary: CredentialSummary
  /** Makes sure that the same form, sent twice, signs once. */
  readonly idempotencyKey: string
}

export const IssuePreview = ({
  issuer,
  operator,
  type,
  entries,
  summary,
  idempotencyKey,
}: IssuePreviewProps) => (
  <ConsoleFrame
    title={`Issue: ${type.title}`}
    path="/console/issue"
    issuer={issuer}
    operator={operator}
  >
    <h1>As its holder will see it</h1>
    <p role="status">Nothing is signed yet. Read it as if it were yours.</p>
    <article class="verdict-panel preview">
      <p class="verdict-kind">{type.title}</p>
      <h2>
        <bdi>{summary.name}</bdi>
      </h2>
      <CredentialFacts credential={summary} isIssuerVouchedFor={true} wording={WORDINGS.en} />
    </article>
    <form method="post" action={`/console/issue/${type.kind}`}>
      {Object.entries(entries).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <input type="hidden" name="key" value={idempotencyKey} />
      <div class="choices">
        <button type="submit" name="step" value="sign">
          Sign and issue it
        </button>
        <button type="submit" name="step" value="change" class="secondary outline">
          Change it
        </button>
      </div>
    </form>
  </ConsoleFrame>
)
