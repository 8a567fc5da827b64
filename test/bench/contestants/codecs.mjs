// Base64url, base58btc and JCS as short as can be, for the floors: each by the fastest way its runtime has. Pure.

const BASE58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'
const BASE58_VALUES = new Map([...BASE58].map((char, value) => [char, value]))
const encoder = new TextEncoder()
const decoder = new TextDecoder()

export const utf8 = (text) => encoder.encode(text)

const OPTIONS = { alphabet: 'base64url', omitPadding: true }

const viaBuffer = globalThis.Buffer && ((text) => new Uint8Array(Buffer.from(text, 'base64url')))
const viaAtob = (text) =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0))

/** @type {(text: string) => Uint8Array} */
export const bytesOf = Uint8Array.fromBase64
  ? (text) => Uint8Array.fromBase64(text, OPTIONS)
  : (viaBuffer ?? viaAtob)

/** @type {(bytes: Uint8Array) => string} */
export const base64Url = Uint8Array.prototype.toBase64
  ? (bytes) => bytes.toBase64(OPTIONS)
  : globalThis.Buffer
    ? (bytes) => Buffer.from(bytes).toString('base64url')
    : (bytes) =>
        btoa(String.fromCharCode(...bytes))
          .replaceAll('+', '-')
          .replaceAll('/', '_')
          .replaceAll('=', '')

export const jsonOf = (text) => JSON.parse(decoder.decode(bytesOf(text)))

/** Big-endian base conversion; enough for a signature. */
export function bytesOfBase58(text) {
  const out = []
  for (const char of text) {
    let carry = BASE58_VALUES.get(char)
    for (let i = 0; i < out.length; i++) {
      carry += out[i] * 58
      out[i] = carry & 255
      carry >>= 8
    }
    for (; carry > 0; carry >>= 8) out.push(carry & 255)
  }
  for (let i = 0; text[i] === '1'; i++) out.push(0)
  return Uint8Array.from(out.reverse())
}

export const canonical = (value) => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const members = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`)
  return `{${members.join(',')}}`
}

export const sha256 = async (text) =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', utf8(text)))
