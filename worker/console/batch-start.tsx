// The step from a table to signed credentials: how many, that it cannot be undone, and a word by whoever does it. Pure.
import type { CredentialType } from '../../shared/credential-types/credential-type.ts'
import type { Batch } from '../storage/batch-states.ts'
import { counted } from './batch-words.ts'

/** What this reader can do with it, by the issuer's policy and who uploaded it. */
export type StartStep = 'sign' | 'propose' | 'approve' | 'wait_own' | 'wait'

interface BatchStartProps {
  readonly batch: Batch
  readonly type: CredentialType
  readonly step: StartStep
  /** Whether it was sent without the word. */
  readonly isUnconfirmed: boolean
}

const WAITING: Partial<Readonly<Record<StartStep, string>>> = {
  wait_own:
    'You uploaded this table, so another operator approves it: that is what four eyes are for.',
  wait: 'An operator of role approver, other than the one who uploaded it, decides.',
}

const HEADINGS = {
  sign: 'Sign them',
  propose: 'Propose them',
  approve: 'Approve and sign them',
} as const

const Confirmation = ({
  step,
  words,
  isUnconfirmed,
}: {
  readonly step: keyof typeof HEADINGS
  readonly words: string
  readonly isUnconfirmed: boolean
}) => (
  <div class="field">
    <label>
      <input
        type="checkbox"
        name="confirmed"
        value="yes"
        required={true}
        {...(isUnconfirmed && { 'aria-invalid': 'true' as const })}
      />
      {step === 'propose'
        ? `I have looked at it: ${words} may be signed`
        : `I have looked at it: sign ${words}`}
    </label>
    {isUnconfirmed ? (
      <small class="field-error">
        <strong>Not accepted:</strong> Tick the box first.
      </small>
    ) : null}
  </div>
)

export const BatchStart = ({ batch, type, step, isUnconfirmed }: BatchStartProps) => {
  if (step === 'wait' || step === 'wait_own') {
    return <p>{WAITING[step]}</p>
  }
  const words = counted(batch.rows, 'credential')
  return (
    <section aria-labelledby="start-heading" id="start">
      <h2 id="start-heading">{HEADINGS[step]}</h2>
      <p>
        {step === 'propose' ? (
          <>
            This issuer asks for four eyes: nothing is signed before an approver, who is not you,
            agrees.
          </>
        ) : (
          <>
            <strong>
              This signs {words} in the name of your organisation, and it cannot be undone.
            </strong>{' '}
            {type.purposes.includes('suspension')
              ? 'Each can be suspended or revoked later, but a signature stays a signature.'
              : 'Each can be revoked later, but a signature stays a signature.'}
          </>
        )}
      </p>
      <form method="post" action={`/console/batches/${batch.id}/start`}>
        <Confirmation step={step} words={words} isUnconfirmed={isUnconfirmed} />
        <button type="submit">{step === 'propose' ? `Propose ${words}` : `Sign ${words}`}</button>
      </form>
    </section>
  )
}
