// Strict JSON: no duplicate keys, bounded depth. Pure.
import { JSON_MAX_DEPTH } from '../limits.ts'

export type JsonObject = { readonly [key: string]: unknown }

/** True for `{…}`: neither an array nor null. */
export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * The value that a JSON text spells, or undefined where it is no JSON, nests too deeply or repeats a key.
 *
 * `JSON.parse` keeps the last of two equal keys, other parsers the first: whoever signs `{"sub":"a","sub":"b"}` shows
 * two verifiers two people.
 */
export function parseJson(text: string): unknown {
  if (!hasUniqueKeys(text)) return undefined
  try {
    return JSON.parse(text)
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

/** One pass over the text. Syntax is left to `JSON.parse`; here only keys and depth are looked at. */
function hasUniqueKeys(text: string): boolean {
  const open: (Set<string> | null)[] = []
  let keys: Set<string> | null = null
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === QUOTE) {
      const end = endOfString(text, i)
      if (end < 0) return false
      if (keys && text.charCodeAt(skipWhiteSpace(text, end)) === COLON) {
        const key = readString(text, i, end)
        if (key === null || keys.has(key)) return false
        keys.add(key)
      }
      i = end - 1
    } else if (code === OPEN_OBJECT || code === OPEN_ARRAY) {
      keys = code === OPEN_OBJECT ? new Set() : null
      if (open.push(keys) > JSON_MAX_DEPTH) return false
    } else if (code === CLOSE_OBJECT || code === CLOSE_ARRAY) {
      open.pop()
      keys = open.at(-1) ?? null
    }
  }
  return true
}

/** The index after the closing quote, or -1: a quote behind an odd number of backslashes closes nothing. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let backslashes = 0
    while (text.charCodeAt(end - 1 - backslashes) === BACKSLASH) backslashes++
    if (backslashes % 2 === 0) return end + 1
  }
  return -1
}

function skipWhiteSpace(text: string, start: number): number {
  let i = start
  while (text[i] === ' ' || text[i] === '\n' || text[i] === '\r' || text[i] === '\t') i++
  return i
}

/** Escapes are resolved first: `"\u0073ub"` is `"sub"` to every parser. */
function readString(text: string, start: number, end: number): string | null {
  const inner = text.slice(start + 1, end - 1)
  if (!inner.includes('\\')) return inner
  try {
    return JSON.parse(`"${inner}"`) as string
  } catch {
    return null
  }
}
