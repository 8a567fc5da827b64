// `/console/batches/{id}`: one table in whatever state it is, and what can be done with it. Pure.
import type { CredentialType } from '../../shared/credential-types/credential-type.ts'
import type { LineFaults } from '../storage/batch-findings.ts'
import { Findings } from './batch-findings.tsx'
import type { ListedBatch } from './batch-list.tsx'
import { BatchProgress } from './batch-progress.tsx'
import { BatchResults, type SignedLine } from './batch-results.tsx'
import { BatchSample, type BatchSampleProps } from './batch-sample.tsx'
import { BatchStart, type StartStep } from './batch-start.tsx'
import { BATCH_STATE_WORDS, counted, inDigits } from './batch-words.ts'
import { ConsoleFrame, type SignedIn } from './console-frame.tsx'
import { Moment } from './moment.tsx'
import { UploadForm } from './upload-form.tsx'

/** What there is to see of a table besides its counts, by the state in which it is. */
export interface BatchView {
  readonly findings?: {
    readonly errors: readonly LineFaults[]
    readonly labels: ReadonlyMap<string, string>
    /** What the file calls the columns, from the template's names; absent where the upload is forgotten. */
    readonly fileNames?: Readonly<Record<string, string>> | undefined
    /** The upload that it came from, as long as it is known. */
    readonly upload?: string | undefined
    /** The line after which the next page begins. */
    readonly next: number | undefined
  }
  /** For those who may read what the rows say. */
  readonly sample?: BatchSampleProps | undefined
  readonly results?: {
    readonly lines: readonly SignedLine[]
    readonly after: number
    readonly next: number | undefined
  }
}

export interface BatchPageProps extends SignedIn {
  readonly batch: ListedBatch
  readonly type: CredentialType
  readonly view: BatchView
  /** Whether this reader may upload, start and fetch. */
  readonly mayIssue: boolean
  readonly step: StartStep | undefined
  readonly isUnconfirmed?: boolean
  readonly notice?: string | undefined
  readonly refusal?: string | undefined
}

const Facts = ({ batch }: Pick<BatchPageProps, 'batch'>) => (
  <dl class="facts">
    <div>
      <dt>State</dt>
      <dd>
        <strong>{BATCH_STATE_WORDS[batch.state]}</strong>
      </dd>
    </div>
    <div>
      <dt>Uploaded by</dt>
      <dd>
        <bdi>{batch.uploader}</bdi>, <Moment seconds={batch.createdAt} />
      </dd>
    </div>
    {batch.startedAt === null ? null : (
      <div>
        <dt>Let be signed by</dt>
        <dd>
          <bdi>{batch.starter}</bdi>, <Moment seconds={batch.startedAt} />
        </dd>
      </div>
    )}
    {batch.ender === undefined ? null : (
      <div>
        <dt>Ended by</dt>
        <dd>
          <bdi>{batch.ender}</bdi>
        </dd>
      </div>
    )}
  </dl>
)

const Mending = ({
  batch,
  type,
  mayIssue,
  findings,
}: Pick<BatchPageProps, 'batch' | 'type' | 'mayIssue'> & {
  readonly findings: NonNullable<BatchView['findings']>
}) => {
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

const HEADLINES: Partial<Readonly<Record<ListedBatch['state'], (batch: ListedBatch) => string>>> = {
  receiving: () => 'The table was not read to its end. Upload it again.',
  invalid: ({ rows, badRows }) =>
    `${counted(badRows, 'row')} of ${rows} must be mended first. Nothing was signed.`,
  ready: ({ rows }) => `Every row is good, ${inDigits(rows)} in all. Nothing is signed yet.`,
  proposed: ({ rows }) =>
    `Proposed: ${counted(rows, 'credential')}. An approver decides; nothing is signed yet.`,
  running: () => 'The rows are being signed.',
  awaiting_signature: ({ rows, signed }) =>
    `Approved: ${counted(rows, 'credential')}, of which ${inDigits(signed)} are signed. The rest waits for your own keys.`,
  refused: () => 'Refused: nothing was signed, and nothing will be.',
  cancelled: () => 'Cancelled: nothing was signed, and nothing will be.',
  stopped: ({ rows, signed }) =>
    `Stopped: ${inDigits(signed)} of ${counted(rows, 'row')} were signed, the rest will not be.`,
  done: ({ signed }) => `Signed: ${counted(signed, 'credential')}, none left out.`,
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
        {HEADLINES[batch.state]?.(batch)}
      </p>
      <div data-live="batch">
        {batch.state === 'running' ? <BatchProgress {...batch} /> : null}
        <Facts batch={batch} />
        {view.findings === undefined ? null : (
          <Mending batch={batch} type={type} mayIssue={mayIssue} findings={view.findings} />
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
        {view.results === undefined ? null : (
          <BatchResults slug={issuer.slug} batch={batch} mayFetch={mayIssue} {...view.results} />
        )}
      </div>
      <p>
        <a href="/console/batches">All tables</a>
      </p>
    </ConsoleFrame>
  )
}
