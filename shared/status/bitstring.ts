// The encoded list of a bitstring status list: gzip inside multibase. Uses the platform's streams.
import { decodeBase64Url, encodeBase64Url } from '../encoding/base64url.ts'
import { gunzip, gzip } from '../encoding/gzip.ts'
import { STATUS_LIST_INFLATED_MAX_BYTES } from '../limits.ts'

/** Multibase prefix of base64url without padding. */
const MULTIBASE_BASE64URL = 'u'

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
