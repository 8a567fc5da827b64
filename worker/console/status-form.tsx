// The form that changes the state of a credential, and the step between where the change is final. Pure.
import { STATUS_REASON_MAX_CHARS } from '../../shared/limits.ts'
import type { CredentialState } from '../../shared/status/state-table.ts'
import { Field, FormErrors } from './field.tsx'
import { STATE_WORDS } from './words.ts'

export interface StatusEntry {
  readonly state: CredentialState | undefined
  readonly reason: string
}

interface StatusFormProps {
  readonly id: string
  /** The states that it can be changed to. */
  readonly states: readonly CredentialState[]
  readonly entry: StatusEntry
  /** Names of fields that were not accepted, with what to do. */
  readonly errors: Readonly<Record<string, string>>
}

const LABELS: Readonly<Record<string, string>> = { state: 'New state', reason: 'Reason' }

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
    <Field
      name="reason"
      label="Reason"
      error={errors.reason}
      help="Kept sealed with the change. It is not published."
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

interface ConfirmationProps {
  readonly id: string
  readonly entry: { readonly state: CredentialState; readonly reason: string }
}

export const RevocationStep = ({ id, entry }: ConfirmationProps) => (
  <form method="post" action={`/console/credentials/${id}/status`}>
    <div role="alert" class="advice">
      <p>
        <strong>A revocation is final.</strong> It cannot be taken back: whoever still has the right
        needs a new credential. Nothing has been changed yet.
      </p>
    </div>
    <input type="hidden" name="state" value={entry.state} />
    <input type="hidden" name="reason" value={entry.reason} />
    <input type="hidden" name="confirmed" value="yes" />
    <div class="choices">
      <button type="submit">Revoke it for good</button>
      <a href={`/console/credentials/${id}`}>Do not revoke it</a>
    </div>
  </form>
)
