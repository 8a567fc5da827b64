// Strict base64url: no padding, no white space, no spare bits. Pure.
import { utf8Decode } from './bytes.ts'

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
/** What is no character of the alphabet sets bits above the six. */
const NOT_A_CHARACTER = 64
const VALUES = new Uint8Array(256).fill(NOT_A_CHARACTER)
for (let i = 0; i < ALPHABET.length; i++) VALUES[ALPHABET.charCodeAt(i)] = i

/** The six bits of a character. */
const valueAt = (text: string, index: number): number =>
  VALUES[text.charCodeAt(index)] ?? NOT_A_CHARACTER

/**
 * The bytes of a base64url text, or null where it is not canonical.
 *
 * A lenient decoder gives one credential many spellings, so that two texts differ and yet verify alike.
 *
 * @see RFC 4648 §5, RFC 7515 §2
 */
export const decodeBase64Url = (text: string): Uint8Array<ArrayBuffer> | null =>
  PLATFORM.fromBase64 && text.length > SHORT_CHARS ? decodeByPlatform(text) : decodeByHand(text)

/** A key or a signature is decoded before the platform has been called. */
const SHORT_CHARS = 256
/** Newer platforms decode many times faster. */
const PLATFORM = Uint8Array as {
  readonly fromBase64?: (
    text: string,
    options: { readonly alphabet: 'base64url' },
  ) => Uint8Array<ArrayBuffer>
}

/** It skips white space and padding, and ignores spare bits: what it would overlook is refused. */
function decodeByPlatform(text: string): Uint8Array<ArrayBuffer> | null {
  if (!isCanonical(text)) return null
  try {
    const bytes = PLATFORM.fromBase64?.(text, { alphabet: 'base64url' })
    return bytes?.length === (text.length * 3) >> 2 ? bytes : null
  } catch {
    return null
  }
}

function decodeByHand(text: string): Uint8Array<ArrayBuffer> | null {
  const rest = text.length % 4
  if (rest === 1) return null
  const bytes = new Uint8Array((text.length * 3) >> 2)
  const whole = text.length - rest
  let seen = 0
  let out = 0
  for (let i = 0; i < whole; i += 4) {
    const a = valueAt(text, i)
    const b = valueAt(text, i + 1)
    const c = valueAt(text, i + 2)
    const d = valueAt(text, i + 3)
    seen |= a | b | c | d
    bytes[out++] = (a << 2) | (b >> 4)
    bytes[out++] = (b << 4) | (c >> 2)
    bytes[out++] = (c << 6) | d
  }
  if (rest > 0) {
    const a = valueAt(text, whole)
    const b = valueAt(text, whole + 1)
    const c = rest === 3 ? valueAt(text, whole + 2) : 0
    const spare = rest === 3 ? c & 3 : b & 15
    if (spare !== 0) return null
    seen |= a | b | c
    bytes[out++] = (a << 2) | (b >> 4)
    if (rest === 3) bytes[out] = (b << 4) | (c >> 2)
  }
  return seen < NOT_A_CHARACTER ? bytes : null
}

/**
 * The text that base64url spells in UTF-8, or null where either is not canonical. As `utf8Decode(decodeBase64Url(text))`, but
 * by the platform's own decoder, which is several times faster and lenient: what it would overlook is refused before.
 */
export function decodeBase64UrlText(text: string): string | null {
  if (!isCanonical(text)) return null
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
    // White space and padding would have been skipped.
    if (binary.length !== (text.length * 3) >> 2) return null
    return NOT_ASCII.test(binary) ? utf8Decode(bytesOf(binary)) : binary
  } catch {
    return null
  }
}

const NOT_ASCII = /[^\0-\x7f]/

/** No characters of plain base64, and no spare bits in the last character. */
function isCanonical(text: string): boolean {
  const rest = text.length % 4
  if (text.includes('+') || text.includes('/') || rest === 1) return false
  const spare = rest === 2 ? 15 : rest === 3 ? 3 : 0
  return (valueAt(text, text.length - 1) & spare) === 0
}

function bytesOf(binary: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(binary.length)
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i)
  return bytes
}

/** The base64url text of some bytes, without padding. @see RFC 4648 §5 */
export const encodeBase64Url = (bytes: Bytes): string =>
  bytes.toBase64?.({ alphabet: 'base64url', omitPadding: true }) ?? encodeByHand(bytes)

/** Newer platforms encode many times faster. */
interface Bytes extends Uint8Array {
  readonly toBase64?: (options: {
    readonly alphabet: 'base64url'
    readonly omitPadding: true
  }) => string
}

function encodeByHand(bytes: Uint8Array): string {
  const codes = new Uint8Array(Math.ceil((bytes.length * 4) / 3))
  let out = 0
  for (let i = 0; i < bytes.length; i += 3) {
    const a = bytes[i] ?? 0
    const b = bytes[i + 1] ?? 0
    const c = bytes[i + 2] ?? 0
    // What would be written behind the end is left out by the array.
    codes[out++] = codeOf(a >> 2)
    codes[out++] = codeOf(((a & 3) << 4) | (b >> 4))
    codes[out++] = codeOf(((b & 15) << 2) | (c >> 6))
    codes[out++] = codeOf(c & 63)
  }
  return utf8Decode(codes) ?? ''
}

const CODES = Uint8Array.from(ALPHABET, (char) => char.charCodeAt(0))

/** The character code of six bits. */
const codeOf = (bits: number): number => CODES[bits] ?? 0
