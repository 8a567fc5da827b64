// Ending a table before its last row is signed. Pure.
import type { Batch, BatchState } from '../storage/batch-states.ts'

interface Words {
  readonly summary: string
  readonly consequence: string
  readonly button: string
}

const CANCEL: Words = {
  summary: 'Cancel this table',
  consequence: 'Nothing of it will be signed. It stays in the list, without its rows.',
  button: 'Cancel it',
}
const STOP: Words = {
  summary: 'Stop the signing',
  consequence:
    'What is signed by then stays signed; the rest will not be. It cannot go on later: the rest comes as another table.',
  button: 'Stop it',
}

const WORDS: Partial<Readonly<Record<BatchState, Words>>> = {
  ready: CANCEL,
  proposed: CANCEL,
  running: STOP,
  awaiting_signature: STOP,
}

export const BatchEnding = ({ batch: { id, state } }: { readonly batch: Batch }) => {
  const words = WORDS[state]
  return words === undefined ? null : (
    <details>
      <summary>{words.summary}</summary>
      <p>{words.consequence}</p>
      <form method="post" action={`/console/batches/${id}/cancellation`}>
        <button type="submit" class="secondary">
          {words.button}
        </button>
      </form>
    </details>
  )
}
