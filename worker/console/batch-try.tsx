// What a trial found: the table was checked, and nothing of it kept. Pure.
import { BATCH_ERRORS_MAX_COUNT } from '../../shared/limits.ts'
import type { Examined } from '../batches/receive.ts'
import { Findings } from './batch-findings.tsx'
import { counted } from './batch-words.ts'
import { ConsoleFrame, type SignedIn } from './console-frame.tsx'

interface BatchTryProps extends SignedIn {
  /** The id of the upload. */
  readonly id: string
  readonly kind: string
  readonly examined: Examined
  readonly labels: ReadonlyMap<string, string>
  readonly fileNames: Readonly<Record<string, string>>
}

export const BatchTry = (props: BatchTryProps) => {
  const { issuer, operator, id, kind, examined, labels, fileNames } = props
  const { rows, badRows, errors } = examined
  return (
    <ConsoleFrame title="A trial" path="/console/batches" issuer={issuer} operator={operator}>
      <h1>{badRows === 0 ? 'Every row is good' : `${counted(badRows, 'row')} to be mended`}</h1>
      <p role="status">
        {badRows === 0 ? null : <>Of {counted(rows, 'row')}. </>}
        This was a trial: nothing was signed, and nothing is kept.
      </p>
      {badRows === 0 ? null : (
        <>
          <Findings findings={errors} labels={labels} fileNames={fileNames} />
          {badRows > BATCH_ERRORS_MAX_COUNT ? (
            <p>These are the first {counted(BATCH_ERRORS_MAX_COUNT, 'row')}.</p>
          ) : null}
        </>
      )}
      <div class="choices">
        <a href={`/console/batches/uploads/${id}`} class="go">
          {badRows === 0 ? 'Go on with it' : 'Look at the columns again'}
        </a>
        <a href={`/console/batches/new/${kind}`}>Take another file</a>
      </div>
    </ConsoleFrame>
  )
}
