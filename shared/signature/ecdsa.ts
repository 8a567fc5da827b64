// ECDSA on P-256 and P-384, through WebCrypto. Pure.
import type { EcJwk } from '../keys/jwk.ts'
import type { AlgorithmVerifier } from './signature-engine.ts'

const CURVES = {
  'P-256': { hash: 'SHA-256', signatureBytes: 64 },
  'P-384': { hash: 'SHA-384', signatureBytes: 96 },
} as const

/** The signature is `r ‖ s`, each as long as a coordinate; DER is refused by its length. @see RFC 7518 §3.4 */
export const createEcdsa = (subtle: SubtleCrypto): AlgorithmVerifier<EcJwk> => ({
  async importKey({ kty, crv, x, y }) {
    const { hash, signatureBytes } = CURVES[crv]
    const algorithm = { name: 'ECDSA', namedCurve: crv }
    // WebCrypto refuses a point that is not on the curve.
    const key = await subtle
      .importKey('jwk', { kty, crv, x, y }, algorithm, false, ['verify'])
      .catch(() => null)
    return (
      key && {
        verify: async (signature, message) =>
          signature.length === signatureBytes &&
          subtle.verify({ name: 'ECDSA', hash }, key, signature, message),
      }
    )
  },
})
