// Every signature algorithm behind one question. Uses WebCrypto; holds a bounded cache of imported keys.
import { type Awaitable, andThen } from '../awaitable.ts'
import { canonicalJwk, type EcJwk, type OkpJwk, type PublicJwk, type RsaJwk } from '../keys/jwk.ts'
import { KEY_CACHE_MAX_COUNT } from '../limits.ts'
import { keyFitsAlgorithm } from './algorithms.ts'
import { createEcdsa } from './ecdsa.ts'
import { createEd25519 } from './ed25519.ts'
import { createRsa } from './rsa.ts'

type Bytes = Uint8Array<ArrayBuffer>

/** A key that passed every check, ready to be asked. */
interface ReadyKey {
  readonly verify: (signature: Bytes, message: Bytes) => Awaitable<boolean>
}

export interface AlgorithmVerifier<Key extends PublicJwk> {
  /** Null where the key is unsafe or no key at all. */
  readonly importKey: (key: Key) => Promise<ReadyKey | null>
}

/** Answers whether a signature over a message was made by the holder of a key. Never throws for bad input. */
export interface SignatureEngine {
  /** @param algorithm - a row of `ALGORITHMS`; a key of another kind answers false */
  readonly verify: (
    algorithm: string,
    key: PublicJwk,
    signature: Bytes,
    message: Bytes,
  ) => Awaitable<boolean>
}

/** Makes the engine that a verifier is given. One for each process serves best: it remembers imported keys. */
export function createSignatureEngine(subtle: SubtleCrypto = crypto.subtle): SignatureEngine {
  const importKey = createKeyCache(subtle)
  return {
    verify(algorithm, key, signature, message) {
      if (!keyFitsAlgorithm(key, algorithm)) return false
      // A key at hand is asked at once, so that the platform can work while the caller goes on.
      return andThen(importKey(key), (ready) => ready?.verify(signature, message) ?? false)
    },
  }
}

type FoundKey = Awaitable<ReadyKey | null>

function createKeyCache(subtle: SubtleCrypto): (key: PublicJwk) => FoundKey {
  const importers = { OKP: createEd25519(subtle), EC: createEcdsa(subtle), RSA: createRsa(subtle) }
  const importOne = (key: PublicJwk): Promise<ReadyKey | null> => {
    switch (key.kty) {
      case 'OKP':
        return importers.OKP.importKey(key satisfies OkpJwk)
      case 'EC':
        return importers.EC.importKey(key satisfies EcJwk)
      case 'RSA':
        return importers.RSA.importKey(key satisfies RsaJwk)
    }
  }
  const cache = new Map<string, FoundKey>()
  return (key) => {
    const name = canonicalJwk(key)
    const known = cache.get(name)
    if (known !== undefined) return known
    const oldest = cache.size >= KEY_CACHE_MAX_COUNT ? cache.keys().next().value : undefined
    if (oldest !== undefined) cache.delete(oldest)
    const imported = importOne(key).then((ready) => {
      if (cache.get(name) === imported) cache.set(name, ready)
      return ready
    })
    cache.set(name, imported)
    return imported
  }
}
