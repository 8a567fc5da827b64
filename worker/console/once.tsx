// A secret that is shown this once: one press selects all of it, and a script may add a button that copies it. Pure.
import type { ComponentChildren } from 'preact'

interface OnceProps {
  readonly id: string
  readonly text: string
  /** What it is, and what to do with it. */
  readonly children: ComponentChildren
}

export const Once = ({ id, text, children }: OnceProps) => (
  <div role="status" class="notice">
    <p>{children}</p>
    <p class="once">
      <code id={id} data-copy>
        {text}
      </code>
    </p>
  </div>
)
