// What a verdict rests on: who vouches for the issuer, what its lists say, and when they were read. Pure.
import type { Evidence } from '../verification-result.ts'
import { StatusEntries } from './status-entries.tsx'
import type { Wording } from './wording/index.ts'

interface EvidenceListProps {
  readonly evidence: Evidence
  /** What the issuer attached to the status. */
  readonly messages?: readonly string[] | undefined
  readonly wording: Wording
  readonly heading: 'h3' | 'h4'
}

/** The host of a URL that was fetched; the whole of it where it does not parse. */
function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url
}

/** The accreditation chain in words, from the anchor down to the issuer; what the status lists say; when they were read. */
export function EvidenceList({
  evidence,
  heading: Heading,
  messages = [],
  wording,
}: EvidenceListProps) {
  const { panel } = wording
  const { statusLists, trustChain } = evidence
  return (
    <>
      {trustChain.length === 0 ? null : (
        <section class="verdict-chain">
          <Heading>{panel.chain}</Heading>
          <ol>
            {trustChain.toReversed().map((link) => (
              <li key={link.accreditationId}>
                {panel.chainLink(link.accreditor.name, link.subject.name)}
                {link.validUntil && ` ${panel.chainLinkUntil(wording.date(link.validUntil))}`}
              </li>
            ))}
          </ol>
        </section>
      )}
      <StatusEntries
        entries={evidence.statusEntries}
        messages={messages}
        wording={wording}
        heading={Heading}
      />
      {statusLists.length === 0 ? null : (
        <section class="verdict-lists">
          <Heading>{panel.statusLists}</Heading>
          <ul>
            {statusLists.map(({ fetchedAt, url }) => (
              <li key={url}>{panel.statusListRead(hostOf(url), wording.time(fetchedAt))}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
