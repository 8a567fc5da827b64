// What is derived from the key in a share link and, where there is one, from a PIN. Uses WebCrypto.
import { decodeBase64Url, encodeBase64Url } from '../encoding/base64url.ts'
import { utf8Encode } from '../encoding/bytes.ts'
import { SHARE_PIN_ITERATIONS_COUNT } from '../limits.ts'
import { SHARE_KEY_BYTES } from './share-link.ts'

interface KeySources {
  /** The fragment of the link. */
  readonly key: Uint8Array<ArrayBuffer>
  /** Of the share: the same PIN gives other keys elsewhere. */
  readonly id: string
  readonly pin?: string | undefined
}

export interface ShareKeys {
  /** AES-256-GCM, not extractable. */
  readonly content: CryptoKey
  /**
   * Shows the Worker that whoever looks knows the PIN, and nothing about it: without the fragment no PIN can be tried against it. 256 bits, base64url;
   * absent where the share has no PIN.
   */
  readonly pinProof?: string
}

/** @see RFC 5869 (HKDF), RFC 8018 §5.2 (PBKDF2) */
export async function deriveShareKeys({ key, id, pin }: KeySources): Promise<ShareKeys> {
  const stretched = pin === undefined ? new Uint8Array() : await stretchPin(pin, id)
  const [content, pinProof] = await Promise.all([
    expand(key, stretched, `licet-share-content ${id}`),
    expand(stretched, key, `licet-share-pin-proof ${id}`),
  ])
  return {
    content: await crypto.subtle.importKey('raw', content, 'AES-GCM', false, [
      'encrypt',
      'decrypt',
    ]),
    ...(pin !== undefined && { pinProof: encodeBase64Url(pinProof) }),
  }
}

/** What the Worker keeps of a proof: SHA-256, base64url; of 256 unguessable bits, so that no salt is needed. Throws for other text. */
export async function hashPinProof(proof: string): Promise<string> {
  const bytes = decodeBase64Url(proof)
  if (!bytes) throw new Error('A proof is base64url')
  return encodeBase64Url(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)))
}

async function stretchPin(pin: string, id: string): Promise<Uint8Array<ArrayBuffer>> {
  const typed = utf8Encode(pin.normalize('NFKC'))
  const material = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveBits'])
  const parameters = {
    name: 'PBKDF2',
    hash: 'SHA-256',
    salt: utf8Encode(`licet-share-pin ${id}`),
    iterations: SHARE_PIN_ITERATIONS_COUNT,
  }
  return new Uint8Array(await crypto.subtle.deriveBits(parameters, material, SHARE_KEY_BYTES * 8))
}

async function expand(
  material: Uint8Array<ArrayBuffer>,
  salt: Uint8Array<ArrayBuffer>,
  purpose: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const key = await crypto.subtle.importKey('raw', material, 'HKDF', false, ['deriveBits'])
  const parameters = { name: 'HKDF', hash: 'SHA-256', salt, info: utf8Encode(purpose) }
  return new Uint8Array(await crypto.subtle.deriveBits(parameters, key, SHARE_KEY_BYTES * 8))
}
