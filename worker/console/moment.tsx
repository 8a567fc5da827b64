// A moment as the console writes it. Pure.
import { formatDateTime, parseDateTime } from '../../shared/encoding/time.ts'

/** Seconds since the Unix epoch as `2026-11-22 12:00 UTC`. */
export const Moment = ({ seconds }: { readonly seconds: number }) => {
  const text = formatDateTime(seconds)
  return (
    <time dateTime={text} class="date">
      {text.slice(0, 16).replace('T', ' ')} UTC
    </time>
  )
}

/** An RFC 3339 text likewise, whatever its zone. */
export const MomentOf = ({ text }: { readonly text: string }) => (
  <Moment seconds={parseDateTime(text) ?? 0} />
)
