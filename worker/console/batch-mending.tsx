// A table with bad rows: what is wrong with them, and how it is sent again. Pure.
import type { CredentialType } from '../../shared/credential-types/credential-type.ts'
import type { Batch } from '../storage/batch-states.ts'
import { Findings, type FindingsProps } from './batch-findings.tsx'
import { CLAIM } from './issue-order.ts'
import { UploadForm } from './upload-form.tsx'

export interface MendingFindings extends FindingsProps {
  /** The upload that it came from, as long as it is known. */
  readonly upload?: string | undefined
  /** The line after which the next page begins. */
  readonly next: number | undefined
}

interface BatchMendingProps {
  readonly batch: Batch
  readonly type: CredentialType
  /** Whether this reader uploads tables. */
  readonly mayIssue: boolean
  readonly findings: MendingFindings
}

export const BatchMending = ({ batch, type, mayIssue, findings }: BatchMendingProps) => {
  const { next, upload, ...found } = findings
  const path = `/console/batches/${batch.id}`
  const known = upload === undefined ? '' : `&upload=${upload}`
  return (
    <>
      <section aria-labelledby="findings-heading">
        <h2 id="findings-heading">What is wrong</h2>
        <p>
          <a href={`${path}/errors.csv`}>Download this list (CSV)</a>
        </p>
        <Findings {...found} />
        {next === undefined ? null : (
          <nav aria-label="Pages" class="pages">
            <a href={`${path}?after=${next}${known}`}>Further lines</a>
          </nav>
        )}
      </section>
      {mayIssue ? (
        <section aria-labelledby="mended-heading">
          <h2 id="mended-heading">Check again</h2>
          <p>Mend these rows in your file, save it, and upload the whole file again.</p>
          <UploadForm
            type={type}
            format={batch.format}
            handover={batch.offersClaims === 1 ? CLAIM : 'now'}
            like={upload ?? ''}
            button="Check the mended table"
          />
          {upload === undefined ? null : (
            <p>
              Or are all rows wrong in the same way?{' '}
              <a href={`/console/batches/uploads/${upload}`}>Choose other columns</a>
            </p>
          )}
        </section>
      ) : null}
    </>
  )
}
