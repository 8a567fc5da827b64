// The closed table of everything that can be wrong with a credential. Pure.
import type { CheckId } from './checks.ts'

/** Problem types defined by W3C: VCDM 2.0 §7.2 and Bitstring Status List §3.5. */
type ProblemType =
  | 'PARSING_ERROR'
  | 'CRYPTOGRAPHIC_SECURITY_ERROR'
  | 'MALFORMED_VALUE_ERROR'
  | 'RANGE_ERROR'
  | 'STATUS_RETRIEVAL_ERROR'
  | 'STATUS_VERIFICATION_ERROR'
  | 'STATUS_LIST_LENGTH_ERROR'

interface Reason {
  readonly outcome: 'fail' | 'unknown'
  readonly w3c?: ProblemType
}

/** `fail`: we know that it is bad. `unknown`: we could not find out. The part before the dot is the check it answers. */
export const REASONS = {
  'format.unrecognized': { outcome: 'fail', w3c: 'PARSING_ERROR' },
  'format.too_large': { outcome: 'fail', w3c: 'PARSING_ERROR' },
  'format.encoding_malformed': { outcome: 'fail', w3c: 'PARSING_ERROR' },
  'format.property_missing': { outcome: 'fail', w3c: 'MALFORMED_VALUE_ERROR' },
  'format.property_malformed': { outcome: 'fail', w3c: 'MALFORMED_VALUE_ERROR' },
  'format.context_unsupported': { outcome: 'fail', w3c: 'MALFORMED_VALUE_ERROR' },
  'format.typ_unsupported': { outcome: 'fail', w3c: 'PARSING_ERROR' },
  'format.unsecured': { outcome: 'fail', w3c: 'CRYPTOGRAPHIC_SECURITY_ERROR' },
  'format.critical_header_unknown': { outcome: 'fail', w3c: 'PARSING_ERROR' },
  'format.legacy_vc_claim': { outcome: 'fail', w3c: 'MALFORMED_VALUE_ERROR' },
  'format.envelope_unsupported': { outcome: 'unknown' },
  'format.context_unavailable': { outcome: 'unknown' },
  'format.term_undefined': { outcome: 'fail', w3c: 'MALFORMED_VALUE_ERROR' },
  'format.schema_mismatch': { outcome: 'fail', w3c: 'MALFORMED_VALUE_ERROR' },
  'format.related_resource_mismatch': { outcome: 'fail', w3c: 'CRYPTOGRAPHIC_SECURITY_ERROR' },

  'issuer_key.algorithm_not_allowed': { outcome: 'fail', w3c: 'CRYPTOGRAPHIC_SECURITY_ERROR' },
  'issuer_key.algorithm_unsupported': { outcome: 'unknown' },
  'issuer_key.did_method_unsupported': { outcome: 'unknown' },
  'issuer_key.did_unreachable': { outcome: 'unknown' },
  'issuer_key.did_document_malformed': { outcome: 'fail' },
  'issuer_key.verification_method_missing': {
    outcome: 'fail',
    w3c: 'CRYPTOGRAPHIC_SECURITY_ERROR',
  },
  'issuer_key.not_an_assertion_method': { outcome: 'fail', w3c: 'CRYPTOGRAPHIC_SECURITY_ERROR' },
  'issuer_key.controller_mismatch': { outcome: 'fail', w3c: 'CRYPTOGRAPHIC_SECURITY_ERROR' },
  'issuer_key.key_type_mismatch': { outcome: 'fail', w3c: 'CRYPTOGRAPHIC_SECURITY_ERROR' },
  'issuer_key.key_malformed': { outcome: 'fail', w3c: 'CRYPTOGRAPHIC_SECURITY_ERROR' },
  'issuer_key.proof_purpose_mismatch': { outcome: 'fail', w3c: 'CRYPTOGRAPHIC_SECURITY_ERROR' },
  'issuer_key.self_asserted': { outcome: 'unknown' },
  'issuer_key.compromised': { outcome: 'fail', w3c: 'CRYPTOGRAPHIC_SECURITY_ERROR' },
  'issuer_key.time_evidence_missing': { outcome: 'unknown' },

  'signature.mismatch': { outcome: 'fail', w3c: 'CRYPTOGRAPHIC_SECURITY_ERROR' },
  'signature.issuer_mismatch': { outcome: 'fail', w3c: 'CRYPTOGRAPHIC_SECURITY_ERROR' },
  'signature.previous_proof_missing': { outcome: 'fail', w3c: 'CRYPTOGRAPHIC_SECURITY_ERROR' },
  'signature.seal_unsupported': { outcome: 'unknown' },

  'disclosures.malformed': { outcome: 'fail', w3c: 'MALFORMED_VALUE_ERROR' },
  'disclosures.too_many': { outcome: 'fail', w3c: 'MALFORMED_VALUE_ERROR' },
  'disclosures.hash_unsupported': { outcome: 'fail', w3c: 'CRYPTOGRAPHIC_SECURITY_ERROR' },
  'disclosures.duplicate_digest': { outcome: 'fail', w3c: 'CRYPTOGRAPHIC_SECURITY_ERROR' },
  'disclosures.unreferenced': { outcome: 'fail', w3c: 'CRYPTOGRAPHIC_SECURITY_ERROR' },
  'disclosures.claim_name_taken': { outcome: 'fail', w3c: 'CRYPTOGRAPHIC_SECURITY_ERROR' },
  'disclosures.protected_claim_disclosed': {
    outcome: 'fail',
    w3c: 'CRYPTOGRAPHIC_SECURITY_ERROR',
  },

  'holder_binding.missing': { outcome: 'fail', w3c: 'CRYPTOGRAPHIC_SECURITY_ERROR' },
  'holder_binding.mismatch': { outcome: 'fail', w3c: 'CRYPTOGRAPHIC_SECURITY_ERROR' },
  'holder_binding.nonce_mismatch': { outcome: 'fail', w3c: 'CRYPTOGRAPHIC_SECURITY_ERROR' },
  'holder_binding.audience_mismatch': { outcome: 'fail', w3c: 'CRYPTOGRAPHIC_SECURITY_ERROR' },
  'holder_binding.sd_hash_mismatch': { outcome: 'fail', w3c: 'CRYPTOGRAPHIC_SECURITY_ERROR' },
  'holder_binding.too_old': { outcome: 'fail' },

  'validity_period.not_yet_valid': { outcome: 'fail' },
  'validity_period.expired': { outcome: 'fail' },

  'status.revoked': { outcome: 'fail' },
  'status.suspended': { outcome: 'fail' },
  'status.lapsed': { outcome: 'fail' },
  'status.surrendered': { outcome: 'fail' },
  'status.list_unreachable': { outcome: 'unknown', w3c: 'STATUS_RETRIEVAL_ERROR' },
  'status.list_unverified': { outcome: 'unknown', w3c: 'STATUS_VERIFICATION_ERROR' },
  'status.list_expired': { outcome: 'unknown', w3c: 'STATUS_VERIFICATION_ERROR' },
  'status.list_malformed': { outcome: 'unknown', w3c: 'STATUS_VERIFICATION_ERROR' },
  'status.list_too_short': { outcome: 'unknown', w3c: 'STATUS_LIST_LENGTH_ERROR' },
  'status.index_out_of_range': { outcome: 'unknown', w3c: 'RANGE_ERROR' },
  'status.purpose_mismatch': { outcome: 'unknown', w3c: 'STATUS_VERIFICATION_ERROR' },
  'status.type_unsupported': { outcome: 'unknown' },
  'status.history_unavailable': { outcome: 'unknown' },

  'issuer_trust.not_accredited': { outcome: 'fail' },
  'issuer_trust.type_not_covered': { outcome: 'fail' },
  'issuer_trust.jurisdiction_not_covered': { outcome: 'fail' },
  'issuer_trust.profession_not_covered': { outcome: 'fail' },
  'issuer_trust.accreditation_expired': { outcome: 'fail' },
  'issuer_trust.accreditation_revoked': { outcome: 'fail' },
  'issuer_trust.chain_broken': { outcome: 'fail' },
  'issuer_trust.chain_too_long': { outcome: 'fail' },
  'issuer_trust.chain_loops': { outcome: 'fail' },
  'issuer_trust.accreditation_unconfirmed': { outcome: 'unknown' },
  'issuer_trust.under_investigation': { outcome: 'unknown' },
  'issuer_trust.tainted_interval': { outcome: 'unknown' },
  'issuer_trust.registry_unreachable': { outcome: 'unknown' },
  'issuer_trust.registry_unverified': { outcome: 'unknown' },
  'issuer_trust.registry_expired': { outcome: 'unknown' },
  'issuer_trust.registry_rolled_back': { outcome: 'unknown' },
} as const satisfies Partial<Record<`${CheckId}.${string}`, Reason>>

export type ReasonCode = keyof typeof REASONS

export type ReasonCodeOf<C extends CheckId> = Extract<ReasonCode, `${C}.${string}`>

/** `detail` holds lengths, limits, URLs, dates and property paths - never a claim value. */
export interface Problem<C extends ReasonCode = ReasonCode> {
  readonly code: C
  readonly detail?: Readonly<Record<string, string | number>>
}

/** Builds a problem; a `detail` that is not given leaves no member behind. */
export const problem = <C extends ReasonCode>(
  code: C,
  detail?: Readonly<Record<string, string | number>>,
): Problem<C> => (detail === undefined ? { code } : { code, detail })
