// What can be wrong, as a Portuguese-speaking recruiter would understand it. Pure.
import type { ReasonCode } from '../../reasons.ts'

/** Leave one out, or misspell one, and it does not compile. */
export const REASONS_PT = {
  'format.unrecognized': 'Isto não é uma credencial em nenhuma forma que conheçamos.',
  'format.too_large': 'É demasiado longo para ser uma credencial.',
  'format.encoding_malformed': 'O texto está danificado: é ilegível.',
  'format.property_missing': 'Falta um dado que toda credencial deve conter.',
  'format.property_malformed': 'Algum dado não está escrito como a norma exige.',
  'format.context_unsupported':
    'Não diz segundo que norma deve ser lida, ou indica uma que não conhecemos.',
  'format.typ_unsupported': 'Apresenta-se como um tipo de documento que não é uma credencial.',
  'format.unsecured': 'Não está assinada. Qualquer pessoa a pode ter escrito.',
  'format.critical_header_unknown':
    'Exige uma proteção que não conhecemos, por isso não deve ser admitida.',
  'format.legacy_vc_claim': 'Mistura duas versões da norma e poderia ser lida de duas maneiras.',
  'format.envelope_unsupported':
    'Parece uma credencial, mas de um tipo que esta versão ainda não consegue verificar.',
  'format.context_unavailable':
    'Usa um vocabulário que não temos, por isso o que diz não pode ser lido com certeza.',
  'format.term_undefined': 'Usa termos que nenhum dos seus vocabulários explica.',
  'format.schema_mismatch': 'Não tem a forma que a sua própria descrição prescreve.',
  'format.related_resource_mismatch': 'Um documento que a acompanha não é o que o emissor indicou.',

  'issuer_key.algorithm_not_allowed': 'Está assinada de uma maneira que não consideramos segura.',
  'issuer_key.algorithm_unsupported':
    'Está assinada de uma maneira que esta versão ainda não consegue verificar.',
  'issuer_key.did_method_unsupported':
    'O seu emissor está indicado de uma maneira que não pode ser consultada.',
  'issuer_key.did_unreachable':
    'As chaves de assinatura do emissor não puderam ser obtidas. Tente novamente mais tarde.',
  'issuer_key.did_document_malformed':
    'O que o emissor publica sobre as suas chaves de assinatura é defeituoso.',
  'issuer_key.verification_method_missing':
    'A chave com que foi assinada não consta entre as do emissor.',
  'issuer_key.not_an_assertion_method':
    'O emissor publica esta chave, mas não para assinar credenciais.',
  'issuer_key.controller_mismatch': 'A chave que a assinou pertence a alguém que não é o emissor.',
  'issuer_key.key_type_mismatch': 'A chave do emissor não é do mesmo tipo que a assinatura.',
  'issuer_key.key_malformed': 'A chave do emissor é defeituosa ou sabe-se que não é segura.',
  'issuer_key.proof_purpose_mismatch': 'Está assinada para um fim diferente deste.',
  'issuer_key.self_asserted':
    'Não foi possível verificar se a chave é do emissor: veio com a própria credencial.',
  'issuer_key.compromised':
    'A chave do emissor já tinha sido roubada ou perdida no dia em que foi assinada.',
  'issuer_key.time_evidence_missing':
    'Não foi possível verificar quando foi assinada: a chave do emissor foi roubada ou perdida mais tarde e nada prova a data.',

  'signature.mismatch':
    'A assinatura não corresponde. Foi alterada depois de assinada, ou não foi feita por este emissor.',
  'signature.issuer_mismatch': 'A assinatura e o texto indicam dois emissores diferentes.',
  'signature.previous_proof_missing':
    'Uma assinatura apoia-se numa anterior que não está presente.',
  'signature.seal_unsupported':
    'Tem um selo digital que esta versão não consegue verificar. O que diz é mostrado tal como está.',

  'disclosures.malformed': 'Uma das partes mostradas está danificada.',
  'disclosures.too_many': 'Mostra mais partes do que uma credencial real tem.',
  'disclosures.hash_unsupported':
    'As suas partes estão ligadas à assinatura de uma maneira que não consideramos segura.',
  'disclosures.duplicate_digest': 'Uma mesma parte está ligada duas vezes à assinatura.',
  'disclosures.unreferenced': 'É mostrada uma parte que o emissor nunca assinou.',
  'disclosures.claim_name_taken': 'Uma parte mostrada substituiria algo que o emissor assinou.',
  'disclosures.protected_claim_disclosed':
    'Algo que deve estar sempre visível foi escondido e mostrado de novo.',

  'holder_binding.missing': 'Quem a apresentou não provou que lhe foi emitida.',
  'holder_binding.mismatch':
    'A prova de quem a apresentou não corresponde à pessoa a quem foi emitida.',
  'holder_binding.nonce_mismatch': 'A prova de quem a apresentou foi feita para outro pedido.',
  'holder_binding.audience_mismatch':
    'A prova de quem a apresentou foi feita para outro destinatário.',
  'holder_binding.sd_hash_mismatch':
    'As partes mostradas não são as que a pessoa escolheu apresentar.',
  'holder_binding.too_old': 'A prova de quem a apresentou é demasiado antiga.',

  'validity_period.not_yet_valid': 'Ainda não é válida.',
  'validity_period.expired': 'O seu prazo terminou.',

  'status.revoked': 'O emissor revogou-a.',
  'status.suspended': 'O emissor suspendeu-a por enquanto.',
  'status.lapsed': 'Caducou: não foi renovada a tempo.',
  'status.surrendered': 'O seu titular renunciou a ela.',
  'status.list_unreachable':
    'Não foi possível verificar se foi retirada: a lista do emissor não respondeu.',
  'status.list_unverified':
    'Não foi possível verificar se foi retirada: ninguém responde pela lista.',
  'status.list_expired': 'Não foi possível verificar se foi retirada: a lista está desatualizada.',
  'status.list_malformed': 'Não foi possível verificar se foi retirada: a lista é defeituosa.',
  'status.list_too_short':
    'Não foi possível verificar se foi retirada: a lista é mais curta do que é seguro.',
  'status.index_out_of_range':
    'Não foi possível verificar se foi retirada: a lista não tem uma entrada para ela.',
  'status.purpose_mismatch':
    'Não foi possível verificar se foi retirada: a lista é sobre outra coisa.',
  'status.type_unsupported':
    'Não foi possível verificar se foi retirada: não conhecemos este tipo de lista.',
  'status.history_unavailable':
    'Não foi possível verificar se estava em vigor nesse dia: não ficou indicação disso.',

  'issuer_trust.not_accredited': 'Nenhuma organização em que confia reconheceu este emissor.',
  'issuer_trust.type_not_covered': 'O emissor é reconhecido, mas não para este tipo de credencial.',
  'issuer_trust.jurisdiction_not_covered':
    'O emissor é reconhecido, mas não para este país ou região.',
  'issuer_trust.profession_not_covered': 'O emissor é reconhecido, mas não para esta profissão.',
  'issuer_trust.accreditation_expired':
    'O reconhecimento do emissor não abrangia a data em questão.',
  'issuer_trust.accreditation_revoked': 'O reconhecimento do emissor foi retirado.',
  'issuer_trust.chain_broken':
    'O reconhecimento do emissor não conduz a uma organização em que confia.',
  'issuer_trust.chain_too_long':
    'O reconhecimento do emissor passa por mais mãos do que permitiu quem o concedeu.',
  'issuer_trust.chain_loops': 'Quem reconhece este emissor reconhece-se mutuamente em círculo.',
  'issuer_trust.accreditation_unconfirmed':
    'Não foi possível verificar se o reconhecimento do emissor se mantém.',
  'issuer_trust.under_investigation':
    'Não foi possível verificar se este título é de confiança: uma organização que reconhece o emissor está a examinar os títulos deste programa dessa época. Peça outras provas.',
  'issuer_trust.tainted_interval':
    'Não foi possível verificar se este título é de confiança: uma organização que reconhece o emissor encontrou irregularidades nos títulos deste programa dessa época. Peça outras provas.',
  'issuer_trust.registry_unreachable':
    'Não foi possível verificar se o emissor é reconhecido: a lista de emissores reconhecidos não respondeu. Tente novamente mais tarde.',
  'issuer_trust.registry_unverified':
    'Não foi possível verificar se o emissor é reconhecido: a lista de emissores reconhecidos não está assinada pelo diretório de confiança escolhido.',
  'issuer_trust.registry_expired':
    'Não foi possível verificar se o emissor é reconhecido: a lista de emissores reconhecidos está desatualizada.',
  'issuer_trust.registry_rolled_back':
    'Não foi possível verificar se o emissor é reconhecido: a lista de emissores reconhecidos é anterior a outra já vista.',
} as const satisfies Record<ReasonCode, string>
