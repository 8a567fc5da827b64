// What was shared, item by item, each with its own verdict. Pure.
import { displayText } from '../../../shared/encoding/display-text.ts'
import { VerdictPanel } from '../../../shared/ui/verdict-panel.tsx'
import type { Wording } from '../../../shared/ui/wording/wording.ts'
import type { Opened } from './open-look.ts'
import { PURPOSES, UNBOUND, UNCHECKED } from './words.ts'

interface SharedItemsProps {
  readonly shown: Extract<Opened, { readonly kind: 'shown' }>
  readonly wording: Wording
}

export function SharedItems({ shown: { content, items, terms }, wording }: SharedItemsProps) {
  return (
    <>
      <dl class="share-terms">
        <dt>For</dt>
        <dd>
          <bdi>{displayText(content.recipient)}</bdi>
        </dd>
        <dt>Purpose</dt>
        <dd>{PURPOSES[content.purpose]}</dd>
        <dt>Shared until</dt>
        <dd>
          <time dateTime={terms.expiresAt}>{wording.time(terms.expiresAt)}</time>
        </dd>
      </dl>
      {items.map((item, at) =>
        item ? (
          <section key={at}>
            <VerdictPanel result={item.result} wording={wording} headingLevel={2} />
            {item.isBound ? null : <p class="advice">{UNBOUND}</p>}
          </section>
        ) : (
          <p key={at} class="advice">
            {UNCHECKED}
          </p>
        ),
      )}
    </>
  )
}
