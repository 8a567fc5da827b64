// A holder's page: what is kept, what is shared, and how to take it along. Uses Preact and the vault.
import { useEffect, useState } from 'preact/hooks'
import { loadWording } from '../../../shared/ui/wording/load-wording.ts'
import { localeFor } from '../../../shared/ui/wording/locales.ts'
import type { Wording } from '../../../shared/ui/wording/wording.ts'
import { AddForm } from './add-form.tsx'
import { BackupForm } from './backup-form.tsx'
import { CardList, cardTitle } from './card-list.tsx'
import { type Holdings, readHoldings } from './holdings.ts'
import { ShareForm } from './share-form.tsx'
import { ShareList } from './share-list.tsx'
import { remove, type Shelf } from './vault.ts'

const KEEPS_NOTHING =
  'This browser keeps nothing, as some do in private windows. Open this page in another window.'

export function MeView() {
  const [holdings, setHoldings] = useState<Holdings>()
  const [wording, setWording] = useState<Wording>()
  const [advice, setAdvice] = useState('')
  const [link, setLink] = useState('')
  const read = async () => {
    try {
      const [found, words] = await Promise.all([
        readHoldings(),
        loadWording(localeFor(navigator.languages)),
      ])
      setWording(words)
      setHoldings(found)
    } catch {
      setAdvice(KEEPS_NOTHING)
    }
  }
  useEffect(() => void read(), [])
  const removeAfter = async (question: string, shelf: Shelf, id: string) => {
    if (!confirm(question)) return
    await remove(shelf, id)
    await read()
  }

  if (advice !== '') {
    return (
      <p role="alert" class="advice">
        {advice}
      </p>
    )
  }
  if (!holdings || !wording) return <p aria-busy="true">Opening what this browser keeps …</p>
  const { cards, shares } = holdings
  return (
    <>
      <section aria-labelledby="cards-heading">
        <h2 id="cards-heading">What you keep here</h2>
        {cards.length === 0 ? (
          <p>Nothing yet. Open the link that your issuer sent you, or add a credential below.</p>
        ) : null}
        <CardList
          cards={cards}
          wording={wording}
          onRemove={(card) => {
            const question = `Remove ${cardTitle(card, wording)} from this browser? Without a backup it is gone.`
            void removeAfter(question, 'credentials', card.held.id)
          }}
        />
        <details {...(cards.length === 0 && { open: true })}>
          <summary>Add a credential</summary>
          <AddForm wording={wording} onAdded={read} />
        </details>
      </section>
      {cards.length === 0 ? null : (
        <section aria-labelledby="share-heading">
          <h2 id="share-heading">Share by a link</h2>
          <ShareForm
            cards={cards}
            wording={wording}
            onShared={(made) => {
              setLink(made)
              void read()
            }}
          />
          <p role="status" id="made-link">
            {link === '' ? null : (
              <>
                The link, key included: <code>{link}</code>
              </>
            )}
          </p>
        </section>
      )}
      <section aria-labelledby="links-heading">
        <h2 id="links-heading">Your links</h2>
        <ShareList
          shares={shares}
          wording={wording}
          onForget={(share) => {
            const question = `Take the link for ${share.recipient} off this list? Who looked cannot be read any more.`
            void removeAfter(question, 'shares', share.id)
          }}
        />
      </section>
      <section aria-labelledby="backup-heading">
        <h2 id="backup-heading">Backup</h2>
        <BackupForm onRestored={read} />
      </section>
    </>
  )
}
