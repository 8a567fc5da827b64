// The credentials of a holder, each with its verdict of now. Uses Preact.
import { credentialName } from '../../../shared/ui/credential-name.ts'
import { VerdictPanel } from '../../../shared/ui/verdict-panel.tsx'
import type { Wording } from '../../../shared/ui/wording/wording.ts'
import { downloadText } from './download.ts'
import { freshCopy } from './fresh-copy.ts'
import type { Card } from './holdings.ts'
import type { HeldCredential } from './vault.ts'

interface CardListProps {
  readonly cards: readonly Card[]
  readonly wording: Wording
  readonly onRemove: (card: Card) => void
}

/** What a card is called. */
export const cardTitle = ({ result }: Card, wording: Wording): string =>
  result ? credentialName(result.credential, wording) : 'A credential'

export const CardList = ({ cards, wording, onRemove }: CardListProps) => (
  <ul class="cards">
    {cards.map((card) => {
      const { held, result } = card
      const title = cardTitle(card, wording)
      return (
        <li key={held.id}>
          {result ? (
            <VerdictPanel result={result} wording={wording} headingLevel={3} />
          ) : (
            <p class="advice">This one could not be checked. Load the page again later.</p>
          )}
          <p>
            <small>{copiesLeft(card)}</small>{' '}
            <button
              type="button"
              class="secondary outline"
              aria-label={`Download ${title}`}
              onClick={() => downloadText(freshCopy(held).text, fileName(held))}
            >
              Download
            </button>{' '}
            <button
              type="button"
              class="secondary outline"
              aria-label={`Remove ${title}`}
              onClick={() => onRemove(card)}
            >
              Remove
            </button>
          </p>
        </li>
      )
    })}
  </ul>
)

const fileName = (held: HeldCredential): string =>
  `credential.${freshCopy(held).text.includes('~') ? 'sd-jwt' : 'txt'}`

function copiesLeft({ held: { copies } }: Card): string {
  if (copies.length === 1) return ''
  const fresh = copies.filter(({ shownIn }) => shownIn === undefined).length
  return `${fresh} of ${copies.length} copies were not shared yet.`
}
