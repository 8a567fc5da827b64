// Bounds on a JSON value that never was a text. Pure.
import { JSON_MAX_DEPTH } from '../limits.ts'

/**
 * Whether a value is plain JSON that nests no deeper than `JSON_MAX_DEPTH`, and would take no more than so many characters. A
 * key `__proto__` is malformed: libraries lose it on the way, and with it what was signed.
 */
export function boundJson(value: unknown, maxChars: number): 'bounded' | 'too_large' | 'malformed' {
  const left = weigh(value, maxChars, 0)
  if (left === MALFORMED) return 'malformed'
  return left < 0 ? 'too_large' : 'bounded'
}

const MALFORMED = Number.NEGATIVE_INFINITY
/** The least that a number, a boolean, a pair of quotes or of brackets takes. */
const TOKEN_CHARS = 2

/** What is left of the characters. Stops where nothing is. */
function weigh(value: unknown, left: number, depth: number): number {
  if (typeof value === 'string') return left - value.length - TOKEN_CHARS
  if (typeof value === 'boolean' || value === null) return left - TOKEN_CHARS
  if (typeof value === 'number') return Number.isFinite(value) ? left - TOKEN_CHARS : MALFORMED
  if (typeof value !== 'object' || depth >= JSON_MAX_DEPTH) return MALFORMED
  let rest = left - TOKEN_CHARS
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length && rest >= 0; i++) rest = weigh(value[i], rest, depth + 1)
    return rest
  }
  for (const key of Object.keys(value)) {
    if (key === '__proto__') return MALFORMED
    if (rest < 0) return rest
    rest = weigh(value[key as keyof typeof value], rest - key.length - TOKEN_CHARS, depth + 1)
  }
  return rest
}
