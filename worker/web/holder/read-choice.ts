// What a holder ticked and typed → what is shared. Pure.
import { SHARE_PURPOSES } from '../../../shared/share/share-purposes.ts'
import type { Wording } from '../../../shared/ui/wording/wording.ts'
import { cardTitle } from './card-list.tsx'
import type { Card } from './holdings.ts'
import type { ShareChoice } from './make-share.ts'

const DEFAULT_DAYS = 30

export function readChoice(form: FormData, cards: readonly Card[], wording: Wording): ShareChoice {
  const text = (name: string): string => String(form.get(name) ?? '').trim()
  const number = (name: string): number | undefined =>
    text(name) === '' ? undefined : Number(text(name))
  const ticked = form.getAll('credential').map(String)
  const asks = form.getAll('asks').map(String)
  return {
    credentials: cards
      .filter(({ held }) => ticked.includes(held.id))
      .map((card) => ({
        held: card.held,
        shown: new Set(form.getAll(`field:${card.held.id}`).map(String)),
        title: cardTitle(card, wording),
      })),
    purpose: SHARE_PURPOSES.find((purpose) => purpose === text('purpose')) ?? 'other',
    recipient: text('recipient'),
    days: number('days') ?? DEFAULT_DAYS,
    pin: text('pin') === '' ? undefined : text('pin'),
    maxLooks: number('maxLooks'),
    asks: { purpose: asks.includes('purpose'), organisation: asks.includes('organisation') },
  }
}
