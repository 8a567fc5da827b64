// `/console/batches/uploads/{id}`: which column of the file is which. Pure.
import type { CredentialType } from '../../shared/credential-types/credential-type.ts'
import { type ExplainedColumn, explainColumns } from './batch-columns.ts'
import { ConsoleFrame, type SignedIn } from './console-frame.tsx'
import { Field, FormErrors } from './field.tsx'

/** A column of the file. */
export interface FileColumn {
  readonly name: string
  /** What stands first in it. */
  readonly sample: string
}

export interface BatchMappingProps extends SignedIn {
  readonly type: CredentialType
  /** The id of the upload. */
  readonly id: string
  readonly fileColumns: readonly FileColumn[]
  /** From the template's names to the file's. */
  readonly choices: Readonly<Record<string, string>>
  /** By the template's names. */
  readonly errors?: Readonly<Record<string, string>>
  /** What is wrong with the file as a whole. */
  readonly note?: string | undefined
}

const SAMPLE_CHARS = 30

const optionText = ({ name, sample }: FileColumn): string => {
  const characters = Array.from(sample)
  const cut =
    characters.length > SAMPLE_CHARS ? `${characters.slice(0, SAMPLE_CHARS).join('')}…` : sample
  return cut === '' ? name : `${name} (${cut})`
}

const Choice = ({
  column: { name, label, isRequired, explanation },
  fileColumns,
  chosen,
  error,
}: {
  readonly column: ExplainedColumn
  readonly fileColumns: readonly FileColumn[]
  readonly chosen: string | undefined
  readonly error: string | undefined
}) => (
  <Field
    name={`column-${name}`}
    label={label}
    help={explanation === '' ? undefined : explanation}
    error={error}
    isRequired={isRequired}
  >
    {(attributes) => (
      <select {...attributes}>
        <option value="">{isRequired ? 'Choose a column' : 'Not in my file'}</option>
        {fileColumns.map((column) => (
          <option key={column.name} value={column.name} selected={column.name === chosen}>
            {optionText(column)}
          </option>
        ))}
      </select>
    )}
  </Field>
)

const Unused = ({ names }: { readonly names: readonly string[] }) =>
  names.length === 0 ? null : (
    <p>
      Not chosen so far, and left out if it stays so:{' '}
      {names.map((name, at) => (
        <span key={name}>
          {at === 0 ? null : ', '}
          <bdi>
            <q>{name}</q>
          </bdi>
        </span>
      ))}
      .
    </p>
  )

export const BatchMapping = (props: BatchMappingProps) => {
  const { issuer, operator, type, id, fileColumns, choices, errors = {}, note } = props
  const columns = explainColumns(type)
  const chosen = new Set(Object.values(choices))
  const choiceOf = (column: ExplainedColumn) => (
    <Choice
      key={column.name}
      column={column}
      fileColumns={fileColumns}
      chosen={choices[column.name]}
      error={errors[column.name]}
    />
  )
  const isShown = ({ name, isRequired }: ExplainedColumn) =>
    isRequired || choices[name] !== undefined || errors[name] !== undefined
  const others = columns.filter((column) => !isShown(column))
  return (
    <ConsoleFrame title="Columns" path="/console/batches" issuer={issuer} operator={operator}>
      <h1>Which column is which?</h1>
      <p>
        {type.title}: for each part of the credential, the column of your file in which it stands.
        What your file calls alike is chosen already.
      </p>
      <form method="post" action={`/console/batches/uploads/${id}`}>
        <FormErrors
          errors={columns
            .filter(({ name }) => errors[name] !== undefined)
            .map(({ name, label }) => ({ name: `column-${name}`, label }))}
          note={note}
        />
        {columns.filter(isShown).map(choiceOf)}
        {others.length === 0 ? null : (
          <details>
            <summary>What else a credential may say ({others.length})</summary>
            {others.map(choiceOf)}
          </details>
        )}
        <Unused names={fileColumns.map(({ name }) => name).filter((name) => !chosen.has(name))} />
        <p>Nothing is signed by this. What is wrong with a row is told row by row.</p>
        <div class="choices">
          <button type="submit" name="step" value="check">
            Check every row
          </button>
          <button type="submit" name="step" value="try" class="secondary outline">
            Only try: keep nothing
          </button>
        </div>
      </form>
      <p>
        <a href={`/console/batches/new/${type.kind}`}>Take another file</a>
      </p>
    </ConsoleFrame>
  )
}
