// Where an issuer asks for four eyes: nothing is signed yet. Pure.
import { ConsoleFrame, type SignedIn } from './console-frame.tsx'

interface IssueProposedProps extends SignedIn {
  readonly kind: string
  /** The id of the proposal. */
  readonly id: string
}

export const IssueProposed = ({ issuer, operator, kind, id }: IssueProposedProps) => (
  <ConsoleFrame title="Proposed" path="/console/issue" issuer={issuer} operator={operator}>
    <h1>It is proposed</h1>
    <p role="status">
      <strong>Nothing is signed yet.</strong> Another operator, an approver, decides on it within
      two weeks and then gets the signed credential.
    </p>
    <p>
      The proposal is{' '}
      <a href={`/console/proposals/${id}`}>
        <code>{id}</code>
      </a>
      .
    </p>
    <p>
      <a href={`/console/issue/${kind}`}>Issue another one</a>
    </p>
  </ConsoleFrame>
)
