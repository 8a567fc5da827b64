// Where an issuer keeps its keys to itself: nothing is signed before its own key signs it. Pure.
import { ConsoleFrame, type SignedIn } from './console-frame.tsx'

interface IssueRequestedProps extends SignedIn {
  readonly kind: string
}

export const IssueRequested = ({ issuer, operator, kind }: IssueRequestedProps) => (
  <ConsoleFrame title="To be signed" path="/console/issue" issuer={issuer} operator={operator}>
    <h1>It waits for your key</h1>
    <p role="status">
      <strong>Nothing is issued yet.</strong> An approver signs it with your own key within seven
      days, in the console under Keys, or on your server. Whoever signs it hands it to its holder.
    </p>
    {operator.role === 'approver' ? (
      <p>
        <a href="/console/signing">Sign what waits</a>
      </p>
    ) : null}
    <p>
      <a href={`/console/issue/${kind}`}>Issue another one</a>
    </p>
  </ConsoleFrame>
)
