// Base58 with the Bitcoin alphabet, for did:key. Pure.

const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'

/** Base conversion is quadratic; keys are far shorter than this. */
const MAX_CHARS = 128

/** The bytes of a base58btc text, or null where a character does not belong or the text is longer than any key. */
export function decodeBase58Btc(text: string): Uint8Array<ArrayBuffer> | null {
  if (text.length > MAX_CHARS) return null
  const digits: number[] = []
  for (const char of text) {
    let carry = ALPHABET.indexOf(char)
    if (carry < 0) return null
    for (let i = 0; i < digits.length; i++) {
      carry += (digits[i] ?? 0) * 58
      digits[i] = carry & 255
      carry >>= 8
    }
    while (carry > 0) {
      digits.push(carry & 255)
      carry >>= 8
    }
  }
  const zeros = countLeading(text, '1')
  return Uint8Array.from([...new Array<number>(zeros).fill(0), ...digits.reverse()])
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
