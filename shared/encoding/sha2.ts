// SHA-2 of short texts, without waiting: a trip to WebCrypto takes ten times as long. Uses Node's own where there is one, else @noble/hashes.
import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js'
import { once } from '../lazily.ts'
import { utf8Encode } from './bytes.ts'

export type Sha2 = 'sha256' | 'sha384' | 'sha512'

interface NodeCrypto {
  readonly hash?: (algorithm: Sha2, data: string, encoding: 'buffer') => Uint8Array
}

interface Platform {
  readonly process?: { readonly getBuiltinModule?: (name: string) => NodeCrypto | undefined }
}

const HASHES = { sha256, sha384, sha512 } as const

/** The digest of a text in UTF-8. @see FIPS 180-4 */
export function sha2(algorithm: Sha2, text: string): Uint8Array {
  const { hash } = platformCrypto()
  return hash ? hash(algorithm, text, 'buffer') : HASHES[algorithm](utf8Encode(text))
}

/** Asked for at the first digest: what is imported has no effect. */
const platformCrypto = once(
  (): NodeCrypto => (globalThis as Platform).process?.getBuiltinModule?.('node:crypto') ?? {},
)
