// RSASSA-PKCS1-v1_5 with SHA-256, through WebCrypto: what Open Badges ask for. Pure.
import type { RsaJwk } from '../keys/jwk.ts'
import type { AlgorithmVerifier } from './signature-engine.ts'

const RS256 = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' } as const

/** @see RFC 7518 §3.3 */
export const createRsa = (subtle: SubtleCrypto): AlgorithmVerifier<RsaJwk> => ({
  async importKey({ kty, n, e }) {
    const key = await subtle
      .importKey('jwk', { kty, n, e, alg: 'RS256' }, RS256, false, ['verify'])
      .catch(() => null)
    return (
      key && { verify: async (signature, message) => subtle.verify(RS256, key, signature, message) }
    )
  },
})
