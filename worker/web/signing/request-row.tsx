// One request for a signature: what would be signed, for whom, and how far it is. Pure.
import type { Result } from '../../../shared/result.ts'
import { CredentialFacts } from '../../../shared/ui/credential-facts.tsx'
import { en } from '../../../shared/ui/wording/en.ts'
import type { ReadRequest } from './read-request.ts'

export type RowState =
  | { readonly is: 'waiting' | 'under_way' | 'signed' }
  | { readonly is: 'refused'; readonly because: string }

interface RequestRowProps {
  readonly read: Result<ReadRequest, string>
  /** Whether this browser holds the key that is asked. */
  readonly hasKey: boolean
  readonly expiresAt: string
  readonly state: RowState
  readonly onSign: () => void
}

const STATE_WORDS = {
  waiting: 'Waits for your signature',
  under_way: 'Is being signed',
  signed: 'Signed',
  refused: 'Not signed',
} as const satisfies Record<RowState['is'], string>

/** To be told from credentials at a glance: it lets somebody else sign. */
const Recognition = ({ whom, what }: NonNullable<ReadRequest['recognises']>) => (
  <p>
    It lets <code>{whom}</code> sign, in your name: {what.join(', ')}.
  </p>
)

export const RequestRow = ({ read, hasKey, expiresAt, state, onSign }: RequestRowProps) => {
  if (!read.ok) {
    return (
      <li>
        <p class="advice">{read.error}</p>
      </li>
    )
  }
  const { summary, recognises, everything } = read.value
  const title = recognises ? 'Your word for another organisation' : summary.name
  const canSign = hasKey && state.is !== 'signed' && state.is !== 'under_way'
  return (
    <li>
      <div>
        <h2>
          <bdi>{title}</bdi>
        </h2>
        {recognises ? (
          <Recognition {...recognises} />
        ) : (
          <CredentialFacts credential={summary} isIssuerVouchedFor={false} wording={en} />
        )}
        <details>
          <summary>Every word that would be signed</summary>
          <pre class="order">{everything}</pre>
        </details>
      </div>
      <div>
        <p role="status">
          <strong>{STATE_WORDS[state.is]}</strong>
          {state.is === 'waiting' ? ` until ${expiresAt.slice(0, 10)}` : ''}
        </p>
        {state.is === 'refused' ? (
          <p role="alert" class="advice">
            {state.because}
          </p>
        ) : null}
        {hasKey ? null : (
          <p>It asks for a key that is not in this browser. Open this page where it was made.</p>
        )}
        {canSign ? (
          <button type="button" onClick={onSign}>
            Sign: <bdi>{summary.subject.name ?? title}</bdi>
          </button>
        ) : null}
      </div>
    </li>
  )
}
