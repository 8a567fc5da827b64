// Small parts that several pages of the demo portal share. Pure.
import type { Candidate } from './content.ts'

/** `Elena Marchetti` → `EM`. */
export const initials = (name: string) =>
  name
    .split(/\s+/)
    .map((word) => word.charAt(0))
    .filter((_, index, all) => index === 0 || index === all.length - 1)
    .join('')
    .toUpperCase()

/** `2026-10-05` → `5 October 2026`. */
export const longDay = (day: string) =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day))

export const StagePill = ({ stage }: { readonly stage: Candidate['stage'] }) => (
  <span class={`stage ${stage.toLowerCase().replaceAll(' ', '-')}`}>{stage}</span>
)
