// Base58 with the Bitcoin alphabet, for did:key. Pure.

const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'

/** Base conversion is quadratic; keys are far shorter than this. */
const MAX_CHARS = 128

/** The bytes of a base58btc text, or null where a character does not belong or the text is longer than any key. */
export function decodeBase58Btc(text: string): Uint8Array<ArrayBuffer> | null {
  if (text.length > MAX_CHARS) return null
  /** Sixteen bits each, the lowest first. */
  const words: number[] = []
  for (let start = 0; start < text.length; start += CHARS_AT_ONCE) {
    const end = Math.min(start + CHARS_AT_ONCE, text.length)
    let carry = 0
    for (let i = start; i < end; i++) {
      const digit = ALPHABET.indexOf(text.charAt(i))
      if (digit < 0) return null
      carry = carry * 58 + digit
    }
    const factor = 58 ** (end - start)
    for (let i = 0; i < words.length; i++) {
      carry += (words[i] ?? 0) * factor
      words[i] = carry & 0xffff
      carry = Math.floor(carry / 0x10000)
    }
    for (; carry > 0; carry = Math.floor(carry / 0x10000)) words.push(carry & 0xffff)
  }
  return toBytes(words, countLeading(text, '1'))
}

/** A word times 58 to this power is still a whole number to JavaScript. */
const CHARS_AT_ONCE = 4

function toBytes(words: readonly number[], zeros: number): Uint8Array<ArrayBuffer> {
  const isLastHalf = (words.at(-1) ?? 0x100) < 0x100
  const length = words.length * 2 - (isLastHalf ? 1 : 0)
  const bytes = new Uint8Array(zeros + length)
  for (let i = 0; i < length; i++) {
    bytes[zeros + length - 1 - i] = (words[i >> 1] ?? 0) >> (i % 2 === 0 ? 0 : 8)
  }
  return bytes
}

/** The base58btc text of some bytes; each leading zero byte becomes a leading `1`. */
export function encodeBase58Btc(bytes: Uint8Array): string {
  const digits: number[] = []
  for (const byte of bytes) {
    let carry = byte
    for (let i = 0; i < digits.length; i++) {
      carry += (digits[i] ?? 0) << 8
      digits[i] = carry % 58
      carry = Math.floor(carry / 58)
    }
    while (carry > 0) {
      digits.push(carry % 58)
      carry = Math.floor(carry / 58)
    }
  }
  const firstOther = bytes.findIndex((byte) => byte !== 0)
  const zeros = firstOther < 0 ? bytes.length : firstOther
  return (
    '1'.repeat(zeros) +
    digits
      .reverse()
      .map((digit) => ALPHABET[digit] ?? '')
      .join('')
  )
}

function countLeading(text: string, char: string): number {
  let count = 0
  while (text[count] === char) count++
  return count
}
