// The part of `/registry` on issuers that closed and awards that are in doubt. Pure.
import { formatDateTime } from '../../shared/encoding/time.ts'
import type { Taint } from '../../shared/trust/remark.ts'
import type { RemarkedEntry } from '../issuing/remarked.ts'

const day = (seconds: number): string => formatDateTime(seconds).slice(0, 10)

const limitsOf = ({ achievementTypes, fieldsOfStudy, programmes }: Taint): string =>
  [programmes, fieldsOfStudy, achievementTypes]
    .flatMap((limit) => (limit ? limit.join(', ') : []))
    .join('; ')

/** Without the names of whom it is about and who says it. */
export function remarkInWords({ keeper, remark }: RemarkedEntry): string {
  if (remark.kind === 'succession') {
    const kept = keeper === undefined ? '' : `; its records are kept by ${keeper}`
    return `Closed on ${day(remark.closedSeconds)}${kept}`
  }
  const limits = limitsOf(remark)
  const from = day(remark.awardedFromSeconds)
  const until = day(remark.awardedUntilSeconds)
  return `Awards from ${from} to before ${until} are ${
    remark.isUnderReview ? 'under review' : 'in doubt'
  }${limits === '' ? '' : `: ${limits}`}`
}

/** Nothing where nothing was said. */
export const RemarkList = ({ remarked }: { readonly remarked: readonly RemarkedEntry[] }) =>
  remarked.length === 0 ? null : (
    <section aria-labelledby="remarks-heading">
      <h2 id="remarks-heading">Closed issuers and awards in doubt</h2>
      <ul>
        {remarked.map((entry) => (
          <li key={entry.remark.id}>
            <strong>{entry.subject}</strong>: {remarkInWords(entry)}, says {entry.speaker}.
          </li>
        ))}
      </ul>
    </section>
  )
