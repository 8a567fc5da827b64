// After an order with a claim: the link for the holder and the code that belongs to it, once. Pure.
import type { OfferedAnswer } from '../claims/draft-claim.ts'
import { ConsoleFrame, type SignedIn } from './console-frame.tsx'

interface IssueOfferedProps extends SignedIn {
  /** Of what was ordered by a form. */
  readonly kind?: string
  readonly offered: OfferedAnswer
}

export const IssueOffered = ({ issuer, operator, kind, offered }: IssueOfferedProps) => (
  <ConsoleFrame
    title="Ready to be claimed"
    path="/console/issue"
    issuer={issuer}
    operator={operator}
  >
    <h1>It is ready to be claimed</h1>
    <p role="status">
      <strong>Send the link to its holder now: it is kept nowhere here.</strong> It is good once,
      until {offered.expiresAt.slice(0, 10)}. The{' '}
      <a href={`/console/credentials/${offered.id.slice('urn:uuid:'.length)}`}>state</a> of the
      credential can be changed at any time.
    </p>
    <label for="claim-link">Claim link</label>
    <textarea id="claim-link" rows={3} readOnly={true} spellcheck={false} autocomplete="off">
      {offered.claimUrl}
    </textarea>
    {offered.transactionCode === undefined ? null : (
      <p>
        Transaction code: <strong>{offered.transactionCode}</strong>. Send it by another way than
        the link, such as a text message or a letter: who has only one of the two gets nothing.
      </p>
    )}
    <p>
      <a href={kind === undefined ? '/console/issue' : `/console/issue/${kind}`}>
        Issue another one
      </a>
    </p>
  </ConsoleFrame>
)
