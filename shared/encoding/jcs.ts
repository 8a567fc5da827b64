// The JSON Canonicalization Scheme: one text for one value. Pure.
import { JSON_MAX_DEPTH } from '../limits.ts'
import { isJsonObject } from './json.ts'

/**
 * The canonical text of a JSON value: keys in the order of their UTF-16 code units, numbers as ECMAScript writes them, no
 * white space. Null where there is none: a lone surrogate, a number that is not finite, something that is no JSON, or nesting
 * beyond `JSON_MAX_DEPTH`.
 *
 * @see RFC 8785 §3.2
 */
export function canonicalizeJson(value: unknown): string | null {
  return write(value, 0)
}

function write(value: unknown, depth: number): string | null {
  if (typeof value === 'string') return writeString(value)
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : null
  if (typeof value === 'boolean' || value === null) return String(value)
  if (depth >= JSON_MAX_DEPTH) return null
  if (Array.isArray(value)) return writeArray(value, depth + 1)
  return isJsonObject(value) ? writeObject(value, depth + 1) : null
}

const SURROGATE = /[\ud800-\udfff]/
const LONE_SURROGATE = /\p{Surrogate}/u

/** Printable ASCII that needs no escape: nearly every text. */
const PLAIN = /^[ !#-[\]-~]*$/

/** `JSON.stringify` escapes exactly what RFC 8785 §3.2.2.2 asks for, and spells lone surrogates, which it forbids. */
function writeString(text: string): string | null {
  if (PLAIN.test(text)) return `"${text}"`
  return SURROGATE.test(text) && LONE_SURROGATE.test(text) ? null : JSON.stringify(text)
}

function writeArray(values: readonly unknown[], depth: number): string | null {
  let text = ''
  for (let i = 0; i < values.length; i++) {
    const written = write(values[i], depth)
    if (written === null) return null
    text += i === 0 ? written : `,${written}`
  }
  return `[${text}]`
}

function writeObject(object: { readonly [key: string]: unknown }, depth: number): string | null {
  let text = ''
  for (const key of Object.keys(object).sort()) {
    const name = writeString(key)
    const written = write(object[key], depth)
    if (name === null || written === null) return null
    text += text === '' ? `${name}:${written}` : `,${name}:${written}`
  }
  return `{${text}}`
}
