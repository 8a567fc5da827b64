// One field of a form: its label, its help and what is wrong with it, tied together for those who do not see them. Pure.
import type { ComponentChildren } from 'preact'

/** What goes onto the input itself. */
export interface FieldAttributes {
  readonly id: string
  readonly name: string
  readonly required?: boolean
  readonly 'aria-describedby'?: string
  readonly 'aria-invalid'?: 'true'
}

interface FieldProps {
  readonly name: string
  readonly label: string
  readonly help?: string | undefined
  /** What is wrong with what was entered. */
  readonly error?: string | undefined
  readonly isRequired?: boolean
  readonly children: (attributes: FieldAttributes) => ComponentChildren
}

export const Field = ({ name, label, help, error, isRequired = true, children }: FieldProps) => {
  const id = `field-${name}`
  const told = [error && `${id}-error`, help && `${id}-help`].filter(Boolean).join(' ')
  return (
    <div class="field">
      <label for={id}>
        {label}
        {isRequired ? null : <span class="optional"> (optional)</span>}
      </label>
      {children({
        id,
        name,
        ...(isRequired && { required: true }),
        ...(told !== '' && { 'aria-describedby': told }),
        ...(error !== undefined && { 'aria-invalid': 'true' as const }),
      })}
      {error === undefined ? null : (
        <small id={`${id}-error`} class="field-error">
          <strong>Not accepted:</strong> {error}
        </small>
      )}
      {help === undefined ? null : <small id={`${id}-help`}>{help}</small>}
    </div>
  )
}

interface FormErrorsProps {
  readonly errors: readonly { readonly name: string; readonly label: string }[]
  /** What is wrong with the whole. */
  readonly note?: string | undefined
}

/** Above a form that was not accepted: read out, and leads to each field. */
export const FormErrors = ({ errors, note }: FormErrorsProps) =>
  errors.length === 0 && note === undefined ? null : (
    <div role="alert" class="advice">
      <p>
        <strong>Nothing was done: please look at what you entered.</strong>
      </p>
      {note === undefined ? null : <p>{note}</p>}
      <ul>
        {errors.map(({ name, label }) => (
          <li key={name}>
            <a href={`#field-${name}`}>{label}</a>
          </li>
        ))}
      </ul>
    </div>
  )
