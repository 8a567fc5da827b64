// The link of a share: where it is, and behind the `#` the key that only browsers see. Pure.
import { decodeBase64Url, encodeBase64Url } from '../encoding/base64url.ts'

/** 256 bits for AES-GCM and everything else that is derived. */
export const SHARE_KEY_BYTES = 32
/** 128 random bits: whoever has not seen a link finds none by trying. */
export const SHARE_ID_BYTES = 16

const PATH = '/s/'
const ID = /^[\w-]{22}$/

export interface ShareLink {
  readonly origin: string
  /** 128 bits, base64url. */
  readonly id: string
  /** The fragment. It never leaves the browser. */
  readonly key: Uint8Array<ArrayBuffer>
}

export type ShareLinkFault =
  /** No address of a share at all. */
  | 'not_a_share_link'
  /** Something was cut off at the end, or added to it. */
  | 'truncated'

/** The address of a share without its key: what a presentation in it is addressed to (`aud`). */
export const shareAddress = (origin: string, id: string): string => `${origin}${PATH}${id}`

export const formatShareLink = ({ origin, id, key }: ShareLink): string =>
  `${shareAddress(origin, id)}#${encodeBase64Url(key)}`

/** Reads a link strictly: an id and a key of the right length, no query, and nothing else. */
export function parseShareLink(text: string): ShareLink | ShareLinkFault {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url?.pathname.startsWith(PATH) || url.search !== '' || url.username !== '') {
    return 'not_a_share_link'
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return 'not_a_share_link'
  const id = url.pathname.slice(PATH.length)
  const key = decodeBase64Url(url.hash.slice(1))
  if (!isShareId(id) || key?.length !== SHARE_KEY_BYTES) return 'truncated'
  return { origin: url.origin, id, key }
}

/** Whether a text is the id of a share: canonical base64url of 128 bits. */
export const isShareId = (text: string): boolean =>
  ID.test(text) && decodeBase64Url(text)?.length === SHARE_ID_BYTES
