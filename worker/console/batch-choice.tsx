// `/console/batches/new`: of which kind the credentials of a table are. Pure.
import { CREDENTIAL_TYPES } from '../../shared/credential-types/index.ts'
import { BATCH_KINDS } from '../batches/kinds.ts'
import { ConsoleFrame, type SignedIn } from './console-frame.tsx'

export const BatchChoice = ({ issuer, operator }: SignedIn) => (
  <ConsoleFrame
    title="Issue from a table"
    path="/console/batches"
    issuer={issuer}
    operator={operator}
  >
    <h1>Issue from a table</h1>
    <p>What is each row of your table?</p>
    <div class="ways">
      {BATCH_KINDS.map((kind) => (
        <article key={kind}>
          <h2>
            <a href={`/console/batches/new/${kind}`}>{CREDENTIAL_TYPES[kind].title}</a>
          </h2>
          <p>{CREDENTIAL_TYPES[kind].description}</p>
        </article>
      ))}
    </div>
  </ConsoleFrame>
)
