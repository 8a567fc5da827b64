// Encrypting what is shared, and reading it again: both ends. Uses WebCrypto; randomness is passed in.
import { decodeBase64Url, encodeBase64Url } from '../encoding/base64url.ts'
import { concatBytes, utf8Decode, utf8Encode } from '../encoding/bytes.ts'
import { parseJson } from '../encoding/json.ts'
import { SHARE_CIPHERTEXT_MAX_BYTES } from '../limits.ts'
import { err, ok, type Result } from '../result.ts'
import { type ShareContent, shareContentSchema } from './share-content.ts'
import type { ShareKeys } from './share-keys.ts'

const IV_BYTES = 12
const TAG_BYTES = 16
/** Lengths tell how much was shared: a whole number of these is all that the Worker sees. */
const PADDED_BYTES = 4_096
/** JSON may end in white space. */
const PADDING = 0x20

export type ShareFault =
  /** More than a share may hold. */
  | 'too_large'
  /** Another key, another PIN, another share, or altered on the way: nobody can tell which. */
  | 'undecipherable'
  /** It opens, and is not what we know. */
  | 'unknown_form'

/**
 * @param address - of the share, without its key: what was sealed for one share opens in no other
 * @returns IV, ciphertext and tag, base64url, or `too_large`
 */
export async function sealShare(
  content: ShareContent,
  { content: key }: ShareKeys,
  address: string,
  drawBytes: (count: number) => Uint8Array<ArrayBuffer>,
): Promise<Result<string, ShareFault>> {
  const plaintext = pad(utf8Encode(JSON.stringify(content)))
  if (IV_BYTES + plaintext.length + TAG_BYTES > SHARE_CIPHERTEXT_MAX_BYTES) return err('too_large')
  const iv = drawBytes(IV_BYTES)
  const sealed = await crypto.subtle.encrypt(parameters(iv, address), key, plaintext)
  return ok(encodeBase64Url(concatBytes(iv, new Uint8Array(sealed))))
}

export async function openShare(
  ciphertext: string,
  { content: key }: ShareKeys,
  address: string,
): Promise<Result<ShareContent, ShareFault>> {
  const bytes = decodeBase64Url(ciphertext)
  if (!bytes || bytes.length <= IV_BYTES + TAG_BYTES) return err('undecipherable')
  const opened = await crypto.subtle
    .decrypt(parameters(bytes.slice(0, IV_BYTES), address), key, bytes.slice(IV_BYTES))
    .catch(() => undefined)
  if (!opened) return err('undecipherable')
  const text = utf8Decode(new Uint8Array(opened))
  const parsed = shareContentSchema.safeParse(text === null ? undefined : parseJson(text))
  return parsed.success ? ok(parsed.data) : err('unknown_form')
}

const parameters = (iv: Uint8Array<ArrayBuffer>, address: string) => ({
  name: 'AES-GCM',
  iv,
  additionalData: utf8Encode(address),
})

function pad(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const padded = new Uint8Array(Math.ceil(bytes.length / PADDED_BYTES) * PADDED_BYTES).fill(PADDING)
  padded.set(bytes)
  return padded
}
