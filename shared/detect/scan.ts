// Where in a long text are compact credentials? One linear walk, no regular expression. Pure; imports nothing.

/** A half-open range of UTF-16 offsets. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** A page decides how much text there is; these numbers decide how much of it is looked at. */
export const SCAN_LIMITS = {
  /** Longer texts are read up to here: 8 million characters cost about 0.1 s. */
  textChars: 8_000_000,
  /** Longer runs are stepped over: a transcript with 500 results stays below. */
  tokenChars: 262_144,
  /** More in one text than a person could look at. */
  spans: 200,
} as const

const DOT = 0x2e
const TILDE = 0x7e

function isBase64Url(code: number): boolean {
  return (
    (code >= 0x30 && code <= 0x39) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x61 && code <= 0x7a) ||
    code === 0x2d ||
    code === 0x5f
  )
}

const isTokenChar = (code: number) => isBase64Url(code) || code === DOT || code === TILDE

/** The length of the token at the beginning of a run of token characters, or null where the run is none. */
function tokenLength(run: string): number | null {
  const tilde = run.indexOf('~')
  const jwt = tilde === -1 ? run : run.slice(0, tilde)
  const first = jwt.indexOf('.')
  const second = jwt.indexOf('.', first + 1)
  if (first === -1 || second <= first + 1) return null
  const third = jwt.indexOf('.', second + 1)
  if (tilde !== -1) return third === -1 && second < jwt.length - 1 ? run.length : null
  if (third === -1) return run.length
  // A full stop that ends the sentence is not part of the token.
  return third === run.length - 1 && third > second + 1 ? third : null
}

/**
 * Finds everything in a text that is shaped like a compact JWS or SD-JWT.
 *
 * A regular expression would be quadratic on a page that repeats `-eyJ`; here each character is walked over once,
 * because the search goes on behind the run in which a start was found.
 */
export function findCompactTokens(text: string): readonly Span[] {
  const limit = Math.min(text.length, SCAN_LIMITS.textChars)
  const spans: Span[] = []
  let from = 0
  while (spans.length < SCAN_LIMITS.spans) {
    const start = text.indexOf('eyJ', from)
    if (start === -1 || start >= limit) break
    let runEnd = start + 3
    while (runEnd < limit && isTokenChar(text.charCodeAt(runEnd))) runEnd += 1
    from = runEnd
    if (start > 0 && isTokenChar(text.charCodeAt(start - 1))) continue
    if (runEnd - start > SCAN_LIMITS.tokenChars) continue
    const length = tokenLength(text.slice(start, runEnd))
    if (length !== null) spans.push({ start, end: start + length })
  }
  return spans
}
