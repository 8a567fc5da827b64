// Two forms of an accreditor: one of those that it recognised closed, awards of one are in doubt. Pure.
import type { ComponentChildren } from 'preact'
import { CREDENTIAL_TYPES } from '../../shared/credential-types/index.ts'
import { TAINT_REASONS } from '../../shared/trust/remark.ts'
import { Field, type FieldAttributes, FormErrors } from './field.tsx'
import type { KnownOrganisation, RemarkErrors } from './remark-form.ts'
import { REMARK_LABELS, type RemarkField, TAINT_REASON_WORDS } from './remark-words.ts'

export const RECOGNITION_PATH = '/console/recognition'

export interface RemarkFormProps {
  readonly recognised: readonly KnownOrganisation[]
  readonly errors?: RemarkErrors
  readonly entered?: Readonly<Partial<Record<RemarkField, string>>>
}

type Choice = readonly [value: string, words: string]

const KINDS: readonly Choice[] = [
  ...new Map(
    Object.values(CREDENTIAL_TYPES).map(({ credentialType, title }) => [credentialType, title]),
  ),
]
const REVIEW: readonly Choice[] = [
  ['yes', 'It is being looked into'],
  ['no', 'Faults were found'],
]

const Form = ({
  remark,
  heading,
  fields,
  errors = {},
  button,
  children,
}: {
  readonly errors: RemarkErrors | undefined
  readonly remark: 'succession' | 'taint'
  readonly heading: string
  readonly fields: readonly RemarkField[]
  readonly button: string
  readonly children: ComponentChildren
}) => (
  <section aria-labelledby={`${remark}-heading`}>
    <h2 id={`${remark}-heading`}>{heading}</h2>
    <form method="post" action={RECOGNITION_PATH}>
      <FormErrors
        errors={fields
          .filter((name) => errors[name] !== undefined)
          .map((name) => ({ name, label: REMARK_LABELS[name] }))}
      />
      <input type="hidden" name="remark" value={remark} />
      {children}
      <button type="submit">{button}</button>
    </form>
  </section>
)

/** One field by its name, with its label, what was entered and what is wrong with that. */
const fieldsFor =
  ({ errors = {}, entered = {} }: RemarkFormProps) =>
  (
    name: RemarkField,
    input: (attributes: FieldAttributes, value: string) => ComponentChildren,
    more: { readonly help?: string; readonly isRequired?: boolean } = {},
  ) => (
    <Field name={name} label={REMARK_LABELS[name]} error={errors[name]} {...more}>
      {(attributes) => input(attributes, entered[name] ?? '')}
    </Field>
  )

const choiceOf =
  (choices: readonly Choice[], none = 'Choose one') =>
  (attributes: FieldAttributes, value: string) => (
    <select {...attributes}>
      <option value="">{none}</option>
      {choices.map(([choice, words]) => (
        <option key={choice} value={choice} selected={choice === value}>
          {words}
        </option>
      ))}
    </select>
  )

const day = (attributes: FieldAttributes, value: string) => (
  <input {...attributes} type="date" value={value} />
)

const lines = (attributes: FieldAttributes, value: string) => (
  <textarea {...attributes} rows={3} maxLength={20_000}>
    {value}
  </textarea>
)

const organisations = (known: readonly KnownOrganisation[]): readonly Choice[] =>
  known.map(({ did, name }) => [did, name])

export const ClosingForm = (props: RemarkFormProps) => {
  const field = fieldsFor(props)
  const known = organisations(props.recognised)
  return (
    <Form
      remark="succession"
      heading="Say that one has closed"
      fields={['closedSubject', 'closedOn', 'keeper']}
      errors={props.errors}
      button="Say that it closed"
    >
      <p>
        What it issued before keeps verifying, with a notice. What is dated from that day on is not
        recognised. Let its accreditation run out; do not revoke it.
      </p>
      {field('closedSubject', choiceOf(known))}
      {field('closedOn', day)}
      {field('keeper', choiceOf(known, 'Nobody'), {
        isRequired: false,
        help: 'It changes the states of what was issued. It needs an accreditation for the same kinds.',
      })}
    </Form>
  )
}

export const DoubtForm = (props: RemarkFormProps) => {
  const field = fieldsFor(props)
  return (
    <Form
      remark="taint"
      heading="Doubt awards from some time"
      fields={[
        'doubtedSubject',
        'credentialType',
        'awardedFrom',
        'awardedUntil',
        'programmes',
        'fieldsOfStudy',
        'reasonCode',
        'underReview',
      ]}
      errors={props.errors}
      button="Doubt these awards"
    >
      <p>
        Readers of such credentials are told that they could not be checked. What does not say
        whether it is meant counts as meant.
      </p>
      {field('doubtedSubject', choiceOf(organisations(props.recognised)))}
      {field('credentialType', choiceOf(KINDS))}
      {field('awardedFrom', day)}
      {field('awardedUntil', day)}
      {field('programmes', lines, { isRequired: false, help: 'By their names, one a line.' })}
      {field('fieldsOfStudy', lines, { isRequired: false, help: 'One a line.' })}
      {field('reasonCode', choiceOf(TAINT_REASONS.map((code) => [code, TAINT_REASON_WORDS[code]])))}
      {field('underReview', choiceOf(REVIEW))}
    </Form>
  )
}
