// The part of the form that few need: further names of the holder, and a key to bind the credential to. Pure.
import { Field } from './field.tsx'
import {
  FIRST_LANG,
  FURTHER_NAMES,
  HOLDER_FIELDS,
  HOLDER_KEY,
  kindOf,
  langOf,
  NAME_KINDS,
} from './issue-names.ts'

interface IssueHolderProps {
  readonly entries: Readonly<Record<string, string>>
  readonly errors: Readonly<Record<string, string>>
}

const KIND_WORDS: Readonly<Record<(typeof NAME_KINDS)[number], string>> = {
  native: 'As its bearer writes it',
  passport: 'As the passport has it',
  former: 'A former name',
  other: 'Another form',
}

/** What each field here is called, above the form and beside it. */
export const HOLDER_LABELS: ReadonlyMap<string, string> = new Map([
  [FIRST_LANG, 'Language of the name above'],
  ...FURTHER_NAMES.flatMap(
    (name, at) =>
      [
        [name, `Name ${at + 2}`],
        [langOf(name), `Language of name ${at + 2}`],
        [kindOf(name), `Kind of name ${at + 2}`],
      ] as const,
  ),
  [HOLDER_KEY, 'Key of the holder'],
])

const Text = ({
  name,
  help,
  maxLength,
  entries,
  errors,
}: IssueHolderProps & { name: string; help?: string; maxLength: number }) => (
  <Field
    name={name}
    label={HOLDER_LABELS.get(name) ?? name}
    help={help}
    error={errors[name]}
    isRequired={false}
  >
    {(attributes) => (
      <input
        {...attributes}
        value={entries[name]}
        maxLength={maxLength}
        autocomplete="off"
        dir="auto"
      />
    )}
  </Field>
)

const Kind = ({ name, entries, errors }: IssueHolderProps & { name: string }) => (
  <Field
    name={name}
    label={HOLDER_LABELS.get(name) ?? name}
    error={errors[name]}
    isRequired={false}
  >
    {(attributes) => (
      <select {...attributes}>
        <option value="">Not stated</option>
        {NAME_KINDS.map((kind) => (
          <option key={kind} value={kind} selected={kind === entries[name]}>
            {KIND_WORDS[kind]}
          </option>
        ))}
      </select>
    )}
  </Field>
)

export const IssueHolder = (props: IssueHolderProps) => {
  const { entries, errors } = props
  const isUsed = HOLDER_FIELDS.some((name) => entries[name] || errors[name])
  return (
    <details open={isUsed}>
      <summary>More names of the holder, and their key</summary>
      <p>
        Give the name in every script in which papers show it: readers then find that it is the same
        person.
      </p>
      <Text {...props} name={FIRST_LANG} help="A tag such as en, ar or zh-Latn." maxLength={35} />
      {FURTHER_NAMES.map((name) => (
        <fieldset key={name}>
          <legend>{HOLDER_LABELS.get(name)}</legend>
          <Text {...props} name={name} maxLength={200} />
          <Text {...props} name={langOf(name)} maxLength={35} />
          <Kind {...props} name={kindOf(name)} />
        </fieldset>
      ))}
      <Field
        name={HOLDER_KEY}
        label={HOLDER_LABELS.get(HOLDER_KEY) ?? ''}
        help="A public key as JWK, for dc+sd-jwt: its holder proves with it that the credential is theirs."
        error={errors[HOLDER_KEY]}
        isRequired={false}
      >
        {(attributes) => (
          <textarea {...attributes} rows={3} maxLength={2000} spellcheck={false}>
            {entries[HOLDER_KEY]}
          </textarea>
        )}
      </Field>
    </details>
  )
}
