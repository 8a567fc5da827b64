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

/** One pass over the text. Syntax is left to `JSON.parse`; here only keys and depth are looked at. */
function hasUniqueKeys(text: string): boolean {
  const open: (Set<string> | null)[] = []
  let i = 0
  while (i < text.length) {
    const char = text[i]
    if (char === '{' || char === '[') {
      if (open.push(char === '{' ? new Set() : null) > JSON_MAX_DEPTH) return false
    } else if (char === '}' || char === ']') {
      open.pop()
    } else if (char === '"') {
      const end = endOfString(text, i)
      if (end < 0) return false
      const keys = open.at(-1)
      if (keys && text[skipWhiteSpace(text, end)] === ':') {
        const key = readString(text.slice(i, end))
        if (key === null || keys.has(key)) return false
        keys.add(key)
      }
      i = end
      continue
    }
    i++
  }
  return true
}

/** The index after the closing quote, or -1. */
function endOfString(text: string, start: number): number {
  for (let i = start + 1; i < text.length; i++) {
    if (text[i] === '\\') i++
    else if (text[i] === '"') return i + 1
  }
  return -1
}

function skipWhiteSpace(text: string, start: number): number {
  let i = start
  while (text[i] === ' ' || text[i] === '\n' || text[i] === '\r' || text[i] === '\t') i++
  return i
}

/** Escapes are resolved first: `"\u0073ub"` is `"sub"` to every parser. */
function readString(quoted: string): string | null {
  if (!quoted.includes('\\')) return quoted.slice(1, -1)
  try {
    return JSON.parse(quoted) as string
  } catch {
    return null
  }
}
