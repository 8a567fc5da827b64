// The form that changes the state of a credential. Pure.
import { STATUS_REASON_MAX_CHARS } from '../../shared/limits.ts'
import type { CredentialState } from '../../shared/status/state-table.ts'
import { Field, FormErrors } from './field.tsx'
import type { StatusEntry, StatusErrors } from './status-order.ts'
import { STATE_WORDS, STATUS_REASON_WORDS } from './words.ts'

interface StatusFormProps {
  readonly id: string
  /** The states that it can be changed to. */
  readonly states: readonly CredentialState[]
  readonly entry: StatusEntry
  /** What to do about fields that were not accepted. */
  readonly errors: StatusErrors
}

const LABELS: Readonly<Record<string, string>> = {
  state: 'New state',
  effectiveFrom: 'From',
  until: 'Until',
  reasonCode: 'Why',
  reason: 'In words',
}

const DATES = [
  ['effectiveFrom', 'From', 'In UTC. Empty: from now on. A date to come takes effect by itself.'],
  ['until', 'Until', 'In UTC, for a suspension that ends by itself. Empty: until it is changed.'],
] as const

export const StatusForm = ({ id, states, entry, errors }: StatusFormProps) => (
  <form method="post" action={`/console/credentials/${id}/status`}>
    <FormErrors
      errors={Object.keys(errors).map((name) => ({ name, label: LABELS[name] ?? name }))}
    />
    <Field name="state" label="New state" error={errors.state}>
      {(attributes) => (
        <select {...attributes}>
          <option value="">Choose one</option>
          {states.map((state) => (
            <option key={state} value={state} selected={state === entry.state}>
              {STATE_WORDS[state]}
            </option>
          ))}
        </select>
      )}
    </Field>
    {DATES.map(([name, label, help]) => (
      <Field
        key={name}
        name={name}
        label={label}
        help={help}
        error={errors[name]}
        isRequired={false}
      >
        {(attributes) => <input {...attributes} type="datetime-local" value={entry[name]} />}
      </Field>
    ))}
    <Field name="reasonCode" label="Why" error={errors.reasonCode} isRequired={false}>
      {(attributes) => (
        <select {...attributes}>
          <option value="">Not stated</option>
          {Object.entries(STATUS_REASON_WORDS).map(([code, words]) => (
            <option key={code} value={code} selected={code === entry.reasonCode}>
              {words}
            </option>
          ))}
        </select>
      )}
    </Field>
    <Field
      name="reason"
      label="In words"
      error={errors.reason}
      help="Kept sealed with the change, for those who work here. It is not published."
    >
      {(attributes) => (
        <textarea {...attributes} rows={3} maxLength={STATUS_REASON_MAX_CHARS}>
          {entry.reason}
        </textarea>
      )}
    </Field>
    <button type="submit">Change the state</button>
  </form>
)
