// What is known of a table whatever its state: who did what with it, and when. Pure.
import type { Batch } from '../storage/batch-states.ts'
import { BATCH_STATE_WORDS } from './batch-words.ts'
import { Moment } from './moment.tsx'
import { REFUSAL_REASON_WORDS } from './words.ts'

/** A table and the names of those who … */
export interface NamedBatch extends Batch {
  /** … uploaded it … */
  readonly uploader: string
  /** … let it be signed … */
  readonly starter: string | undefined
  /** … and refused, cancelled or stopped it. */
  readonly ender: string | undefined
}

interface BatchFactsProps {
  readonly batch: NamedBatch
  /** What an approver wrote who refused it. */
  readonly note: string | undefined
}

export const BatchFacts = ({ batch, note }: BatchFactsProps) => (
  <dl class="facts">
    <div>
      <dt>State</dt>
      <dd>
        <strong>{BATCH_STATE_WORDS[batch.state]}</strong>
      </dd>
    </div>
    <div>
      <dt>Uploaded by</dt>
      <dd>
        <bdi>{batch.uploader}</bdi>, <Moment seconds={batch.createdAt} />
      </dd>
    </div>
    {batch.startedAt === null ? null : (
      <div>
        <dt>Let be signed by</dt>
        <dd>
          <bdi>{batch.starter}</bdi>, <Moment seconds={batch.startedAt} />
        </dd>
      </div>
    )}
    {batch.ender === undefined ? null : (
      <div>
        <dt>Ended by</dt>
        <dd>
          <bdi>{batch.ender}</bdi>
          {batch.reasonCode === null ? null : `: ${REFUSAL_REASON_WORDS[batch.reasonCode]}`}
          {note === undefined ? null : ` – ${note}`}
        </dd>
      </div>
    )}
  </dl>
)
