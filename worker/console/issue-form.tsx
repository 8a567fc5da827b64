// `/console/issue/{kind}`: the form for one credential. Pure.
import type { CredentialType } from '../../shared/credential-types/credential-type.ts'
import { ConsoleFrame, type SignedIn } from './console-frame.tsx'
import { Field, FormErrors } from './field.tsx'
import { HandoverField } from './handover-field.tsx'
import { type IssueField, issueFields } from './issue-fields.ts'
import { HOLDER_LABELS, IssueHolder } from './issue-holder.tsx'
import type { FieldErrors } from './issue-order.ts'
import { FORMAT_WORDS } from './words.ts'

interface IssueFormProps extends SignedIn {
  readonly type: CredentialType
  readonly entries: Readonly<Record<string, string>>
  readonly errors: FieldErrors
}

const Input = ({
  field: { name, label, help, isRequired, input, maxChars, options },
  entry,
  error,
}: {
  readonly field: IssueField
  readonly entry: string
  readonly error: string | undefined
}) => (
  <Field name={name} label={label} help={help} error={error} isRequired={isRequired}>
    {(attributes) => {
      if (input === 'select') {
        return (
          <select {...attributes}>
            <option value="">{isRequired ? 'Choose one' : 'Not stated'}</option>
            {options.map((option) => (
              <option key={option} value={option} selected={option === entry}>
                {option}
              </option>
            ))}
          </select>
        )
      }
      const shared = { ...attributes, autocomplete: 'off', dir: 'auto' as const }
      if (input === 'textarea') {
        return (
          <textarea {...shared} rows={2} maxLength={maxChars}>
            {entry}
          </textarea>
        )
      }
      return <input {...shared} type={input} value={entry} maxLength={maxChars} />
    }}
  </Field>
)

export const IssueForm = ({ issuer, operator, type, entries, errors }: IssueFormProps) => {
  const fields = issueFields(type)
  const labels = new Map([
    ...fields.map(({ name, label }) => [name, label] as const),
    ...HOLDER_LABELS,
  ])
  const faulty = Object.keys(errors).filter((name) => name !== '')
  return (
    <ConsoleFrame
      title={`Issue: ${type.title}`}
      path="/console/issue"
      issuer={issuer}
      operator={operator}
    >
      <h1>Issue: {type.title}</h1>
      <p>{type.description}</p>
      <form method="post" action={`/console/issue/${type.kind}`}>
        <FormErrors
          errors={faulty.map((name) => ({ name, label: labels.get(name) ?? 'Format' }))}
          note={errors['']}
        />
        {fields.map((field) => (
          <Input
            key={field.name}
            field={field}
            entry={entries[field.name] ?? ''}
            error={errors[field.name]}
          />
        ))}
        <IssueHolder entries={entries} errors={errors} />
        <Field name="format" label="Format" error={errors.format}>
          {(attributes) => (
            <select {...attributes}>
              {Object.entries(FORMAT_WORDS).map(([format, words]) => (
                <option key={format} value={format} selected={format === entries.format}>
                  {words}
                </option>
              ))}
            </select>
          )}
        </Field>
        <HandoverField chosen={entries.handover} />
        <button type="submit">See it before it is signed</button>
      </form>
    </ConsoleFrame>
  )
}
