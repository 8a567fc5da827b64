// `/console/issue`: which kind of credential to issue. Pure.
import { CREDENTIAL_TYPES } from '../../shared/credential-types/index.ts'
import { ConsoleFrame, type SignedIn } from './console-frame.tsx'

export const IssueChoice = ({ issuer, operator }: SignedIn) => (
  <ConsoleFrame
    title="Issue a credential"
    path="/console/issue"
    issuer={issuer}
    operator={operator}
  >
    <h1>Issue a credential</h1>
    <div class="ways">
      {Object.values(CREDENTIAL_TYPES).map(({ kind, title, description }) => (
        <article key={kind}>
          <h2>
            <a href={`/console/issue/${kind}`}>{title}</a>
          </h2>
          <p>{description}</p>
        </article>
      ))}
    </div>
  </ConsoleFrame>
)
