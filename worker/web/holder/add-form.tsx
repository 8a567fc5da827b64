// Bringing a credential in: pasted, or as a file. Uses Preact.
import type { TargetedSubmitEvent } from 'preact'
import { useState } from 'preact/hooks'
import type { Wording } from '../../../shared/ui/wording/wording.ts'
import { addCredential } from './add-credential.ts'

interface AddFormProps {
  readonly wording: Wording
  readonly onAdded: () => void
}

const NOTHING = 'There was nothing to add. Paste a credential or choose a file.'

export function AddForm({ wording, onAdded }: AddFormProps) {
  const [advice, setAdvice] = useState('')
  const submit = async (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const data = new FormData(form)
    const file = data.get('file')
    const pasted = String(data.get('credential') ?? '').trim()
    const chosen = file instanceof Blob && file.size > 0 ? file : new Blob([pasted])
    if (chosen.size === 0) return setAdvice(NOTHING)
    const added = await addCredential(chosen)
    if (!added.ok) return setAdvice(wording.reasons[added.error])
    setAdvice('')
    form.reset()
    onAdded()
  }
  return (
    <form onSubmit={submit} id="add-form">
      <label>
        The credential
        <textarea name="credential" rows={4} spellcheck={false} placeholder="eyJ…" />
      </label>
      <label>
        Or a file: a badge image, a diploma as PDF, or the credential itself
        <input type="file" name="file" />
      </label>
      {advice === '' ? null : (
        <p role="alert" class="advice">
          {advice}
        </p>
      )}
      <button type="submit">Keep it in this browser</button>
    </form>
  )
}
