// The encoded list of a token status list: zlib inside base64url. Uses the platform's streams.
import { decodeBase64Url, encodeBase64Url } from '../encoding/base64url.ts'
import { deflate, inflate } from '../encoding/gzip.ts'
import { STATUS_LIST_INFLATED_MAX_BYTES } from '../limits.ts'

/** Bits of a value that a token status list may have. @see Token Status List §4.1 */
export const TOKEN_BITS = [1, 2, 4, 8] as const
export type TokenBits = (typeof TOKEN_BITS)[number]

/** The `lst` member. @see Token Status List §4.2 https://datatracker.ietf.org/doc/draft-ietf-oauth-status-list/ */
export async function encodeTokenList(values: Uint8Array<ArrayBuffer>): Promise<string> {
  return encodeBase64Url(await deflate(values))
}

/** The inflated values, or null where the text is no such thing or inflates past the cap. */
export async function decodeTokenList(lst: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const compressed = decodeBase64Url(lst)
  return compressed && inflate(compressed, STATUS_LIST_INFLATED_MAX_BYTES)
}
