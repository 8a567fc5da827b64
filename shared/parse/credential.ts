// What every envelope is parsed into. Types only.
import type { JsonObject } from '../encoding/json.ts'

export type Envelope = 'vc+jwt' | 'jwt_vc'

/** The claims of a credential in one shape for all data models. Nothing in it is proved. */
export interface CredentialClaims {
  readonly id?: string
  readonly types: readonly string[]
  readonly issuer: { readonly id: string; readonly properties: JsonObject }
  readonly subject: JsonObject
  /** Seconds since the Unix epoch. */
  readonly validFromSeconds?: number
  readonly validUntilSeconds?: number
  /** When the qualification was awarded, where the credential says so; `validFrom` changes with each re-issue. */
  readonly awardedSeconds?: number
  readonly statusEntries: readonly JsonObject[]
  /** The whole credential as its data model writes it. */
  readonly properties: JsonObject
}

/** A compact JWS, taken apart and read, not verified. */
export interface ParsedCredential {
  readonly envelope: Envelope
  readonly algorithm: string
  readonly kid?: string
  /** The `iss` claim, where there is one. */
  readonly iss?: string
  readonly signingInput: Uint8Array<ArrayBuffer>
  readonly signature: Uint8Array<ArrayBuffer>
  readonly claims: CredentialClaims
}
