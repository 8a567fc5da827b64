// All that a verifier needs, for who brings nothing but a pin, a fetch and a clock. Uses what it is given.
import type { VerifierDeps } from './deps.ts'
import type { BoundedFetch } from './http/fetch-bounded.ts'
import { createMemoryCache } from './look-ups/document-cache.ts'
import { createLookUps, type OwnDocuments } from './look-ups/look-ups.ts'
import { createTrustReader } from './look-ups/trust-list.ts'
import { createVerifierMemory } from './memory.ts'
import { createSignatureEngine } from './signature/signature-engine.ts'
import type { TrustPin } from './trust/snapshot.ts'

export interface VerifierSources {
  /** Whose trust list counts: what a registry answers at `/registry/pin.json`, learnt over a way that is believed. */
  readonly pin: TrustPin
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>
  /** Seconds since the Unix epoch. */
  readonly now: () => number
}

/** A verifier publishes nothing itself. */
const NOTHING: OwnDocuments = {
  didDocument: () => undefined,
  statusList: () => undefined,
  isOurs: () => false,
}

/**
 * Makes the `deps` of `verifyCredential`, to be kept for as long as one verifies: they hold fetched documents for their life,
 * imported keys, and which lists were proved, all of it in bounded memory.
 *
 * Every address is asked by https, without redirects, within a time and a size; a pin whose origin is http names a host of
 * one's own for development.
 */
export function createVerifierDeps({ fetch: ask, now, pin }: VerifierSources): VerifierDeps {
  const { host, protocol } = new URL(pin.origin)
  const bounds: BoundedFetch = {
    // Browsers refuse a fetch that is called as somebody's method.
    fetch: (url, init) => ask(url, init),
    developmentHosts: new Set(protocol === 'http:' ? [host] : []),
  }
  const engine = createSignatureEngine()
  return {
    now,
    engine,
    memory: createVerifierMemory(),
    lookUp: createLookUps(NOTHING, bounds, createMemoryCache(now)),
    trust: createTrustReader(pin, { bounds, engine, now }),
  }
}
