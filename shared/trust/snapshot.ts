// What a verified trust list says. Types only.
import type { OkpJwk, PublicJwk } from '../keys/jwk.ts'

/** A key that somebody else may hold since a moment. */
export interface CompromisedKey {
  readonly key: PublicJwk
  /** Seconds since the Unix epoch. */
  readonly sinceSeconds: number
}

/** An organisation of which the trust list publishes the keys. */
export interface TrustedEntity {
  readonly did: string
  readonly name: string
  /** The host that it has proved to control, where that is not the one of its DID. */
  readonly domain?: string
  /** None where the only one was compromised. */
  readonly keys: readonly PublicJwk[]
  /** No key stands here and in `keys`. */
  readonly compromised?: readonly CompromisedKey[]
}

/** An organisation that the verifier has chosen to believe without further proof. */
export type TrustAnchor = TrustedEntity

export interface TrustSnapshot {
  /** The deployment that publishes it, as the verifier's pin names it. */
  readonly origin: string
  readonly sequence: number
  /** Seconds since the Unix epoch. */
  readonly validUntilSeconds: number
  readonly anchors: readonly TrustAnchor[]
  /** By DID; anchors included. */
  readonly entities: ReadonlyMap<string, TrustedEntity>
  /** Accreditation credentials as `vc+jwt`, not yet verified, by the DID of the organisation that they are about. */
  readonly accreditations: ReadonlyMap<string, readonly string[]>
  /** What accreditors say of issuers besides, likewise. */
  readonly remarks: ReadonlyMap<string, readonly string[]>
}

/** What a verifier is told out of band: where the trust list is, and by which key it must be signed. */
export interface TrustPin {
  readonly origin: string
  readonly registryKey: OkpJwk
  /** The verifier's own anchors. Without them, those of the signed list are used. */
  readonly anchors?: readonly TrustAnchor[]
}
