// `/console/batches`: the tables of credentials, newest first, and how far each is. Pure.
import type { Batch } from '../storage/batch-states.ts'
import type { ActorNames } from './actor-names.ts'
import { BATCH_STATE_WORDS, counted, inDigits } from './batch-words.ts'
import { ConsoleFrame, type SignedIn } from './console-frame.tsx'
import { Moment } from './moment.tsx'
import { WRITING_ROLES } from './roles.ts'
import { kindInWords } from './words.ts'

const PATH = '/console/batches'

interface BatchListProps extends SignedIn {
  readonly batches: readonly Batch[]
  /** Of those who uploaded them. */
  readonly names: ActorNames
}

export const BatchRows = ({ batches, names }: Pick<BatchListProps, 'batches' | 'names'>) => (
  <ul class="rows">
    {batches.map(({ id, kind, state, rows, badRows, signed, uploadedBy, createdAt }) => (
      <li key={id}>
        <a href={`${PATH}/${id}`}>
          {kindInWords(kind)}, {counted(rows, 'row')}
        </a>
        <span>
          <strong>{BATCH_STATE_WORDS[state]}</strong>
          {state === 'invalid' ? `: ${counted(badRows, 'row')}` : null}
          {state === 'running' ? `: ${inDigits(signed)} so far` : null}
        </span>
        <span>
          by <bdi>{names.get(uploadedBy)}</bdi>, <Moment seconds={createdAt} />
        </span>
      </li>
    ))}
  </ul>
)

export const BatchList = ({ issuer, operator, batches, names }: BatchListProps) => {
  const mayIssue = WRITING_ROLES.includes(operator.role)
  return (
    <ConsoleFrame title="Tables" path={PATH} issuer={issuer} operator={operator}>
      <h1>Tables</h1>
      <p>
        Many credentials at once: a spreadsheet with one row for each. Every row is checked before
        anything is signed.
      </p>
      {mayIssue ? (
        <p>
          <a href={`${PATH}/new`} class="go">
            Issue from a table
          </a>
        </p>
      ) : null}
      {batches.length === 0 ? (
        <p>
          No table was uploaded in the last 30 days.
          {mayIssue ? ' Begin with a template: it says what belongs into which column.' : null}
        </p>
      ) : (
        <BatchRows batches={batches} names={names} />
      )}
    </ConsoleFrame>
  )
}
