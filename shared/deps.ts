// What the core is given by whoever runs it: clock, look-ups, trust, signature engine. Types only.

import type { Problem, ReasonCodeOf } from './reasons.ts'
import type { Result } from './result.ts'
import type { Ed25519 } from './signature/ed25519.ts'
import type { TrustSnapshot } from './trust/snapshot.ts'

/** A text that was fetched, and how long it may be kept. */
export interface FetchedText {
  readonly text: string
  /** Seconds since the Unix epoch at which the origin of the text was asked. */
  readonly fetchedAtSeconds: number
}

/** A look-up that gave no document: the world did not answer, or what it answered is no such document. */
export type LookUpFailure = 'unreachable' | 'malformed'

export interface LookUp {
  /** The DID document of a `did:web`, as parsed JSON. */
  readonly didDocument: (did: string) => Promise<Result<unknown, LookUpFailure>>
  /** The secured status list credential at a URL, as a compact JWS. */
  readonly statusList: (url: string) => Promise<Result<FetchedText, LookUpFailure>>
}

export interface VerifierDeps {
  /** Seconds since the Unix epoch; read once per verification. */
  readonly now: () => number
  readonly lookUp: LookUp
  /** The trust list in force, already verified against its pin. */
  readonly trust: () => Promise<Result<TrustSnapshot, Problem<ReasonCodeOf<'issuer_trust'>>>>
  readonly ed25519: Ed25519
}
