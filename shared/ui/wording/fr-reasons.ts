// What can be wrong, as a French-speaking recruiter would understand it. Pure.
import type { ReasonCode } from '../../reasons.ts'

/** Leave one out, or misspell one, and it does not compile. */
export const REASONS_FR = {
  'format.unrecognized': 'Ce n’est un justificatif sous aucune forme que nous connaissions.',
  'format.too_large': 'C’est trop long pour être un justificatif.',
  'format.encoding_malformed': 'Le texte est endommagé : il est illisible.',
  'format.property_missing': 'Il manque une mention que tout justificatif doit comporter.',
  'format.property_malformed': 'Une mention n’est pas écrite comme la norme l’exige.',
  'format.context_unsupported':
    'Il ne dit pas selon quelle norme il faut le lire, ou en nomme une que nous ne connaissons pas.',
  'format.typ_unsupported':
    'Il se présente comme un type de document qui n’est pas un justificatif.',
  'format.unsecured': 'Il n’est pas signé. N’importe qui a pu l’écrire.',
  'format.critical_header_unknown':
    'Il exige une protection que nous ne connaissons pas ; il ne doit donc pas être accepté.',
  'format.legacy_vc_claim':
    'Il mélange deux versions de la norme et pourrait se lire de deux façons.',
  'format.envelope_unsupported':
    'Cela ressemble à un justificatif, mais d’un type que cette version ne peut pas encore vérifier.',
  'format.context_unavailable':
    'Il emploie un vocabulaire que nous n’avons pas ; ce qu’il dit ne peut pas être lu avec certitude.',
  'format.term_undefined': 'Il emploie des termes qu’aucun de ses vocabulaires n’explique.',
  'format.schema_mismatch': 'Il n’a pas la forme que sa propre description prescrit.',
  'format.related_resource_mismatch':
    'Un document qui l’accompagne n’est pas celui que l’émetteur avait désigné.',

  'issuer_key.algorithm_not_allowed':
    'Il est signé d’une manière que nous ne tenons pas pour sûre.',
  'issuer_key.algorithm_unsupported':
    'Il est signé d’une manière que cette version ne peut pas encore vérifier.',
  'issuer_key.did_method_unsupported':
    'Son émetteur est désigné d’une manière qui ne peut pas être recherchée par cette version.',
  'issuer_key.did_unreachable':
    'Les clés de signature de l’émetteur n’ont pas pu être obtenues. Réessayez plus tard.',
  'issuer_key.did_document_malformed':
    'Ce que l’émetteur publie sur ses clés de signature est défectueux.',
  'issuer_key.verification_method_missing':
    'La clé qui a servi à signer ne figure pas parmi celles de l’émetteur.',
  'issuer_key.not_an_assertion_method':
    'L’émetteur publie cette clé, mais pas pour signer des justificatifs.',
  'issuer_key.controller_mismatch':
    'La clé qui a signé appartient à quelqu’un d’autre que l’émetteur.',
  'issuer_key.key_type_mismatch': 'La clé de l’émetteur n’est pas du même type que la signature.',
  'issuer_key.key_malformed': 'La clé de l’émetteur est défectueuse ou réputée peu sûre.',
  'issuer_key.proof_purpose_mismatch': 'Il est signé dans un autre but que celui-ci.',
  'issuer_key.self_asserted':
    'L’appartenance de la clé à l’émetteur n’a pas pu être vérifiée : elle est arrivée avec le justificatif lui-même.',
  'issuer_key.compromised':
    'La clé de l’émetteur était déjà volée ou perdue le jour de cette signature.',
  'issuer_key.time_evidence_missing':
    'La date de signature n’a pas pu être vérifiée : la clé de l’émetteur a été volée ou perdue depuis, et rien ne prouve la date.',

  'signature.mismatch':
    'La signature ne correspond pas. Il a été modifié après la signature, ou n’a pas été établi par cet émetteur.',
  'signature.issuer_mismatch': 'La signature et le texte nomment deux émetteurs différents.',
  'signature.previous_proof_missing':
    'Une signature s’appuie sur une signature antérieure qui n’est pas là.',
  'signature.seal_unsupported':
    'Il porte un cachet électronique que cette version ne peut pas vérifier. Ce qu’il dit est montré tel quel.',

  'disclosures.malformed': 'L’une des parties montrées est endommagée.',
  'disclosures.too_many': 'Il montre plus de parties qu’un vrai justificatif n’en a.',
  'disclosures.hash_unsupported':
    'Ses parties sont liées à la signature d’une manière que nous ne tenons pas pour sûre.',
  'disclosures.duplicate_digest': 'Une même partie est liée deux fois à la signature.',
  'disclosures.unreferenced': 'Une partie montrée n’a jamais été signée par l’émetteur.',
  'disclosures.claim_name_taken':
    'Une partie montrée remplacerait une mention que l’émetteur a signée.',
  'disclosures.protected_claim_disclosed':
    'Une mention qui doit toujours être visible a été cachée puis montrée.',

  'holder_binding.missing': 'La personne qui l’a présenté n’a pas prouvé qu’il lui a été délivré.',
  'holder_binding.mismatch':
    'La preuve de qui l’a présenté ne correspond pas à la personne à qui il a été délivré.',
  'holder_binding.nonce_mismatch':
    'La preuve de qui l’a présenté a été faite pour une autre demande.',
  'holder_binding.audience_mismatch':
    'La preuve de qui l’a présenté était destinée à quelqu’un d’autre que vous.',
  'holder_binding.sd_hash_mismatch':
    'Les parties montrées ne sont pas celles que la personne a choisi de présenter.',
  'holder_binding.too_old': 'La preuve de qui l’a présenté est trop ancienne.',

  'validity_period.not_yet_valid': 'Il n’est pas encore valable.',
  'validity_period.expired': 'Il a expiré.',

  'status.revoked': 'L’émetteur l’a révoqué.',
  'status.suspended': 'L’émetteur l’a suspendu pour le moment.',
  'status.lapsed': 'Il est devenu caduc : il n’a pas été renouvelé à temps.',
  'status.surrendered': 'Son titulaire y a renoncé.',
  'status.list_unreachable':
    'Son retrait éventuel n’a pas pu être vérifié : la liste de l’émetteur n’a pas répondu.',
  'status.list_unverified':
    'Son retrait éventuel n’a pas pu être vérifié : personne ne se porte garant de la liste.',
  'status.list_expired': 'Son retrait éventuel n’a pas pu être vérifié : la liste est périmée.',
  'status.list_malformed':
    'Son retrait éventuel n’a pas pu être vérifié : la liste est défectueuse.',
  'status.list_too_short':
    'Son retrait éventuel n’a pas pu être vérifié : la liste est trop courte pour être sûre.',
  'status.index_out_of_range':
    'Son retrait éventuel n’a pas pu être vérifié : la liste n’a pas d’entrée pour lui.',
  'status.purpose_mismatch':
    'Son retrait éventuel n’a pas pu être vérifié : la liste porte sur autre chose.',
  'status.type_unsupported':
    'Son retrait éventuel n’a pas pu être vérifié : nous ne connaissons pas ce type de liste.',
  'status.history_unavailable':
    'Sa validité ce jour-là n’a pas pu être vérifiée : il n’en reste pas de trace.',

  'issuer_trust.not_accredited': 'Aucun organisme auquel vous vous fiez n’a reconnu cet émetteur.',
  'issuer_trust.type_not_covered': 'L’émetteur est reconnu, mais pas pour ce type de justificatif.',
  'issuer_trust.jurisdiction_not_covered':
    'L’émetteur est reconnu, mais pas pour ce pays ou cette région.',
  'issuer_trust.profession_not_covered': 'L’émetteur est reconnu, mais pas pour cette profession.',
  'issuer_trust.accreditation_expired':
    'La reconnaissance de l’émetteur ne couvrait pas la date en question.',
  'issuer_trust.accreditation_revoked': 'La reconnaissance de l’émetteur a été retirée.',
  'issuer_trust.chain_broken':
    'La reconnaissance de l’émetteur ne remonte pas à un organisme auquel vous vous fiez.',
  'issuer_trust.chain_too_long':
    'La reconnaissance de l’émetteur passe par plus d’intermédiaires que ne le permet celui qui l’a accordée.',
  'issuer_trust.chain_loops': 'Ceux qui reconnaissent cet émetteur se reconnaissent en cercle.',
  'issuer_trust.accreditation_unconfirmed':
    'Le maintien de la reconnaissance de l’émetteur n’a pas pu être vérifié.',
  'issuer_trust.under_investigation':
    'La fiabilité de ce titre n’a pas pu être vérifiée : un organisme qui reconnaît l’émetteur examine les titres de cette formation délivrés à cette époque. Demandez d’autres preuves.',
  'issuer_trust.tainted_interval':
    'La fiabilité de ce titre n’a pas pu être vérifiée : un organisme qui reconnaît l’émetteur a relevé des irrégularités dans les titres de cette formation délivrés à cette époque. Demandez d’autres preuves.',
  'issuer_trust.registry_unreachable':
    'La reconnaissance de l’émetteur n’a pas pu être vérifiée : la liste des émetteurs reconnus n’a pas répondu. Réessayez plus tard.',
  'issuer_trust.registry_unverified':
    'La reconnaissance de l’émetteur n’a pas pu être vérifiée : la liste des émetteurs reconnus n’est pas signée par le registre que vous avez choisi.',
  'issuer_trust.registry_expired':
    'La reconnaissance de l’émetteur n’a pas pu être vérifiée : la liste des émetteurs reconnus est périmée.',
  'issuer_trust.registry_rolled_back':
    'La reconnaissance de l’émetteur n’a pas pu être vérifiée : la liste des émetteurs reconnus est plus ancienne qu’une liste déjà vue.',
} as const satisfies Record<ReasonCode, string>
