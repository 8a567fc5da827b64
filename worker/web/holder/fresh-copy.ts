// Which copy of a credential is shown next. Pure.
import type { HeldCopy, HeldCredential } from './vault.ts'

/** One that nobody has seen; where all were shown, the first one again. */
export const freshCopy = ({ copies }: HeldCredential): HeldCopy =>
  copies.find(({ shownIn }) => shownIn === undefined) ?? copies[0]
