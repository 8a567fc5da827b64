// What the core is given by whoever runs it: clock, look-ups, trust, signature engine. Types only.

import type { VerifierMemory } from './memory.ts'
import type { Problem, ReasonCodeOf } from './reasons.ts'
import type { Result } from './result.ts'
import type { SignatureEngine } from './signature/signature-engine.ts'
import type { TrustSnapshot } from './trust/snapshot.ts'

/** A text that was fetched, and how long it may be kept. */
export interface FetchedText {
  readonly text: string
  /** Seconds since the Unix epoch at which the origin of the text was asked. */
  readonly fetchedAtSeconds: number
}

/** A look-up that gave no document: the world did not answer, or what it answered is no such document. */
export type LookUpFailure = 'unreachable' | 'malformed'

/** Which of the two status systems an entry belongs to: they are asked for by different media types. */
export type StatusListKind = 'bitstring' | 'token'

export interface LookUp {
  /** The DID document of a `did:web`, as parsed JSON. */
  readonly didDocument: (did: string) => Promise<Result<unknown, LookUpFailure>>
  /**
   * The secured status list at a URL, as it was served: a compact JWS or JSON.
   *
   * @param question.atSeconds - asks for the list as it stood at that moment (seconds since the Unix epoch)
   */
  readonly statusList: (
    url: string,
    question: { readonly kind: StatusListKind; readonly atSeconds?: number },
  ) => Promise<Result<FetchedText, LookUpFailure>>
  /** The JSON at an https address where an issuer publishes keys: JWT VC issuer metadata, a JWK set or a JWK. */
  readonly keyDocument: (url: string) => Promise<Result<unknown, LookUpFailure>>
}

export interface VerifierDeps {
  /** Seconds since the Unix epoch; read once per verification. */
  readonly now: () => number
  readonly lookUp: LookUp
  /** The trust list in force, already verified against its pin. */
  readonly trust: () => Promise<Result<TrustSnapshot, Problem<ReasonCodeOf<'issuer_trust'>>>>
  readonly engine: SignatureEngine
  /** Without it, lists and accreditations are verified anew for every credential. */
  readonly memory?: VerifierMemory
}
