// What may be shown of a text that came from outside. Pure.
import { DISPLAY_TEXT_MAX_CHARS } from '../limits.ts'

/**
 * Control, format (bidi marks, zero width), surrogate and private-use characters; line and paragraph separators; letters
 * that no font draws, of which a whole name could be made.
 */
const UNSHOWN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Default_Ignorable_Code_Point}\u2028\u2029\u2800]/gu
/** More than this many marks on one letter is drawing, not writing. */
const MARK_PILE = /(\p{M}{4})\p{M}+/gu

/** Most texts have nothing to be cleaned: words of printable ASCII with single spaces between them. */
const PLAIN = /^[!-~]+(?: [!-~]+)*$/

/**
 * A text fit for one line of a page, or undefined where nothing is left of it: bidi and control characters stripped, white
 * space folded, cut at 80 characters.
 */
export function displayText(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined
  if (value.length <= DISPLAY_TEXT_MAX_CHARS && PLAIN.test(value)) return value
  const clean = value
    .slice(0, DISPLAY_TEXT_MAX_CHARS * 8)
    .replace(UNSHOWN, (char) => (char === '\n' || char === '\t' || char === '\r' ? ' ' : ''))
    .replace(MARK_PILE, '$1')
    .replace(/\s+/gu, ' ')
    .trim()
  const characters = Array.from(clean)
  const cut =
    characters.length > DISPLAY_TEXT_MAX_CHARS
      ? `${characters.slice(0, DISPLAY_TEXT_MAX_CHARS - 1).join('')}…`
      : clean
  return cut === '' ? undefined : cut
}
