// The form by which one approver suspends at once although four eyes are asked for. Pure.
import { STATUS_REASON_MAX_CHARS } from '../../shared/limits.ts'
import { Field, FormErrors } from './field.tsx'
import { OVERRIDE_REASON_WORDS } from './words.ts'

export interface OverrideEntry {
  readonly reasonCode: string
  readonly reason: string
}

export interface OverrideProps {
  readonly id: string
  readonly entry?: OverrideEntry
  readonly errors?: Readonly<Record<string, string>>
}

const LABELS: Readonly<Record<string, string>> = {
  'emergency-code': 'What the emergency is',
  'emergency-reason': 'What happened',
}

export const OverrideForm = ({
  id,
  entry = { reasonCode: '', reason: '' },
  errors = {},
}: OverrideProps) => (
  <section aria-labelledby="override-heading">
    <h2 id="override-heading">Suspend it at once</h2>
    <p>
      In an emergency you may suspend it alone. It is marked as an{' '}
      <a href="/console/overrides">override</a> until somebody else has looked at it.
    </p>
    <form method="post" action={`/console/credentials/${id}/override`}>
      <FormErrors
        errors={Object.keys(errors).map((name) => ({ name, label: LABELS[name] ?? name }))}
      />
      <Field name="emergency-code" label="What the emergency is" error={errors['emergency-code']}>
        {(attributes) => (
          <select {...attributes}>
            <option value="">Choose one</option>
            {Object.entries(OVERRIDE_REASON_WORDS).map(([code, words]) => (
              <option key={code} value={code} selected={code === entry.reasonCode}>
                {words}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field
        name="emergency-reason"
        label="What happened"
        error={errors['emergency-reason']}
        help="Kept sealed with the change, for those who work here. It is not published."
      >
        {(attributes) => (
          <textarea {...attributes} rows={3} maxLength={STATUS_REASON_MAX_CHARS}>
            {entry.reason}
          </textarea>
        )}
      </Field>
      <button type="submit">Suspend it at once</button>
    </form>
  </section>
)
