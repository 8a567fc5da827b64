// Who looked at a share. Pure.
import type { SharePurpose } from '../../../shared/share/share-purposes.ts'
import type { Wording } from '../../../shared/ui/wording/wording.ts'
import { PURPOSES } from '../sharing/words.ts'

export interface Look {
  readonly number: number
  /** RFC 3339, UTC. */
  readonly at: string
  readonly purpose?: SharePurpose
  readonly organisation?: string
  /** ISO 3166-1 alpha-2. */
  readonly country?: string
}

interface LookListProps {
  readonly looks: readonly Look[]
  readonly wording: Wording
}

export const LookList = ({ looks, wording }: LookListProps) =>
  looks.length === 0 ? (
    <p>Nobody has looked yet.</p>
  ) : (
    <>
      <h4>Who looked</h4>
      <ol>
        {looks.map((look) => (
          <li key={look.number} value={look.number}>
            {wording.time(look.at)}
            {look.organisation === undefined ? null : (
              <>
                , for <bdi>{look.organisation}</bdi> as they said
              </>
            )}
            {look.purpose === undefined ? null : `, ${PURPOSES[look.purpose].toLowerCase()}`}
            {look.country === undefined ? null : `, from ${look.country}`}
          </li>
        ))}
      </ol>
    </>
  )
