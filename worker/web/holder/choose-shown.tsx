// Which credentials a share shows, and which of their fields. Uses Preact.
import { listFields } from '../../../shared/share/choose-fields.ts'
import type { Wording } from '../../../shared/ui/wording/wording.ts'
import { cardTitle } from './card-list.tsx'
import { fieldKey, fieldName, fieldValue, isShownByDefault } from './field-names.ts'
import type { Card } from './holdings.ts'

interface ChooseShownProps {
  readonly cards: readonly Card[]
  readonly wording: Wording
}

/** Checkboxes `credential` (its id) and `field:<id>` (a disclosure). */
export const ChooseShown = ({ cards, wording }: ChooseShownProps) => (
  <fieldset>
    <legend>What do you share?</legend>
    {cards.map((card) => (
      <div key={card.held.id}>
        <label>
          <input type="checkbox" name="credential" value={card.held.id} />
          {cardTitle(card, wording)}
        </label>
        <FieldChoices card={card} title={cardTitle(card, wording)} />
      </div>
    ))}
  </fieldset>
)

function FieldChoices({ card: { held }, title }: { readonly card: Card; readonly title: string }) {
  const fields = listFields(held.copies[0].text).toSorted((a, b) =>
    fieldName(a).localeCompare(fieldName(b)),
  )
  if (fields.length === 0) {
    return (
      <p>
        <small>It is shown whole: nothing of it can be kept back.</small>
      </p>
    )
  }
  return (
    <fieldset class="field-choices">
      <legend>Fields of {title} that you may keep back</legend>
      {fields.map((field) => (
        <label key={field.disclosure}>
          <input
            type="checkbox"
            name={`field:${held.id}`}
            value={fieldKey(field)}
            defaultChecked={isShownByDefault(field)}
          />
          {fieldName(field)}: <bdi>{fieldValue(field)}</bdi>
        </label>
      ))}
    </fieldset>
  )
}
