// Checks a signature while what it signs is still being read: platforms do so on another thread. Pure but for the engine.
import type { Awaitable } from '../awaitable.ts'
import { didOfUrl } from '../keys/did.ts'
import { canonicalJwk, type PublicJwk } from '../keys/jwk.ts'
import { recallListedMethods } from '../keys/listed-methods.ts'
import type { SignatureHead } from '../parse/read-bound.ts'
import type { TrustSnapshot } from '../trust/snapshot.ts'
import type { SignatureEngine } from './signature-engine.ts'

/** An engine that may be told early what it will be asked. */
export interface HeadStart {
  readonly engine: SignatureEngine
  readonly onHead: (head: SignatureHead) => void
}

/**
 * Begins with the key that a signature names, where the trust list holds it and somebody asked for it before. That is a guess:
 * whose signature it must be is found out from the claims, and only the very same question – algorithm, key, signature and
 * bytes – is given this answer.
 */
export function createHeadStart(
  engine: SignatureEngine,
  trust: TrustSnapshot | undefined,
): HeadStart {
  let begun:
    | { readonly head: SignatureHead; readonly key: PublicJwk; readonly answer: Awaitable<boolean> }
    | undefined
  return {
    onHead(head) {
      const key = begun ? undefined : findListed(head, trust)
      if (!key) return
      const answer = engine.verify(head.algorithm, key, head.signature, head.signedBytes())
      // Nobody may be waiting by the time that it fails: whoever asks hears it.
      if (answer instanceof Promise) answer.catch(() => undefined)
      begun = { head, key, answer }
    },
    engine: {
      verify: (algorithm, key, signature, message) =>
        begun &&
        algorithm === begun.head.algorithm &&
        signature === begun.head.signature &&
        message === begun.head.signedBytes() &&
        canonicalJwk(key) === canonicalJwk(begun.key)
          ? begun.answer
          : engine.verify(algorithm, key, signature, message),
    },
  }
}

function findListed(
  { kid }: SignatureHead,
  trust: TrustSnapshot | undefined,
): PublicJwk | undefined {
  const entity = kid === undefined ? undefined : trust?.entities.get(didOfUrl(kid))
  return entity && recallListedMethods(entity)?.find(({ id }) => id === kid)?.key
}
