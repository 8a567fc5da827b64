// What a table would bring: one credential as its holder will see it, and a few rows from all over the file. Pure.
import { CredentialFacts } from '../../shared/ui/credential-facts.tsx'
import { WORDINGS } from '../../shared/ui/wording/index.ts'
import type { CredentialSummary } from '../../shared/verification-result.ts'

export interface SampledRow {
  readonly line: number
  readonly summary: CredentialSummary
}

export interface BatchSampleProps {
  readonly id: string
  readonly title: string
  readonly shown: SampledRow
  /** Whether it stands first. */
  readonly isFirst: boolean
  /** Spread evenly over the file. */
  readonly others: readonly SampledRow[]
  /** Whether the first row is still the one that the template brings. */
  readonly isExample: boolean
}

export const BatchSample = (props: BatchSampleProps) => {
  const { id, title, shown, isFirst, others, isExample } = props
  const { summary, line } = shown
  return (
    <section aria-labelledby="sample-heading" id="sample">
      <h2 id="sample-heading">
        {isFirst ? 'The first one' : `The one of line ${line}`}, as its holder will see it
      </h2>
      {isExample ? (
        <p role="alert" class="advice">
          <strong>The first row is still the example of the template.</strong> Delete it and upload
          the table again, unless it is meant.
        </p>
      ) : null}
      <article class="verdict-panel preview">
        <p class="verdict-kind">{title}</p>
        <h3>
          <bdi>{summary.name}</bdi>
        </h3>
        <CredentialFacts credential={summary} isIssuerVouchedFor={true} wording={WORDINGS.en} />
      </article>
      <h3>Rows from all over the file</h3>
      <ul class="rows narrow">
        {others.map((row) => (
          <li key={row.line}>
            <a href={`/console/batches/${id}?line=${row.line}#sample`}>Line {row.line}</a>
            <bdi>{row.summary.subject.name}</bdi>
          </li>
        ))}
      </ul>
      <form method="get" action={`/console/batches/${id}#sample`} class="filters">
        <label>
          Line of the file
          <input type="number" name="line" min={2} value={line} required={true} />
        </label>
        <button type="submit" class="secondary">
          See it
        </button>
      </form>
    </section>
  )
}
