// The form by which a table goes up. Pure.

import type { CredentialType } from '../../shared/credential-types/credential-type.ts'
import { formatsOf } from '../../shared/credential-types/formats.ts'
import { BATCH_FILE_MAX_BYTES, BATCH_ROWS_MAX_COUNT } from '../../shared/limits.ts'
import { inDigits } from './batch-words.ts'
import { Field } from './field.tsx'
import { HandoverField } from './handover-field.tsx'
import { FORMAT_WORDS } from './words.ts'

interface UploadFormProps {
  readonly type: CredentialType
  readonly format?: string | undefined
  /** How each credential reaches its holder, as it was chosen. */
  readonly handover?: string | undefined
  /** The upload whose columns are those of this one, too. */
  readonly like?: string | undefined
  /** What is wrong with the file that was sent. */
  readonly error?: string | undefined
  readonly button: string
}

export const UploadForm = ({ type, format, handover, like, error, button }: UploadFormProps) => (
  <form method="post" action="/console/batches/uploads" enctype="multipart/form-data">
    <input type="hidden" name="kind" value={type.kind} />
    {like === undefined ? null : <input type="hidden" name="like" value={like} />}
    <Field
      name="file"
      label="The table"
      error={error}
      help={`An Excel workbook (.xlsx) or CSV in UTF-8, with at most ${inDigits(BATCH_ROWS_MAX_COUNT)} rows and ${BATCH_FILE_MAX_BYTES / 1_048_576} MB. It is kept encrypted, and only for as long as it takes.`}
    >
      {(attributes) => <input {...attributes} type="file" accept=".xlsx,.csv,text/csv" />}
    </Field>
    {like === undefined ? (
      <>
        <Field name="format" label="Format">
          {(attributes) => (
            <select {...attributes}>
              {formatsOf(type).map((known) => (
                <option key={known} value={known} selected={known === format}>
                  {FORMAT_WORDS[known]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <HandoverField chosen={handover} />
      </>
    ) : (
      <>
        <input type="hidden" name="format" value={format} />
        <input type="hidden" name="handover" value={handover ?? 'now'} />
      </>
    )}
    <button type="submit">{button}</button>
  </form>
)
