// The signature engine asked in bytes, as vectors for Ed25519 are written. Uses the WebCrypto that it is given.
import type { Awaitable } from '../../shared/awaitable.ts'
import { publicJwk } from '../../shared/keys/jwk.ts'
import { createSignatureEngine } from '../../shared/signature/signature-engine.ts'

type Bytes = Uint8Array<ArrayBuffer>

export function createEd25519Verifier(subtle?: SubtleCrypto) {
  const engine = createSignatureEngine(subtle)
  return {
    verify: (publicKey: Bytes, signature: Bytes, message: Bytes): Awaitable<boolean> =>
      engine.verify('EdDSA', publicJwk(publicKey), signature, message),
  }
}
