// Every check with its question, its outcome and, where it did not pass, the reason. Pure.
import type { CheckResult } from '../verdict.ts'
import type { Wording } from './wording/index.ts'

const because = (result: CheckResult, wording: Wording): string | null => {
  if ('problem' in result) return wording.reasons[result.problem.code]
  if ('because' in result) return wording.panel.becauseOf(wording.checks[result.because].name)
  return null
}

interface CheckListProps {
  readonly checks: readonly CheckResult[]
  readonly wording: Wording
  readonly heading: 'h3' | 'h4'
}

/** The checks in their order. Those that do not apply are listed too: an absence must never read as a pass. */
export function CheckList({ checks, heading: Heading, wording }: CheckListProps) {
  return (
    <section class="verdict-checks">
      <Heading>{wording.panel.checks}</Heading>
      <ul>
        {checks.map((result) => {
          const { name, question } = wording.checks[result.check]
          const reason = because(result, wording)
          return (
            <li key={result.check} data-check={result.check} data-outcome={result.outcome}>
              <strong>{name}</strong> <span>{question}</span>{' '}
              <em>{wording.outcomes[result.outcome]}</em>
              {reason === null ? null : <p>{reason}</p>}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
