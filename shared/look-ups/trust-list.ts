// The trust list of a pinned registry: fetched, verified against the pin, kept in memory. Uses the fetch it is given.
import type { VerifierDeps } from '../deps.ts'
import { type BoundedFetch, type Expected, fetchBounded } from '../http/fetch-bounded.ts'
import { TRUST_LIST_MAX_BYTES, TRUST_LIST_TTL_SECONDS } from '../limits.ts'
import { problem } from '../reasons.ts'
import { err, ok } from '../result.ts'
import type { SignatureEngine } from '../signature/signature-engine.ts'
import type { TrustPin, TrustSnapshot } from '../trust/snapshot.ts'
import { createTrustListReader } from '../trust/trust-list-reader.ts'
import { secondsLeft } from './seconds-left.ts'

interface TrustListDeps {
  readonly bounds: BoundedFetch
  readonly engine: SignatureEngine
  /** Seconds since the Unix epoch. */
  readonly now: () => number
}

type TrustAnswer = Awaited<ReturnType<VerifierDeps['trust']>>

interface Kept {
  readonly snapshot: TrustSnapshot
  readonly freshUntilSeconds: number
}

const TRUST_LIST: Expected = {
  accept: 'application/vc+jwt',
  contentTypes: ['application/vc+jwt'],
  maxBytes: TRUST_LIST_MAX_BYTES,
}

/**
 * Makes what answers with the trust list in force. While the registry is silent, a list that has not ended goes on speaking
 * for itself; one with a lower sequence than was seen is refused.
 */
export function createTrustReader(
  pin: TrustPin,
  { bounds, engine, now }: TrustListDeps,
): VerifierDeps['trust'] {
  const read = createTrustListReader(engine)
  let kept: Kept | undefined
  let underWay: Promise<TrustAnswer> | undefined

  const ask = async (): Promise<TrustAnswer> => {
    const fetched = await fetchBounded(new URL('/v1/trust-list', pin.origin), TRUST_LIST, bounds)
    const nowSeconds = now()
    if (!fetched.ok) {
      if (kept && nowSeconds < kept.snapshot.validUntilSeconds) return ok(kept.snapshot)
      const isMalformed = fetched.error === 'malformed'
      return err(problem(`issuer_trust.registry_${isMalformed ? 'unverified' : 'unreachable'}`))
    }
    const lowestSequence = kept?.snapshot.sequence ?? 0
    const list = await read(fetched.value.text.trim(), pin, { nowSeconds, lowestSequence })
    if (!list.ok) return list
    const seconds = secondsLeft(fetched.value, TRUST_LIST_TTL_SECONDS)
    kept = { snapshot: list.value, freshUntilSeconds: nowSeconds + seconds }
    return list
  }

  return () => {
    if (kept && now() < kept.freshUntilSeconds) return Promise.resolve(ok(kept.snapshot))
    underWay ??= ask().finally(() => {
      underWay = undefined
    })
    return underWay
  }
}
