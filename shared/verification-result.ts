// What a verification answers. Types only; plain data, safe to send as JSON.
import type { CheckResult, Verdict } from './verdict.ts'

export type CredentialKind = 'degree' | 'licence' | 'other'

/** Things a reader must see although nothing failed. */
export type Notice = 'licence_conditions'

/**
 * What the credential says about itself, cleaned for display: no bidi or control characters, cut at 80 characters.
 * Nothing in it is proved unless `claimsVerified`.
 */
export interface CredentialSummary {
  readonly claimsVerified: boolean
  readonly id?: string
  readonly kind: CredentialKind
  readonly envelope?: 'vc+jwt' | 'jwt_vc'
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
  readonly degree?: {
    readonly achievementType?: string
    readonly fieldOfStudy?: string
    readonly awardedDate?: string
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
}

export interface VerificationResult {
  readonly verdict: Verdict
  readonly checks: readonly CheckResult[]
  readonly notices: readonly Notice[]
  readonly credential: CredentialSummary
  readonly evidence: Evidence
  /** RFC 3339, UTC. */
  readonly checkedAt: string
}
