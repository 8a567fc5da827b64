// AES-256-GCM under the deployment's sealing key. Uses WebCrypto.
import { decodeBase64Url, encodeBase64Url } from '../../shared/encoding/base64url.ts'
import { concatBytes, utf8Encode } from '../../shared/encoding/bytes.ts'

/** Seals bytes at rest. What is sealed for one place does not open in another. */
export interface Sealer {
  readonly seal: (plaintext: Uint8Array, context: string) => Promise<string>
  /** Throws where the text was altered, moved, or sealed under another key. */
  readonly unseal: (sealed: string, context: string) => Promise<Uint8Array<ArrayBuffer>>
}

const IV_BYTES = 12

/** @param secret - 32 bytes, base64url */
export function createSealer(secret: string): Sealer {
  const bytes = decodeBase64Url(secret)
  if (bytes?.length !== 32) throw new Error('The sealing key is not 32 bytes of base64url')
  const key = crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt'])
  const parameters = (iv: Uint8Array<ArrayBuffer>, context: string) => ({
    name: 'AES-GCM',
    iv,
    additionalData: utf8Encode(context),
  })
  return {
    async seal(plaintext, context) {
      const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES))
      const ciphertext = await crypto.subtle.encrypt(
        parameters(iv, context),
        await key,
        new Uint8Array(plaintext),
      )
      return encodeBase64Url(concatBytes(iv, new Uint8Array(ciphertext)))
    },
    async unseal(sealed, context) {
      const data = decodeBase64Url(sealed)
      if (!data || data.length <= IV_BYTES) throw new Error('Not a sealed text')
      const iv = data.slice(0, IV_BYTES)
      return new Uint8Array(
        await crypto.subtle.decrypt(parameters(iv, context), await key, data.slice(IV_BYTES)),
      )
    },
  }
}
