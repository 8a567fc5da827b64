// What every envelope is parsed into. Types only.
import type { JsonObject } from '../encoding/json.ts'
import type { Problem, ReasonCodeOf } from '../reasons.ts'
import type { Result } from '../result.ts'

/** The secured outer form of a credential or a presentation; an embedded proof is named by its cryptosuite. */
export const ENVELOPES = [
  'vc+jwt',
  'jwt_vc',
  'dc+sd-jwt',
  'eddsa-jcs-2022',
  'eddsa-rdfc-2022',
  'Ed25519Signature2020',
  'vp+jwt',
  'jwt_vp',
  'elm',
] as const
export type Envelope = (typeof ENVELOPES)[number]

/** The claims of a credential in one shape for all data models. Nothing in it is proved. */
export interface CredentialClaims {
  readonly id?: string | undefined
  readonly types: readonly string[]
  readonly issuer: { readonly id: string; readonly properties: JsonObject }
  /** Empty where there are several. */
  readonly subject: JsonObject
  readonly hasSeveralSubjects?: true | undefined
  /** Seconds since the Unix epoch. */
  readonly validFromSeconds?: number | undefined
  readonly validUntilSeconds?: number | undefined
  /** When it was signed, where an embedded proof says so; the latest of several. */
  readonly signedAtSeconds?: number | undefined
  /** When the qualification was awarded, where the credential says so; `validFrom` changes with each re-issue. */
  readonly awardedSeconds?: number | undefined
  readonly statusEntries: readonly JsonObject[]
  /** The whole credential as its data model writes it. */
  readonly properties: JsonObject
}

/** What a signature must be made for: credentials by `assertionMethod`, presentations by `authentication`. */
export type VerificationRelationship = 'assertionMethod' | 'authentication'

/** A signature, taken off its credential and not checked. */
export interface ParsedSignature {
  /** A JOSE `alg`; Data Integrity suites over Ed25519 say `EdDSA`. */
  readonly algorithm: string
  /** The verification method that it names, as it is written: a DID URL, a fragment, an address. */
  readonly kid?: string | undefined
  /** The `iss` claim, where there is one. */
  readonly iss?: string | undefined
  /** The public key that the signature brings along. It proves nothing by itself. */
  readonly headerJwk?: unknown
  readonly relationship: VerificationRelationship
  /** What an embedded proof says that it is for. */
  readonly purpose?: string
  /**
   * Contexts that are read by bytes of our own, though another deployment may serve others: where the signature does not fit,
   * nobody knows whose fault it is.
   */
  readonly presumedContexts?: readonly string[]
  readonly signature: Uint8Array<ArrayBuffer>
  /** The bytes that were signed. Canonicalisation happens only when somebody asks. */
  readonly signedBytes: () => SignedBytes | Promise<SignedBytes>
}

export type SignedBytes = Result<
  Uint8Array<ArrayBuffer>,
  Problem<ReasonCodeOf<'format'> | ReasonCodeOf<'signature'>>
>

/** A presented SD-JWT's Key Binding JWT, taken apart and not checked. @see RFC 9901 §4.3 */
export interface ParsedKeyBinding {
  readonly signature: ParsedSignature
  readonly nonce: string
  readonly audience: string
  readonly issuedAtSeconds: number
  readonly sdHash: string
  /** The digest of what was presented, by the hash of the SD-JWT. */
  readonly presentedHash: string
}

/** What only selective disclosure has. @see RFC 9901 */
export interface ParsedDisclosures {
  /** Undefined where every disclosure belongs to the signed whole. */
  readonly problem?: Problem<ReasonCodeOf<'disclosures'>>
  /** False where something that was signed may be kept back. */
  readonly isWhole: boolean
  /** `cnf.jwk`: the key of the holder, where the credential is bound to one. */
  readonly holderKey?: unknown
  /** Undefined where none was presented; a problem where it cannot be read. */
  readonly keyBinding?: Result<ParsedKeyBinding, Problem<ReasonCodeOf<'holder_binding'>>>
}

/** A secured credential, taken apart and read, not verified. */
export interface ParsedCredential {
  readonly envelope: Envelope
  readonly claims: CredentialClaims
  /** A compact JWS has one; an embedded proof set several. None: sealed in a way that we do not check. */
  readonly signatures: readonly ParsedSignature[]
  readonly disclosures?: ParsedDisclosures
}

/** A presentation, taken apart. @see VCDM 2.0 §4.13 */
export interface ParsedPresentation {
  /** Undefined where it is not signed. */
  readonly envelope?: Envelope
  /** Who presents; undefined where the presentation does not say. */
  readonly holder?: string
  /** None: an unsigned presentation, which proves nobody's presence. */
  readonly signatures: readonly ParsedSignature[]
  /** `nonce` of a JWT, `challenge` of a proof. */
  readonly nonce?: string
  /** `aud` of a JWT, `domain` of a proof. */
  readonly audience?: readonly string[]
  /** `iat` of a JWT, `created` of a proof. */
  readonly signedAtSeconds?: number
  readonly validFromSeconds?: number
  readonly validUntilSeconds?: number
  /** Compact texts and objects, each to be verified by itself. */
  readonly credentials: readonly (string | JsonObject)[]
}
