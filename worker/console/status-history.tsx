// What is to come and what was, of one status: from when, by whom, why. Pure.
import type { ShownChange } from '../issuing/read-status.ts'
import type { ActorNames } from './actor-names.ts'
import { MomentOf } from './moment.tsx'
import { STATE_WORDS, STATUS_REASON_WORDS } from './words.ts'

interface ChangesProps {
  readonly changes: readonly ShownChange[]
  readonly names: ActorNames
  /** UUID of the credential, where the reader may take back what is to come. */
  readonly cancelIn?: string | undefined
}

const Reason = ({ reasonCode, reason, ends }: ShownChange) => (
  <span>
    {ends === undefined ? null : 'The suspension ends by itself. '}
    {STATUS_REASON_WORDS[reasonCode]}: <bdi>{reason}</bdi>
  </span>
)

const Record = ({ change, names }: { change: ShownChange; names: ActorNames }) => (
  <span>
    by <bdi>{names.get(change.by)}</bdi>, recorded <MomentOf text={change.recordedAt} />
    {change.cancelledAt === undefined || change.cancelledBy === undefined ? null : (
      <>
        ; <strong>taken back</strong> by <bdi>{names.get(change.cancelledBy)}</bdi>,{' '}
        <MomentOf text={change.cancelledAt} />
      </>
    )}
  </span>
)

export const StatusChanges = ({ changes, names, cancelIn }: ChangesProps) => (
  <ul class="rows">
    {changes.map((change) => (
      <li key={change.change}>
        <span>
          <strong>{STATE_WORDS[change.state]}</strong> from <MomentOf text={change.effectiveFrom} />
        </span>
        <Reason {...change} />
        <Record change={change} names={names} />
        {cancelIn === undefined ? null : (
          <form method="post" action={`/console/credentials/${cancelIn}/status/cancellations`}>
            <input type="hidden" name="change" value={change.change} />
            <button type="submit" class="secondary outline small">
              Take back: {STATE_WORDS[change.state]}
            </button>
          </form>
        )}
      </li>
    ))}
  </ul>
)
