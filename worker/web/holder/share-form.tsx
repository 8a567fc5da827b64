// Making a share: what, for whom, what for, for how long. Uses Preact.
import type { TargetedSubmitEvent } from 'preact'
import { useState } from 'preact/hooks'
import { SHARE_RECIPIENT_MAX_CHARS } from '../../../shared/limits.ts'
import { SHARE_PURPOSES } from '../../../shared/share/share-purposes.ts'
import type { Wording } from '../../../shared/ui/wording/wording.ts'
import { PURPOSES } from '../sharing/words.ts'
import { inWords } from './ask.ts'
import { ChooseShown } from './choose-shown.tsx'
import type { Card } from './holdings.ts'
import { makeShare } from './make-share.ts'
import { readChoice } from './read-choice.ts'

interface ShareFormProps {
  readonly cards: readonly Card[]
  readonly wording: Wording
  readonly onShared: (link: string) => void
}

export function ShareForm({ cards, wording, onShared }: ShareFormProps) {
  const [advice, setAdvice] = useState('')
  const [isBusy, setBusy] = useState(false)
  const submit = async (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const choice = readChoice(new FormData(form), cards, wording)
    if (choice.credentials.length === 0) return setAdvice('Tick at least one credential to share.')
    setAdvice('')
    setBusy(true)
    try {
      const { link } = await makeShare(choice)
      form.reset()
      onShared(link)
    } catch (error) {
      setAdvice(inWords(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <form onSubmit={submit} id="share-form">
      <ChooseShown cards={cards} wording={wording} />
      <label>
        For whom? A name, or a web address
        <input name="recipient" required maxLength={SHARE_RECIPIENT_MAX_CHARS} autocomplete="off" />
      </label>
      <label>
        What for?
        <select name="purpose" required>
          {SHARE_PURPOSES.map((purpose) => (
            <option key={purpose} value={purpose}>
              {PURPOSES[purpose]}
            </option>
          ))}
        </select>
      </label>
      <label>
        For how many days?
        <input name="days" type="number" min={1} max={365} required defaultValue="30" />
      </label>
      <details>
        <summary>Limit it further</summary>
        <label>
          PIN, which you tell by another way than the link
          <input name="pin" autocomplete="off" minLength={4} maxLength={64} />
        </label>
        <label>
          How often may it be looked at? Leave it empty for no limit
          <input name="maxLooks" type="number" min={1} max={100_000} />
        </label>
        <label>
          <input type="checkbox" name="asks" value="purpose" />
          Ask what it is looked at for
        </label>
        <label>
          <input type="checkbox" name="asks" value="organisation" />
          Ask for which organisation
        </label>
      </details>
      {advice === '' ? null : (
        <p role="alert" class="advice">
          {advice}
        </p>
      )}
      <button type="submit" aria-busy={isBusy}>
        Make a link
      </button>
    </form>
  )
}
