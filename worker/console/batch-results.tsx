// What a table has brought: downloads, and a link to each credential. Pure.
import type { Batch } from '../storage/batch-states.ts'
import { counted } from './batch-words.ts'

export interface SignedLine {
  readonly line: number
  /** The UUID of the credential. */
  readonly credentialId: string
  /** Absent for those who must not read it. */
  readonly holder?: string | undefined
}

interface BatchResultsProps {
  readonly slug: string
  readonly batch: Batch
  /** Whether this reader fetches credentials. */
  readonly mayFetch: boolean
  readonly lines: readonly SignedLine[]
  /** The line after which this page begins. */
  readonly after: number
  /** The line after which the next one begins, absent on the last. */
  readonly next: number | undefined
}

const Downloads = ({ slug, batch }: Pick<BatchResultsProps, 'slug' | 'batch'>) => {
  const path = `/v1/issuers/${slug}/batches/${batch.id}`
  if (batch.offersClaims === 1) {
    return (
      <>
        <div class="choices">
          <a href={`${path}/results.csv`} class="go">
            Download {counted(batch.signed, 'claim link')} (CSV)
          </a>
        </div>
        <p>
          Send each holder the link, and the transaction code by another way. Links are good once,
          for 30 days.
        </p>
      </>
    )
  }
  return (
    <>
      <div class="choices">
        <a href={`${path}/results.zip`} class="go">
          Download {counted(batch.signed, 'credential')} (zip)
        </a>
        <a href={`${path}/results.csv`}>Download their identifiers by line (CSV)</a>
      </div>
      <p>
        Hand each to its holder. They are kept here for 30 days, encrypted, and then only their
        states.
      </p>
    </>
  )
}

export const BatchResults = ({ slug, batch, mayFetch, lines, after, next }: BatchResultsProps) => (
  <section aria-labelledby="results-heading" id="results">
    <h2 id="results-heading">The credentials</h2>
    {mayFetch ? <Downloads slug={slug} batch={batch} /> : null}
    <table class="findings">
      <thead>
        <tr>
          <th scope="col">Line</th>
          {mayFetch ? <th scope="col">Holder</th> : null}
          <th scope="col">Credential</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ line, credentialId, holder }) => (
          <tr key={line}>
            <th scope="row">{line}</th>
            {mayFetch ? (
              <td>
                <bdi>{holder}</bdi>
              </td>
            ) : null}
            <td>
              <a href={`/console/credentials/${credentialId}`}>
                <code>{credentialId}</code>
              </a>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
    {after > 0 || next !== undefined ? (
      <nav aria-label="Pages" class="pages">
        {after > 0 ? <a href={`/console/batches/${batch.id}#results`}>First lines</a> : null}
        {next === undefined ? null : (
          <a href={`/console/batches/${batch.id}?after=${next}#results`}>Next lines</a>
        )}
      </nav>
    ) : null}
  </section>
)
