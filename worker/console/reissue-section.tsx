// On the page of a compromised key: how what it signed is issued anew, and the old ones ended. Pure.
import type { KindToReissue } from '../storage/reissues.ts'
import { fragmentOf, keyPath } from './key-words.ts'
import { kindInWords } from './words.ts'

interface ReissueSectionProps {
  readonly slug: string
  readonly kid: string
  /** What is neither revoked nor replaced. */
  readonly kinds: readonly KindToReissue[]
  /** Kinds that tables can issue. */
  readonly tableKinds: ReadonlySet<string>
  readonly mayEnd: boolean
}

const tableUrl = (slug: string, kid: string, kind: string) =>
  `/v1/issuers/${slug}/keys/${encodeURIComponent(fragmentOf(kid))}/reissue?kind=${kind}`

export const ReissueSection = ({ slug, kid, kinds, tableKinds, mayEnd }: ReissueSectionProps) => (
  <section aria-labelledby="reissue-heading">
    <h2 id="reissue-heading">Issue anew what it signed</h2>
    {kinds.length === 0 ? (
      <p>Nothing is left: all that it signed is revoked.</p>
    ) : (
      <>
        <p>
          What a credential says is kept nowhere here. Download a table for each kind, fill in the
          rows from your own records, and upload it as a batch: the column <code>key</code> ties
          each row to the credential that it replaces, and no row is issued twice.
        </p>
        <ul class="rows">
          {kinds.map(({ kind, count }) => (
            <li key={kind}>
              <span>
                {kindInWords(kind)}: {count}
              </span>
              {tableKinds.has(kind) ? (
                <a href={tableUrl(slug, kid, kind)}>Table to fill in: {kindInWords(kind)}</a>
              ) : (
                <span>Issue these one by one, and revoke the old ones as reissued.</span>
              )}
            </li>
          ))}
        </ul>
      </>
    )}
    {mayEnd && kinds.length > 0 ? (
      <form method="post" action={`${keyPath(kid)}/reissued`}>
        <p>
          Once a batch is done, end what it replaced: up to a hundred at a time are revoked, with
          the reason that their holders have others.
        </p>
        <button type="submit" class="secondary">
          Revoke what was issued anew
        </button>
      </form>
    ) : null}
  </section>
)
