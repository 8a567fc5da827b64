// What a holder asks before anything is shown. Uses Preact.
import type { TargetedSubmitEvent } from 'preact'
import { SHARE_ORGANISATION_MAX_CHARS } from '../../../shared/limits.ts'
import type { Answers } from './open-look.ts'
import type { Question } from './take-look.ts'
import { PIN_WRONG, PURPOSES } from './words.ts'

interface QuestionFormProps {
  readonly questions: readonly Question[]
  readonly isPinWrong: boolean
  readonly isBusy: boolean
  readonly onAnswer: (answers: Answers) => void
}

const FIELDS = {
  purpose: () => (
    <label key="purpose">
      What do you look at this for?
      <select name="purpose" required>
        <option value="">Choose one</option>
        {Object.entries(PURPOSES).map(([purpose, words]) => (
          <option key={purpose} value={purpose}>
            {words}
          </option>
        ))}
      </select>
    </label>
  ),
  organisation: () => (
    <label key="organisation">
      For which organisation?
      <input
        name="organisation"
        required
        maxLength={SHARE_ORGANISATION_MAX_CHARS}
        autocomplete="organization"
      />
    </label>
  ),
  pinProof: ({ isPinWrong }: QuestionFormProps) => (
    <label key="pin">
      PIN
      <input
        name="pin"
        type="password"
        required
        autocomplete="off"
        aria-describedby="pin-advice"
        {...(isPinWrong && { 'aria-invalid': 'true' as const })}
      />
      <small id="pin-advice" {...(isPinWrong && { role: 'alert' as const })}>
        {isPinWrong ? PIN_WRONG : 'You got it by another way than the link.'}
      </small>
    </label>
  ),
} as const satisfies Record<Question, (props: QuestionFormProps) => object>

export function QuestionForm(props: QuestionFormProps) {
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    props.onAnswer(Object.fromEntries([...form].map(([name, value]) => [name, String(value)])))
  }
  return (
    <form onSubmit={submit}>
      <p>Whoever shared this asks something first, and will read what you answer.</p>
      {props.questions.map((question) => FIELDS[question](props))}
      <button type="submit" aria-busy={props.isBusy}>
        Show what was shared
      </button>
    </form>
  )
}
