// Strict base64url: no padding, no white space, no spare bits. Pure.

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const VALUES = new Uint8Array(128).fill(255)
for (let i = 0; i < ALPHABET.length; i++) VALUES[ALPHABET.charCodeAt(i)] = i

/**
 * The bytes of a base64url text, or null where it is not canonical.
 *
 * A lenient decoder gives one credential many spellings, so that two texts differ and yet verify alike.
 *
 * @see RFC 4648 §5, RFC 7515 §2
 */
export function decodeBase64Url(text: string): Uint8Array<ArrayBuffer> | null {
  const rest = text.length % 4
  if (rest === 1) return null
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4))
  let out = 0
  let bits = 0
  let bitCount = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    const value = code < 128 ? (VALUES[code] ?? 255) : 255
    if (value === 255) return null
    bits = (bits << 6) | value
    bitCount += 6
    if (bitCount >= 8) {
      bitCount -= 8
      bytes[out++] = (bits >> bitCount) & 255
      bits &= (1 << bitCount) - 1
    }
  }
  return bits === 0 ? bytes : null
}

/** The base64url text of some bytes, without padding. @see RFC 4648 §5 */
export function encodeBase64Url(bytes: Uint8Array): string {
  const parts: string[] = []
  for (let i = 0; i < bytes.length; i += 3) {
    const a = bytes[i] ?? 0
    const b = bytes[i + 1] ?? 0
    const c = bytes[i + 2] ?? 0
    const group =
      (ALPHABET[a >> 2] ?? '') +
      (ALPHABET[((a & 3) << 4) | (b >> 4)] ?? '') +
      (ALPHABET[((b & 15) << 2) | (c >> 6)] ?? '') +
      (ALPHABET[c & 63] ?? '')
    parts.push(group.slice(0, Math.min(4, bytes.length - i + 1)))
  }
  return parts.join('')
}
