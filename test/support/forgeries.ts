// Signatures that anyone can make, and signatures on which engines differ. Uses @noble/ed25519.
import { Point } from '@noble/ed25519'
import { concatBytes, toHex, utf8Encode } from '../../shared/encoding/bytes.ts'

export const fromHex = (hex: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))

/** Keys under which some engines accept such a signature for some or for all messages. */
export const SMALL_ORDER_KEYS = {
  'of order 1': `01${'00'.repeat(31)}`,
  'of order 2': `ec${'ff'.repeat(30)}7f`,
  'of order 4': '00'.repeat(32),
} as const

export const KEYS_OF_ORDER_8 = {
  'of order 8': '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'of order 8, the other': 'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
} as const

/** All eight points of small order: those above, and those of them with an `x` of the other sign. */
export const ALL_SMALL_ORDER_KEYS = {
  ...SMALL_ORDER_KEYS,
  'of order 4, x negative': `${'00'.repeat(31)}80`,
  ...KEYS_OF_ORDER_8,
  'of order 8, x negative': '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85',
  'of order 8, the other, x negative':
    'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa',
} as const

export const EASY_SIGNATURE = fromHex(`01${'00'.repeat(63)}`)

export const messages = (count: number): readonly Uint8Array<ArrayBuffer>[] =>
  Array.from({ length: count }, (_, number) => utf8Encode(`message ${number}`))

/**
 * A key with a part of small order, and a signature that satisfies the equation only after multiplication by the cofactor -
 * but for the messages whose hash happens to cancel that part out. Engines differ on the former; all accept the latter.
 */
export async function signWithMixedOrder(message: Uint8Array<ArrayBuffer>) {
  const { n } = Point.CURVE()
  const torsion = Point.fromBytes(fromHex(KEYS_OF_ORDER_8['of order 8']))
  const publicKey = Uint8Array.from(Point.BASE.multiply(SECRET).add(torsion).toBytes())
  const r = Uint8Array.from(Point.BASE.multiply(NONCE).toBytes())
  const hashed = new Uint8Array(
    await crypto.subtle.digest('SHA-512', concatBytes(r, publicKey, message)),
  )
  const k = toInteger(hashed) % n
  const s = fromHex(((NONCE + k * SECRET) % n).toString(16).padStart(64, '0')).toReversed()
  return { publicKey, signature: concatBytes(r, s), isExact: k % 8n === 0n }
}

const SECRET = 1_234_567_890_123_456_789n
const NONCE = 9_876_543_210_987_654_321n
const toInteger = (littleEndian: Uint8Array): bigint =>
  BigInt(`0x${toHex(littleEndian.toReversed())}`)
