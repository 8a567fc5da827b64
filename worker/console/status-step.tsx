// The step between a form and a change that cannot simply be made undone: what it means, and a second word. Pure.
import type { ComponentChildren } from 'preact'
import type { ShownChange } from '../issuing/read-status.ts'
import { MomentOf } from './moment.tsx'
import { STATE_WORDS } from './words.ts'

/** What is sent again with the second word. */
type Kept = Readonly<Record<string, string>>

interface StepProps {
  readonly id: string
  /** The end of the address that the form is sent to. */
  readonly to: 'status' | 'status/cancellations' | 'override'
  readonly kept: Kept
  readonly yes: string
  readonly no: string
  readonly children: ComponentChildren
}

export const Step = ({ id, to, kept, yes, no, children }: StepProps) => (
  <form method="post" action={`/console/credentials/${id}/${to}`}>
    <div role="alert" class="advice">
      <p>{children} Nothing has been changed yet.</p>
    </div>
    {Object.entries(kept).map(([name, value]) => (
      <input key={name} type="hidden" name={name} value={value} />
    ))}
    <input type="hidden" name="confirmed" value="yes" />
    <div class="choices">
      <button type="submit">{yes}</button>
      <a href={`/console/credentials/${id}`}>{no}</a>
    </div>
  </form>
)

interface StatusStepProps {
  readonly id: string
  readonly kept: Kept
}

export const RevocationStep = (props: StatusStepProps) => (
  <Step {...props} to="status" yes="Revoke it for good" no="Do not revoke it">
    <strong>A revocation is final.</strong> It cannot be taken back: whoever still has the right
    needs a new credential.
  </Step>
)

export const PastStep = ({ from, ...props }: StatusStepProps & { readonly from: string }) => (
  <Step {...props} to="status" yes="Change it from that day on" no="Do not change it">
    <strong>
      It is to hold from <MomentOf text={from} /> on, which is past.
    </strong>{' '}
    Whoever asks how it stood since then gets another answer than before, and that stays so.
  </Step>
)

export const CancellationStep = ({
  change,
  ...props
}: StatusStepProps & { readonly change: ShownChange }) => (
  <Step {...props} to="status/cancellations" yes="Take it back" no="Leave it">
    <strong>
      Take back: {STATE_WORDS[change.state]} from <MomentOf text={change.effectiveFrom} />?
    </strong>{' '}
    {change.ends === undefined
      ? 'Then this does not happen; with a suspension that has not begun goes its end.'
      : 'Without its end the suspension lasts until somebody changes the state.'}
  </Step>
)
