// What can be wrong, as an English-speaking recruiter would understand it. Pure.
import type { ReasonCode } from '../../reasons.ts'

/** Leave one out, or misspell one, and it does not compile. */
export const REASONS_EN = {
  'format.unrecognized': 'This is not a credential in any form that we know.',
  'format.too_large': 'This is too long to be a credential.',
  'format.encoding_malformed': 'The text is damaged: it cannot be decoded.',
  'format.property_missing': 'Something that every credential must state is missing.',
  'format.property_malformed': 'Something in it is not written the way the standard requires.',
  'format.context_unsupported':
    'It does not say by which standard it is to be read, or names one we do not know.',
  'format.typ_unsupported': 'It calls itself a kind of document that is not a credential.',
  'format.unsecured': 'It is not signed. Anybody could have written it.',
  'format.critical_header_unknown':
    'It demands a safeguard that we do not know, so it must not be accepted.',
  'format.legacy_vc_claim': 'It mixes two versions of the standard and could be read in two ways.',
  'format.envelope_unsupported':
    'It looks like a credential, but of a kind that this version cannot check yet.',
  'format.context_unavailable':
    'It uses a vocabulary that we do not have, so what it says cannot be read with certainty.',
  'format.term_undefined': 'It uses words that none of its vocabularies explains.',
  'format.schema_mismatch': 'It does not have the form that its own description prescribes.',
  'format.related_resource_mismatch':
    'A document that belongs to it is not the one that the issuer meant.',

  'issuer_key.algorithm_not_allowed': 'It is signed in a way that we do not accept as safe.',
  'issuer_key.algorithm_unsupported': 'It is signed in a way that this version cannot check yet.',
  'issuer_key.did_method_unsupported': 'Its issuer is named in a way that we cannot look up.',
  'issuer_key.did_unreachable': 'The issuer’s signing keys could not be fetched. Try again later.',
  'issuer_key.did_document_malformed':
    'What the issuer publishes about its signing keys is faulty.',
  'issuer_key.verification_method_missing':
    'The issuer does not list the key that this was signed with.',
  'issuer_key.not_an_assertion_method':
    'The issuer lists this key, but not for signing credentials.',
  'issuer_key.controller_mismatch':
    'The key that signed this belongs to somebody other than the issuer.',
  'issuer_key.key_type_mismatch': 'The issuer’s key is of another kind than the signature.',
  'issuer_key.key_malformed': 'The issuer’s key is faulty or known to be unsafe.',
  'issuer_key.proof_purpose_mismatch': 'It is signed for another purpose than this one.',
  'issuer_key.self_asserted':
    'Whether the key is the issuer’s could not be checked: it came with the credential itself.',
  'issuer_key.compromised':
    'The issuer’s key had been stolen or lost by the day on which this was signed.',
  'issuer_key.time_evidence_missing':
    'When it was signed could not be checked: the issuer’s key was later stolen or lost, and nothing proves the date.',

  'signature.mismatch':
    'The signature does not match. It was changed after signing, or not made by this issuer.',
  'signature.issuer_mismatch': 'The signature and the text name two different issuers.',
  'signature.previous_proof_missing': 'A signature builds on an earlier one that is not there.',
  'signature.seal_unsupported':
    'It carries an electronic seal that this version cannot check. What it says is shown as it stands.',

  'disclosures.malformed': 'One of the parts shown is damaged.',
  'disclosures.too_many': 'It shows more parts than any real credential has.',
  'disclosures.hash_unsupported':
    'Its parts are tied to the signature in a way that we do not accept as safe.',
  'disclosures.duplicate_digest': 'One part is tied to the signature twice.',
  'disclosures.unreferenced': 'A part is shown that the issuer never signed.',
  'disclosures.claim_name_taken': 'A part shown would replace something that the issuer signed.',
  'disclosures.protected_claim_disclosed':
    'Something that must always be visible was hidden and shown again.',

  'holder_binding.missing': 'Whoever presented it did not prove that it was issued to them.',
  'holder_binding.mismatch':
    'The proof of who presented it does not fit the person it was issued to.',
  'holder_binding.nonce_mismatch': 'The proof of who presented it was made for another request.',
  'holder_binding.audience_mismatch':
    'The proof of who presented it was made for somebody other than you.',
  'holder_binding.sd_hash_mismatch':
    'The parts shown are not those that the person chose to present.',
  'holder_binding.too_old': 'The proof of who presented it is too old.',

  'validity_period.not_yet_valid': 'It is not valid yet.',
  'validity_period.expired': 'It has expired.',

  'status.revoked': 'The issuer has revoked it.',
  'status.suspended': 'The issuer has suspended it for the time being.',
  'status.lapsed': 'It has lapsed: it was not renewed in time.',
  'status.surrendered': 'Its holder has given it up.',
  'status.list_unreachable':
    'Whether it was withdrawn could not be checked: the issuer’s status list did not answer.',
  'status.list_unverified':
    'Whether it was withdrawn could not be checked: nobody vouches for the status list.',
  'status.list_expired':
    'Whether it was withdrawn could not be checked: the status list is out of date.',
  'status.list_malformed':
    'Whether it was withdrawn could not be checked: the status list is faulty.',
  'status.list_too_short':
    'Whether it was withdrawn could not be checked: the status list is shorter than is safe.',
  'status.index_out_of_range':
    'Whether it was withdrawn could not be checked: the status list has no entry for it.',
  'status.purpose_mismatch':
    'Whether it was withdrawn could not be checked: the status list is about something else.',
  'status.type_unsupported':
    'Whether it was withdrawn could not be checked: we do not know this kind of status list.',
  'status.history_unavailable':
    'Whether it was in force on that day could not be checked: there is no record of it.',

  'issuer_trust.not_accredited': 'No organisation that you rely on has recognised this issuer.',
  'issuer_trust.type_not_covered': 'The issuer is recognised, but not for this kind of credential.',
  'issuer_trust.jurisdiction_not_covered':
    'The issuer is recognised, but not for this country or region.',
  'issuer_trust.profession_not_covered': 'The issuer is recognised, but not for this profession.',
  'issuer_trust.accreditation_expired':
    'The issuer’s recognition did not cover the date in question.',
  'issuer_trust.accreditation_revoked': 'The issuer’s recognition was withdrawn.',
  'issuer_trust.chain_broken':
    'The issuer’s recognition does not lead to an organisation that you rely on.',
  'issuer_trust.chain_too_long':
    'The issuer’s recognition passes through more hands than its recogniser allowed.',
  'issuer_trust.chain_loops': 'Those who recognise this issuer recognise each other in a circle.',
  'issuer_trust.accreditation_unconfirmed':
    'Whether the issuer’s recognition still stands could not be checked.',
  'issuer_trust.under_investigation':
    'Whether awards of this programme from that time can be relied on could not be checked: an organisation that recognises the issuer is looking into them. Ask for further evidence.',
  'issuer_trust.tainted_interval':
    'Whether this award can be relied on could not be checked: an organisation that recognises the issuer found faults with awards of this programme from that time. Ask for further evidence.',
  'issuer_trust.registry_unreachable':
    'Whether the issuer is recognised could not be checked: the list of recognised issuers did not answer. Try again later.',
  'issuer_trust.registry_unverified':
    'Whether the issuer is recognised could not be checked: the list of recognised issuers is not signed by the registry you chose.',
  'issuer_trust.registry_expired':
    'Whether the issuer is recognised could not be checked: the list of recognised issuers is out of date.',
  'issuer_trust.registry_rolled_back':
    'Whether the issuer is recognised could not be checked: the list of recognised issuers is older than one already seen.',
} as const satisfies Record<ReasonCode, string>
