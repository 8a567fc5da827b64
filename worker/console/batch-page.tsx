// `/console/batches/{id}`: one table in whatever state it is, and what can be done with it. Pure.
import type { CredentialType } from '../../shared/credential-types/credential-type.ts'
import { BatchEnding } from './batch-ending.tsx'
import { BatchFacts, type NamedBatch } from './batch-facts.tsx'
import { Findings, type FindingsProps } from './batch-findings.tsx'
import { BatchMending, type MendingFindings } from './batch-mending.tsx'
import { BatchProgress } from './batch-progress.tsx'
import { BatchResults, type SignedLine } from './batch-results.tsx'
import { BatchSample, type BatchSampleProps } from './batch-sample.tsx'
import { BatchStart, type StartStep } from './batch-start.tsx'
import { counted, HEADLINES } from './batch-words.ts'
import { ConsoleFrame, type SignedIn } from './console-frame.tsx'
import { type RefusalEntry, RefusalForm } from './decision-form.tsx'

/** What there is to see of a table besides its counts, by the state in which it is. */
export interface BatchView {
  readonly findings?: MendingFindings
  /** What should be known of rows that are not bad; they forbid nothing. */
  readonly warnings?: FindingsProps | undefined
  /** For those who may read what the rows say. */
  readonly sample?: BatchSampleProps | undefined
  readonly results?: {
    readonly lines: readonly SignedLine[]
    readonly after: number
    readonly next: number | undefined
  }
}

export interface BatchPageProps extends SignedIn {
  readonly batch: NamedBatch
  readonly type: CredentialType
  readonly view: BatchView
  /** Whether this reader may upload, start and fetch. */
  readonly mayIssue: boolean
  readonly step: StartStep | undefined
  readonly isUnconfirmed?: boolean
  readonly entry?: RefusalEntry
  readonly errors?: Readonly<Record<string, string>>
  /** What an approver wrote who refused it. */
  readonly note?: string | undefined
  readonly notice?: string | undefined
  readonly refusal?: string | undefined
}

export const BatchPage = (props: BatchPageProps) => {
  const { issuer, operator, batch, type, view, mayIssue, step, notice, refusal } = props
  return (
    <ConsoleFrame
      title={`Table: ${type.title}`}
      path="/console/batches"
      issuer={issuer}
      operator={operator}
      script="live.js"
    >
      <h1>
        {type.title}: {counted(batch.rows, 'row')}
      </h1>
      {notice === undefined ? null : (
        <p role="status" class="notice">
          {notice}
        </p>
      )}
      {refusal === undefined ? null : (
        <p role="alert" class="advice">
          {refusal}
        </p>
      )}
      <p role="status" data-live="headline" class="headline">
        {HEADLINES[batch.state](batch)}
      </p>
      <div data-live="batch">
        {batch.state === 'running' ? <BatchProgress {...batch} /> : null}
        <BatchFacts batch={batch} note={props.note} />
        {view.findings === undefined ? null : (
          <BatchMending batch={batch} type={type} mayIssue={mayIssue} findings={view.findings} />
        )}
        {view.warnings === undefined ? null : (
          <section aria-labelledby="warnings-heading">
            <h2 id="warnings-heading">Look at these again</h2>
            <p>They can be signed as they are; please make sure that they are meant.</p>
            <Findings {...view.warnings} />
          </section>
        )}
        {view.sample === undefined ? null : <BatchSample {...view.sample} />}
        {step === undefined ? null : (
          <BatchStart
            batch={batch}
            type={type}
            step={step}
            isUnconfirmed={props.isUnconfirmed ?? false}
          />
        )}
        {step === 'approve' && batch.state === 'proposed' ? (
          <RefusalForm
            action={`/console/batches/${batch.id}/refusal`}
            entry={props.entry ?? { reasonCode: '', note: '' }}
            errors={props.errors ?? {}}
          />
        ) : null}
        {view.results === undefined ? null : (
          <BatchResults slug={issuer.slug} batch={batch} mayFetch={mayIssue} {...view.results} />
        )}
        {batch.startedAt !== null && batch.badRows > 0 ? (
          <p>
            <a href={`/console/batches/${batch.id}/errors.csv`}>
              Download which rows were left out, and why (CSV)
            </a>
          </p>
        ) : null}
        {mayIssue ? <BatchEnding batch={batch} /> : null}
      </div>
      <p>
        <a href="/console/batches">All tables</a>
      </p>
    </ConsoleFrame>
  )
}
