// What a verification answers. Types only; plain data, safe to send as JSON.
import type { NameMatch } from './names/compare.ts'
import type { Envelope } from './parse/credential.ts'
import type { ReasonCode } from './reasons.ts'
import type { CheckResult, Verdict } from './verdict.ts'

/** `transcript`: a credential that holds others (CLR). `presentation`: what a holder presents; it claims nothing itself. */
export const CREDENTIAL_KINDS = [
  'degree',
  'licence',
  'transcript',
  'licence-extension',
  'good-standing',
  'language-proficiency',
  'bridging-module',
  'competency-assessment',
  'equivalence-decision',
  'exam-result',
  'presentation',
  'other',
] as const
export type CredentialKind = (typeof CREDENTIAL_KINDS)[number]

/** Things a reader must see although nothing failed. */
export const NOTICES = [
  'licence_conditions',
  'contained_not_verified',
  'schema_not_checked',
  'status_message',
  'refresh_available',
  'holder_not_proven',
  'issuer_closed',
] as const
export type Notice = (typeof NOTICES)[number]

/** What a status entry is about. @see Bitstring Status List §2.1 */
export const STATUS_PURPOSES = ['revocation', 'suspension', 'refresh', 'message'] as const
export type StatusPurpose = (typeof STATUS_PURPOSES)[number]

/**
 * What the credential says about itself, cleaned for display: no bidi or control characters, cut at 80 characters.
 * Nothing in it is proved unless `claimsVerified`.
 */
export interface CredentialSummary {
  readonly claimsVerified: boolean
  readonly id?: string
  readonly kind: CredentialKind
  readonly envelope?: Envelope
  /** `Unreadable credential` where there is none. */
  readonly name: string
  readonly subject: {
    readonly name?: string
    /** Further forms of the name: in another script, as in the passport, a former one. */
    readonly otherNames?: readonly string[]
    readonly id?: string
  }
  readonly issuer: { readonly id?: string; readonly name?: string; readonly domain?: string }
  readonly validFrom?: string
  readonly validUntil?: string
  readonly licence?: {
    readonly number?: string
    readonly profession?: string
    readonly jurisdiction?: string
    /** How far the licence goes: `full`, `provisional` or `supervised`. */
    readonly scope?: string
    readonly conditions?: readonly string[]
  }
  /** What the issuer attached to the status, as its signed list or entry words it. */
  readonly statusMessages?: readonly string[]
  readonly degree?: {
    readonly achievementType?: string
    readonly fieldOfStudy?: string
    readonly awardedDate?: string
    /** The number of the licence that an achievement of type `License` stands for. */
    readonly licenseNumber?: string
    /** What it corresponds to in a framework, such as `EQF level 7`. */
    readonly alignments?: readonly string[]
    /** Marks, each with the name of what was marked where there is one: `Thesis: 1.0`. */
    readonly results?: readonly string[]
  }
}

/** One accreditation of the chain, from the issuer upwards to the anchor. */
export interface ChainLink {
  readonly accreditationId: string
  readonly accreditor: { readonly did: string; readonly name: string }
  readonly subject: { readonly did: string; readonly name: string }
  readonly validUntil?: string
}

export interface Evidence {
  readonly verificationMethod?: string
  readonly trustChain: readonly ChainLink[]
  readonly statusLists: readonly { readonly url: string; readonly fetchedAt: string }[]
  /** Every entry of the credential's status, in its order, each with its own answer. */
  readonly statusEntries: readonly StatusEntryReport[]
  /** Where the issuer has closed. */
  readonly closing?: ClosingReport
}

/** By a record that somebody who recognised the issuer signed. */
export interface ClosingReport {
  /** The id of the record. */
  readonly record: string
  readonly issuer: { readonly did: string; readonly name: string }
  readonly closedOn: string
  readonly statedBy: { readonly did: string; readonly name: string }
  /** Absent where nobody is known to keep the records. */
  readonly keptBy?: { readonly did: string; readonly name: string }
}

export interface StatusEntryReport {
  /** Absent where the entry names a purpose that we do not know. */
  readonly purpose?: StatusPurpose
  readonly list?: string
  /** What the list holds for it: 0 says nothing. Absent where it could not be read. */
  readonly value?: number
  readonly outcome: 'pass' | 'fail' | 'unknown'
  readonly code?: ReasonCode
}

export interface VerificationResult {
  readonly verdict: Verdict
  readonly checks: readonly CheckResult[]
  readonly notices: readonly Notice[]
  readonly credential: CredentialSummary
  readonly evidence: Evidence
  /** Results of the credentials inside: of a presentation or a CLR, in their order. */
  readonly contained?: readonly VerificationResult[]
  /** How the subject's name compares with the one that was asked for; never part of the verdict. */
  readonly nameMatch?: NameMatch
  /** The form of the subject's name that comes closest to it, cleaned for display; absent where the subject has none. */
  readonly matchedName?: string
  /** RFC 3339, UTC. */
  readonly checkedAt: string
}
