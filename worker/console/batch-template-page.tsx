// `/console/batches/new/{kind}`: the template to fill in, what belongs into its columns, and the form by which it comes back. Pure.
import type { CredentialType } from '../../shared/credential-types/credential-type.ts'
import { type ExplainedColumn, explainColumns } from './batch-columns.ts'
import { ConsoleFrame, type SignedIn } from './console-frame.tsx'
import { UploadForm } from './upload-form.tsx'

interface BatchTemplatePageProps extends SignedIn {
  readonly type: CredentialType
  readonly format?: string
  readonly handover?: string
  /** What is wrong with the file that was sent. */
  readonly error?: string
}

const ColumnRow = ({ name, label, isRequired, explanation, example }: ExplainedColumn) => (
  <div>
    <dt>
      <code>{name}</code> {label}
      {isRequired ? <strong> needed</strong> : <span class="optional"> (optional)</span>}
    </dt>
    <dd>
      {explanation}
      {example === '' ? null : (
        <>
          {' '}
          <span class="example">
            Example: <q>{example}</q>
          </span>
        </>
      )}
    </dd>
  </div>
)

export const BatchTemplatePage = ({
  issuer,
  operator,
  type,
  format,
  handover,
  error,
}: BatchTemplatePageProps) => {
  const template = `/v1/issuers/${issuer.slug}/batches/template?kind=${type.kind}`
  return (
    <ConsoleFrame
      title={`Table: ${type.title}`}
      path="/console/batches"
      issuer={issuer}
      operator={operator}
    >
      <h1>Table: {type.title}</h1>
      <p>{type.description}</p>
      {error === undefined ? null : (
        <p role="alert" class="advice">
          <strong>The file was not taken:</strong> {error}
        </p>
      )}
      <section aria-labelledby="template-heading">
        <h2 id="template-heading">1. Fill in the template</h2>
        <p>
          It opens in every spreadsheet program. Its second row is an example: replace it. A table
          of your own does as well, if its first row has names of columns; you say next which is
          which.
        </p>
        <div class="choices">
          <a href={`${template}&as=xlsx`} class="go">
            Download the template (Excel)
          </a>
          <a href={`${template}&as=csv`}>Or as CSV</a>
        </div>
        <details>
          <summary>What belongs into each column</summary>
          <dl class="facts columns">
            {explainColumns(type).map((column) => (
              <ColumnRow key={column.name} {...column} />
            ))}
          </dl>
        </details>
      </section>
      <section aria-labelledby="upload-heading">
        <h2 id="upload-heading">2. Upload it</h2>
        <p>Nothing is signed yet: every row is checked first.</p>
        <UploadForm type={type} format={format} handover={handover} error={error} button="Upload" />
      </section>
    </ConsoleFrame>
  )
}
