// What the issuer's lists say of a credential: each question with its answer, and messages in the issuer's words. Pure.
import type { Evidence, StatusEntryReport } from '../verification-result.ts'
import type { Wording } from './wording/index.ts'

interface StatusEntriesProps {
  readonly entries: Evidence['statusEntries']
  /** Texts of the issuer's, in its language. */
  readonly messages: readonly string[]
  readonly wording: Wording
  readonly heading: 'h3' | 'h4'
}

/** The questions ask for bad news, so what passed is answered with no. */
function answerOf({ outcome, value = 0 }: StatusEntryReport, { outcomes }: Wording): string {
  if (outcome === 'unknown') return outcomes.unknown
  return outcome === 'fail' || value !== 0 ? outcomes.pass : outcomes.fail
}

/** The entries in their order, then the messages; nothing where there are none. */
export function StatusEntries({
  entries,
  heading: Heading,
  messages,
  wording,
}: StatusEntriesProps) {
  const { panel } = wording
  return (
    <>
      {entries.length === 0 ? null : (
        <section class="verdict-status">
          <Heading>{panel.statusEntries}</Heading>
          <ul>
            {entries.map((entry, place) => (
              <li key={place} data-outcome={entry.outcome}>
                {entry.purpose === undefined
                  ? panel.otherStatusPurpose
                  : panel.statusPurposes[entry.purpose]}{' '}
                <em>{answerOf(entry, wording)}</em>
                {entry.code === undefined ? null : <p>{wording.reasons[entry.code]}</p>}
              </li>
            ))}
          </ul>
        </section>
      )}
      {messages.length === 0 ? null : (
        <section class="verdict-messages">
          <Heading>{panel.statusMessages}</Heading>
          <ul>
            {messages.map((message, place) => (
              <li key={place}>
                <bdi>{message}</bdi>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
