// A moment as the console writes it. Pure.
import { formatDateTime } from '../../shared/encoding/time.ts'

/** Seconds since the Unix epoch as `2026-11-22 12:00 UTC`. */
export const Moment = ({ seconds }: { readonly seconds: number }) => {
  const text = formatDateTime(seconds)
  return (
    <time dateTime={text} class="date">
      {text.slice(0, 16).replace('T', ' ')} UTC
    </time>
  )
}
