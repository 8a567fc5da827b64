// The forms by which a second person decides. Pure.
import { REFUSAL_REASON_CODES } from '../../shared/wire/proposals.ts'
import { Field, FormErrors } from './field.tsx'
import { REFUSAL_REASON_WORDS } from './words.ts'

export interface RefusalEntry {
  readonly reasonCode: string
  readonly note: string
}

interface DecisionFormProps {
  readonly id: string
  readonly entry: RefusalEntry
  readonly errors: Readonly<Record<string, string>>
}

const LABELS: Readonly<Record<string, string>> = { reasonCode: 'Reason', note: 'Note' }

interface RefusalFormProps extends Omit<DecisionFormProps, 'id'> {
  /** Where it is sent. */
  readonly action: string
}

export const RefusalForm = ({ action, entry, errors }: RefusalFormProps) => (
  <section aria-labelledby="refuse-heading">
    <h2 id="refuse-heading">Refuse</h2>
    <form method="post" action={action}>
      <FormErrors
        errors={Object.keys(errors).map((name) => ({ name, label: LABELS[name] ?? name }))}
      />
      <Field name="reasonCode" label="Reason" error={errors.reasonCode}>
        {(attributes) => (
          <select {...attributes}>
            <option value="">Choose one</option>
            {REFUSAL_REASON_CODES.map((code) => (
              <option key={code} value={code} selected={code === entry.reasonCode}>
                {REFUSAL_REASON_WORDS[code]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field
        name="note"
        label="Note"
        isRequired={false}
        error={errors.note}
        help="Kept sealed; the proposer reads it."
      >
        {(attributes) => (
          <textarea {...attributes} rows={2} maxLength={500}>
            {entry.note}
          </textarea>
        )}
      </Field>
      <button type="submit" class="secondary">
        Refuse
      </button>
    </form>
  </section>
)

export const DecisionForm = ({ id, entry, errors }: DecisionFormProps) => (
  <>
    <section aria-labelledby="approve-heading">
      <h2 id="approve-heading">Approve</h2>
      <p>It is carried out at once, and your name stands beside the proposer’s.</p>
      <form method="post" action={`/console/proposals/${id}/approval`}>
        <button type="submit">Approve and carry out</button>
      </form>
    </section>
    <RefusalForm action={`/console/proposals/${id}/refusal`} entry={entry} errors={errors} />
  </>
)
