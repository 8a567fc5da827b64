// The bitstring of a status list: index 0 is the left-most bit. Pure.
import { decodeBase64Url, encodeBase64Url } from '../encoding/base64url.ts'
import { gunzip, gzip } from '../encoding/gzip.ts'
import { STATUS_LIST_INFLATED_MAX_BYTES } from '../limits.ts'

/** Multibase prefix of base64url without padding. */
const MULTIBASE_BASE64URL = 'u'

/** A bitstring of at least so many bits, none of them set. */
export const createBitstring = (bits: number): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Math.ceil(bits / 8))

/** Whether the bit at an index is set; beyond the end none is. */
export const readBit = (bitstring: Uint8Array, index: number): boolean =>
  (((bitstring[index >> 3] ?? 0) >> (7 - (index & 7))) & 1) === 1

/** Sets the bit at an index, in place. */
export function setBit(bitstring: Uint8Array, index: number): void {
  bitstring[index >> 3] = (bitstring[index >> 3] ?? 0) | (1 << (7 - (index & 7)))
}

/** @see Bitstring Status List §3.3 https://www.w3.org/TR/vc-bitstring-status-list/#bitstring-generation-algorithm */
export async function encodeBitstring(bitstring: Uint8Array<ArrayBuffer>): Promise<string> {
  return MULTIBASE_BASE64URL + encodeBase64Url(await gzip(bitstring))
}

/** The inflated bitstring, or null where the text is no such thing or inflates past the cap. @see §3.4 */
export async function decodeBitstring(
  encodedList: string,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const compressed = encodedList.startsWith(MULTIBASE_BASE64URL)
    ? decodeBase64Url(encodedList.slice(1))
    : null
  return compressed && gunzip(compressed, STATUS_LIST_INFLATED_MAX_BYTES)
}
