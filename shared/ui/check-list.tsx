// Every check with its question, its outcome and, where it did not pass, the reason. Pure.
import type { CheckResult } from '../verdict.ts'
import { problemText } from './findings.ts'
import type { Wording } from './wording/index.ts'

/** The checks that were never reached say so once, together: what stopped them is one and the same. */
const stoppedBy = (checks: readonly CheckResult[]) =>
  checks.flatMap((result) => ('because' in result ? [result.because] : []))[0]

interface CheckListProps {
  readonly checks: readonly CheckResult[]
  readonly wording: Wording
  readonly heading: 'h3' | 'h4'
}

/** The checks in their order. Those that do not apply are listed too: an absence must never read as a pass. */
export function CheckList({ checks, heading: Heading, wording }: CheckListProps) {
  const stopper = stoppedBy(checks)
  return (
    <section class="verdict-checks">
      <Heading>{wording.panel.checks}</Heading>
      <ul>
        {checks.map((result) => {
          const { name, question } = wording.checks[result.check]
          return (
            <li key={result.check} data-check={result.check} data-outcome={result.outcome}>
              <strong>{name}</strong> <span>{question}</span>{' '}
              <em>{wording.outcomes[result.outcome]}</em>
              {'problem' in result ? <p>{problemText(result.problem, wording)}</p> : null}
            </li>
          )
        })}
      </ul>
      {stopper === undefined ? null : (
        <p>{wording.panel.becauseOf(wording.checks[stopper].name)}</p>
      )}
    </section>
  )
}
