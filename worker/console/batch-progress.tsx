// How far the signing of a table is. A script reads the page again and replaces what moves; without one, a link does. Pure.
import type { Batch } from '../storage/batch-states.ts'
import { inDigits } from './batch-words.ts'

export const BatchProgress = ({ id, rows, signed }: Batch) => (
  <section aria-labelledby="progress-heading" data-poll={`/console/batches/${id}`}>
    <h2 id="progress-heading">Progress</h2>
    <p id="progress-count">
      {inDigits(signed)} of {inDigits(rows)} signed.
    </p>
    <progress
      value={signed}
      max={rows}
      aria-labelledby="progress-heading"
      aria-describedby="progress-count"
    />
    <p>You can close this page: the work goes on, also if the server starts anew.</p>
    <noscript>
      <p>
        <a href={`/console/batches/${id}`}>See how far it is now</a>
      </p>
    </noscript>
    <p class="advice" data-poll-lost hidden={true}>
      The connection is lost. The work goes on; <a href={`/console/batches/${id}`}>try again</a>.
    </p>
  </section>
)
