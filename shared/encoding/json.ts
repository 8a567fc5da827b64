// Strict JSON: no duplicate keys, bounded depth. Pure.
import { JSON_MAX_DEPTH } from '../limits.ts'

export type JsonObject = { readonly [key: string]: unknown }

/** True for `{…}`: neither an array nor null. */
export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** One value or several: JSON-LD reads both alike. */
export const toList = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : [value]

/**
 * The value that a JSON text spells, or undefined where it is no JSON, nests too deeply or repeats a key.
 *
 * `JSON.parse` keeps the last of two equal keys, other parsers the first: whoever signs `{"sub":"a","sub":"b"}` shows
 * two verifiers two people.
 */
export function parseJson(text: string): unknown {
  const written = countWrittenKeys(text)
  if (written < 0) return undefined
  try {
    const value: unknown = JSON.parse(text)
    return countKeys(value) === written ? value : undefined
  } catch {
    return undefined
  }
}

/** The object that a JSON text spells, or undefined. */
export function parseJsonObject(text: string): JsonObject | undefined {
  const value = parseJson(text)
  return isJsonObject(value) ? value : undefined
}

const QUOTE = 0x22
const COLON = 0x3a
const BACKSLASH = 0x5c
const OPEN_OBJECT = 0x7b
const CLOSE_OBJECT = 0x7d
const OPEN_ARRAY = 0x5b
const CLOSE_ARRAY = 0x5d

/**
 * How many keys a text writes, or -1 where it nests too deeply or leaves a string open. Syntax is left to `JSON.parse`: outside
 * a string a colon stands behind a key and nowhere else.
 */
function countWrittenKeys(text: string): number {
  let keys = 0
  let depth = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === QUOTE) {
      i = endOfString(text, i)
      if (i < 0) return -1
    } else if (code === COLON) {
      keys++
    } else if (code === OPEN_OBJECT || code === OPEN_ARRAY) {
      if (++depth > JSON_MAX_DEPTH) return -1
    } else if (code === CLOSE_OBJECT || code === CLOSE_ARRAY) {
      depth--
    }
  }
  return keys
}

/** The index of the closing quote, or -1: a quote behind an odd number of backslashes closes nothing. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let backslashes = 0
    while (text.charCodeAt(end - 1 - backslashes) === BACKSLASH) backslashes++
    if (backslashes % 2 === 0) return end
  }
  return -1
}

/** How many keys a value has, with all that is inside: of equal keys only one is left. */
function countKeys(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  const inside: readonly unknown[] = Object.values(value)
  let keys = Array.isArray(value) ? 0 : inside.length
  for (const one of inside) keys += countKeys(one)
  return keys
}

/** Assigning `__proto__` would give the claims another nature instead of a member. */
export function setOwn(object: Record<string, unknown>, name: string, value: unknown): void {
  if (name === '__proto__') {
    Object.defineProperty(object, name, {
      value,
      configurable: true,
      enumerable: true,
      writable: true,
    })
  } else object[name] = value
}
