// Going back to the registry of the build, asked twice: it changes whom every verdict relies on.
import { useState } from 'preact/hooks'
import { words } from './words.ts'

const { options } = words

export function ResetPin({ onReset }: { readonly onReset: () => void }) {
  const [isAsking, setAsking] = useState(false)
  if (!isAsking) {
    return (
      <button type="button" onClick={() => setAsking(true)}>
        {options.reset}
      </button>
    )
  }
  return (
    <div role="alertdialog" aria-labelledby="reset-question" class="warning">
      <p id="reset-question">{options.resetQuestion}</p>
      <div class="actions">
        <button type="button" class="primary" onClick={onReset}>
          {options.resetYes}
        </button>
        <button type="button" onClick={() => setAsking(false)}>
          {options.resetNo}
        </button>
      </div>
    </div>
  )
}
