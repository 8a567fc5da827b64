// Signatures that anyone can make: R = identity, S = 0 under keys of small order. Pure.
import { utf8Encode } from '../../shared/encoding/bytes.ts'

export const fromHex = (hex: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))

/** Keys under which some engines accept such a signature for some or for all messages. */
export const SMALL_ORDER_KEYS = {
  'of order 1': `01${'00'.repeat(31)}`,
  'of order 2': `ec${'ff'.repeat(30)}7f`,
  'of order 4': '00'.repeat(32),
} as const

export const EASY_SIGNATURE = fromHex(`01${'00'.repeat(63)}`)

export const messages = (count: number): readonly Uint8Array<ArrayBuffer>[] =>
  Array.from({ length: count }, (_, number) => utf8Encode(`message ${number}`))
