// What can be wrong, as a Spanish-speaking recruiter would understand it. Pure.
import type { ReasonCode } from '../../reasons.ts'

/** Leave one out, or misspell one, and it does not compile. */
export const REASONS_ES = {
  'format.unrecognized': 'Esto no es una credencial en ninguna de las formas que conocemos.',
  'format.too_large': 'Es demasiado largo para ser una credencial.',
  'format.encoding_malformed': 'El texto está dañado: es ilegible.',
  'format.property_missing': 'Falta un dato que toda credencial debe contener.',
  'format.property_malformed': 'Algún dato no está escrito como exige la norma.',
  'format.context_unsupported':
    'No dice según qué norma debe leerse, o nombra una que no conocemos.',
  'format.typ_unsupported': 'Se presenta como un tipo de documento que no es una credencial.',
  'format.unsecured': 'No está firmada. Cualquiera pudo haberla escrito.',
  'format.critical_header_unknown':
    'Exige una protección que no conocemos, por lo que no debe aceptarse.',
  'format.legacy_vc_claim': 'Mezcla dos versiones de la norma y podría leerse de dos maneras.',
  'format.envelope_unsupported':
    'Parece una credencial, pero de un tipo que esta versión aún no puede comprobar.',
  'format.context_unavailable':
    'Usa un vocabulario que no tenemos, así que lo que dice no se puede leer con certeza.',
  'format.term_undefined': 'Usa términos que ninguno de sus vocabularios explica.',
  'format.schema_mismatch': 'No tiene la forma que su propia descripción prescribe.',
  'format.related_resource_mismatch': 'Un documento que la acompaña no es el que el emisor indicó.',

  'issuer_key.algorithm_not_allowed': 'Está firmada de una manera que no consideramos segura.',
  'issuer_key.algorithm_unsupported':
    'Está firmada de una manera que esta versión aún no puede comprobar.',
  'issuer_key.did_method_unsupported':
    'Su emisor está nombrado de una manera que no se puede consultar.',
  'issuer_key.did_unreachable':
    'Las claves de firma del emisor no se pudieron obtener. Inténtelo de nuevo más tarde.',
  'issuer_key.did_document_malformed':
    'Lo que el emisor publica sobre sus claves de firma es defectuoso.',
  'issuer_key.verification_method_missing':
    'La clave con la que se firmó no figura entre las del emisor.',
  'issuer_key.not_an_assertion_method':
    'El emisor publica esta clave, pero no para firmar credenciales.',
  'issuer_key.controller_mismatch':
    'La clave que la firmó pertenece a alguien distinto del emisor.',
  'issuer_key.key_type_mismatch': 'La clave del emisor no es del mismo tipo que la firma.',
  'issuer_key.key_malformed': 'La clave del emisor es defectuosa o se sabe que no es segura.',
  'issuer_key.proof_purpose_mismatch': 'Está firmada para un fin distinto de este.',
  'issuer_key.self_asserted':
    'No se pudo comprobar si la clave es del emisor: llegó con la propia credencial.',
  'issuer_key.compromised':
    'La clave del emisor ya había sido robada o perdida el día en que se firmó.',
  'issuer_key.time_evidence_missing':
    'No se pudo comprobar cuándo se firmó: la clave del emisor fue robada o perdida más tarde y nada prueba la fecha.',

  'signature.mismatch':
    'La firma no coincide. Fue modificada después de firmarse, o no la hizo este emisor.',
  'signature.issuer_mismatch': 'La firma y el texto nombran a dos emisores distintos.',
  'signature.previous_proof_missing': 'Una firma se apoya en otra anterior que no está.',
  'signature.seal_unsupported':
    'Lleva un sello electrónico que esta versión no puede comprobar. Lo que dice se muestra tal cual.',

  'disclosures.malformed': 'Una de las partes mostradas está dañada.',
  'disclosures.too_many': 'Muestra más partes de las que tiene una credencial real.',
  'disclosures.hash_unsupported':
    'Sus partes están ligadas a la firma de una manera que no consideramos segura.',
  'disclosures.duplicate_digest': 'Una misma parte está ligada dos veces a la firma.',
  'disclosures.unreferenced': 'Se muestra una parte que el emisor nunca firmó.',
  'disclosures.claim_name_taken': 'Una parte mostrada sustituiría algo que el emisor firmó.',
  'disclosures.protected_claim_disclosed':
    'Algo que siempre debe estar a la vista se ocultó y se volvió a mostrar.',

  'holder_binding.missing': 'Quien la presentó no demostró que se le hubiera expedido.',
  'holder_binding.mismatch':
    'La prueba de quién la presentó no corresponde a la persona a quien se expidió.',
  'holder_binding.nonce_mismatch': 'La prueba de quién la presentó se hizo para otra solicitud.',
  'holder_binding.audience_mismatch':
    'La prueba de quién la presentó se hizo para alguien distinto de usted.',
  'holder_binding.sd_hash_mismatch':
    'Las partes mostradas no son las que la persona eligió presentar.',
  'holder_binding.too_old': 'La prueba de quién la presentó es demasiado antigua.',

  'validity_period.not_yet_valid': 'Todavía no es válida.',
  'validity_period.expired': 'Ha caducado.',

  'status.revoked': 'El emisor la ha revocado.',
  'status.suspended': 'El emisor la ha suspendido por ahora.',
  'status.lapsed': 'Ha perdido vigencia: no se renovó a tiempo.',
  'status.surrendered': 'Su titular renunció a ella.',
  'status.list_unreachable':
    'No se pudo comprobar si fue retirada: la lista del emisor no respondió.',
  'status.list_unverified': 'No se pudo comprobar si fue retirada: nadie responde por la lista.',
  'status.list_expired': 'No se pudo comprobar si fue retirada: la lista no está al día.',
  'status.list_malformed': 'No se pudo comprobar si fue retirada: la lista es defectuosa.',
  'status.list_too_short':
    'No se pudo comprobar si fue retirada: la lista es más corta de lo que es seguro.',
  'status.index_out_of_range':
    'No se pudo comprobar si fue retirada: la lista no tiene una entrada para ella.',
  'status.purpose_mismatch': 'No se pudo comprobar si fue retirada: la lista trata de otra cosa.',
  'status.type_unsupported':
    'No se pudo comprobar si fue retirada: no conocemos este tipo de lista.',
  'status.history_unavailable':
    'No se pudo comprobar si estaba vigente aquel día: no hay constancia de ello.',

  'issuer_trust.not_accredited':
    'Ningún organismo en el que usted confía ha reconocido a este emisor.',
  'issuer_trust.type_not_covered':
    'El emisor está reconocido, pero no para este tipo de credencial.',
  'issuer_trust.jurisdiction_not_covered':
    'El emisor está reconocido, pero no para este país o región.',
  'issuer_trust.profession_not_covered': 'El emisor está reconocido, pero no para esta profesión.',
  'issuer_trust.accreditation_expired':
    'El reconocimiento del emisor no cubría la fecha en cuestión.',
  'issuer_trust.accreditation_revoked': 'El reconocimiento del emisor fue retirado.',
  'issuer_trust.chain_broken':
    'El reconocimiento del emisor no conduce a un organismo en el que usted confíe.',
  'issuer_trust.chain_too_long':
    'El reconocimiento del emisor pasa por más manos de las que permitió quien lo otorgó.',
  'issuer_trust.chain_loops': 'Quienes reconocen a este emisor se reconocen entre sí en círculo.',
  'issuer_trust.accreditation_unconfirmed':
    'No se pudo comprobar si el reconocimiento del emisor sigue en pie.',
  'issuer_trust.under_investigation':
    'No se pudo comprobar si se puede confiar en este título: una organización que reconoce al emisor está examinando los títulos de este programa de esa época. Pida otras pruebas.',
  'issuer_trust.tainted_interval':
    'No se pudo comprobar si se puede confiar en este título: una organización que reconoce al emisor halló irregularidades en los títulos de este programa de esa época. Pida otras pruebas.',
  'issuer_trust.registry_unreachable':
    'No se pudo comprobar si el emisor está reconocido: la lista de emisores reconocidos no respondió. Inténtelo de nuevo más tarde.',
  'issuer_trust.registry_unverified':
    'No se pudo comprobar si el emisor está reconocido: la lista de emisores reconocidos no está firmada por el registro que usted eligió.',
  'issuer_trust.registry_expired':
    'No se pudo comprobar si el emisor está reconocido: la lista de emisores reconocidos no está al día.',
  'issuer_trust.registry_rolled_back':
    'No se pudo comprobar si el emisor está reconocido: la lista de emisores reconocidos es anterior a otra ya vista.',
} as const satisfies Record<ReasonCode, string>
