// Who looked at a share. Pure.
import type { SharePurpose } from '../../../shared/share/share-purposes.ts'
import type { Wording } from '../../../shared/ui/wording/wording.ts'
import { PURPOSES } from '../sharing/words.ts'

export interface Look {
  readonly number: number
  readonly at: string
  readonly purpose?: SharePurpose
  readonly organisation?: string
  readonly country?: string
}

interface LookTableProps {
  readonly looks: readonly Look[]
  readonly wording: Wording
}

export const LookTable = ({ looks, wording }: LookTableProps) =>
  looks.length === 0 ? (
    <p>Nobody has looked yet.</p>
  ) : (
    <section class="scrolling" aria-label="Who looked" tabIndex={0}>
      <table>
        <caption>Who looked</caption>
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">For whom, as they said</th>
            <th scope="col">What for</th>
            <th scope="col">Country</th>
          </tr>
        </thead>
        <tbody>
          {looks.map(({ number, at, purpose, organisation, country }) => (
            <tr key={number}>
              <td>{wording.time(at)}</td>
              <td>
                <bdi>{organisation ?? 'Not asked'}</bdi>
              </td>
              <td>{purpose ? PURPOSES[purpose] : 'Not asked'}</td>
              <td>{country ?? 'Unknown'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
