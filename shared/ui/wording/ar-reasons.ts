// What can be wrong, as an Arabic-speaking recruiter would understand it. Pure.
import type { ReasonCode } from '../../reasons.ts'

/** Leave one out, or misspell one, and it does not compile. */
export const REASONS_AR = {
  'format.unrecognized': 'ليس هذا وثيقة موقّعة بأي شكل نعرفه.',
  'format.too_large': 'هذا أطول من أن يكون وثيقة موقّعة.',
  'format.encoding_malformed': 'النص تالف ولا يمكن فك ترميزه.',
  'format.property_missing': 'ينقصها بيان يجب أن تتضمنه كل وثيقة.',
  'format.property_malformed': 'أحد بياناتها غير مكتوب كما يشترط المعيار.',
  'format.context_unsupported': 'لا تذكر المعيار الذي تُقرأ بموجبه، أو تذكر معيارًا لا نعرفه.',
  'format.typ_unsupported': 'تصف نفسها بأنها من نوع مستندات لا يُعدّ وثيقة إثبات.',
  'format.unsecured': 'غير موقّعة. بإمكان أي شخص أن يكون قد كتبها.',
  'format.critical_header_unknown': 'تشترط وسيلة حماية لا نعرفها، ولذلك يجب عدم قبولها.',
  'format.legacy_vc_claim': 'تخلط بين إصدارين من المعيار، ويمكن أن تُقرأ بطريقتين.',
  'format.envelope_unsupported':
    'تبدو وثيقة موقّعة، لكن تعذّر فحصها لأن هذا الإصدار لا يدعم نوعها بعد.',
  'format.context_unavailable': 'تستخدم مفردات ليست لدينا، فتعذّرت قراءة ما تقوله قراءة مؤكدة.',
  'format.term_undefined': 'تستخدم ألفاظًا لا يشرحها أي من قواميسها.',
  'format.schema_mismatch': 'ليست على الشكل الذي يحدده وصفها هي.',
  'format.related_resource_mismatch':
    'أحد المستندات التابعة لها ليس المستند الذي قصدته جهة الإصدار.',

  'issuer_key.algorithm_not_allowed': 'موقّعة بطريقة لا نعدّها آمنة.',
  'issuer_key.algorithm_unsupported': 'تعذّر فحص توقيعها لأن هذا الإصدار لا يدعم طريقة التوقيع بعد.',
  'issuer_key.did_method_unsupported': 'تعذّر البحث عن جهة إصدارها بالطريقة التي سُمّيت بها.',
  'issuer_key.did_unreachable':
    'تعذّر الحصول على مفاتيح التوقيع الخاصة بجهة الإصدار. أعيدوا المحاولة لاحقًا.',
  'issuer_key.did_document_malformed': 'ما تنشره جهة الإصدار عن مفاتيح توقيعها معيب.',
  'issuer_key.verification_method_missing':
    'المفتاح الذي وُقّعت به ليس ضمن المفاتيح التي تعلنها جهة الإصدار.',
  'issuer_key.not_an_assertion_method': 'تعلن جهة الإصدار هذا المفتاح، لكن ليس لتوقيع الوثائق.',
  'issuer_key.controller_mismatch': 'المفتاح الذي وُقّعت به يعود إلى طرف غير جهة الإصدار.',
  'issuer_key.key_type_mismatch': 'مفتاح جهة الإصدار من نوع غير نوع التوقيع.',
  'issuer_key.key_malformed': 'مفتاح جهة الإصدار معيب أو معروف بأنه غير آمن.',
  'issuer_key.proof_purpose_mismatch': 'موقّعة لغرض غير هذا الغرض.',
  'issuer_key.self_asserted':
    'تعذّر التأكد من أن المفتاح يعود إلى جهة الإصدار: فقد جاء مع الوثيقة نفسها.',
  'issuer_key.compromised': 'كان مفتاح جهة الإصدار مسروقًا أو مفقودًا يوم توقيعها.',
  'issuer_key.time_evidence_missing':
    'تعذّر التأكد من وقت توقيعها: سُرق مفتاح جهة الإصدار أو فُقد لاحقًا، ولا شيء يثبت التاريخ.',

  'signature.mismatch':
    'التوقيع لا يطابق الوثيقة. فقد جرى تغييرها بعد التوقيع، أو لم تصدر عن هذه الجهة.',
  'signature.issuer_mismatch': 'يذكر التوقيع والنص جهتي إصدار مختلفتين.',
  'signature.previous_proof_missing': 'أحد التوقيعات مبني على توقيع سابق غير موجود.',
  'signature.seal_unsupported':
    'تحمل ختمًا إلكترونيًا تعذّر فحصه في هذا الإصدار. ويُعرض ما تقوله كما هو.',

  'disclosures.malformed': 'أحد الأجزاء المعروضة تالف.',
  'disclosures.too_many': 'تعرض أجزاءً أكثر مما في أي وثيقة حقيقية.',
  'disclosures.hash_unsupported': 'رُبطت أجزاؤها بالتوقيع بطريقة لا نعدّها آمنة.',
  'disclosures.duplicate_digest': 'رُبط أحد الأجزاء بالتوقيع مرتين.',
  'disclosures.unreferenced': 'يُعرض جزء لم توقّعه جهة الإصدار قط.',
  'disclosures.claim_name_taken': 'أحد الأجزاء المعروضة من شأنه أن يحل محل شيء وقّعته جهة الإصدار.',
  'disclosures.protected_claim_disclosed': 'أُخفي بيان يجب أن يبقى ظاهرًا دائمًا ثم أُظهر من جديد.',

  'holder_binding.missing': 'لم يُثبت من قدّمها أنها صدرت له.',
  'holder_binding.mismatch': 'إثبات هوية من قدّمها لا يطابق الشخص الذي صدرت له.',
  'holder_binding.nonce_mismatch': 'أُعدّ إثبات هوية من قدّمها لطلب آخر.',
  'holder_binding.audience_mismatch': 'أُعدّ إثبات هوية من قدّمها لجهة غيركم.',
  'holder_binding.sd_hash_mismatch': 'الأجزاء المعروضة ليست هي التي اختار الشخص تقديمها.',
  'holder_binding.too_old': 'إثبات هوية من قدّمها قديم أكثر من اللازم.',

  'validity_period.not_yet_valid': 'لم يبدأ سريانها بعد.',
  'validity_period.expired': 'انتهت صلاحيتها.',

  'status.revoked': 'ألغتها جهة الإصدار.',
  'status.suspended': 'أوقفتها جهة الإصدار مؤقتًا.',
  'status.lapsed': 'سقطت: لم تُجدَّد في موعدها.',
  'status.surrendered': 'تنازل عنها صاحبها.',
  'status.list_unreachable': 'تعذّرت معرفة ما إذا كانت قد سُحبت: لم تستجب قائمة جهة الإصدار.',
  'status.list_unverified': 'تعذّرت معرفة ما إذا كانت قد سُحبت: لا أحد يضمن القائمة.',
  'status.list_expired': 'تعذّرت معرفة ما إذا كانت قد سُحبت: القائمة قديمة.',
  'status.list_malformed': 'تعذّرت معرفة ما إذا كانت قد سُحبت: القائمة معيبة.',
  'status.list_too_short': 'تعذّرت معرفة ما إذا كانت قد سُحبت: القائمة أقصر من الحد الآمن.',
  'status.index_out_of_range': 'تعذّرت معرفة ما إذا كانت قد سُحبت: ليس لها بند في القائمة.',
  'status.purpose_mismatch': 'تعذّرت معرفة ما إذا كانت قد سُحبت: القائمة تتعلق بأمر آخر.',
  'status.type_unsupported': 'تعذّرت معرفة ما إذا كانت قد سُحبت: لا نعرف هذا النوع من القوائم.',
  'status.history_unavailable': 'تعذّرت معرفة ما إذا كانت سارية في ذلك اليوم: لا يوجد سجل لذلك.',

  'issuer_trust.not_accredited': 'لم تعترف بجهة الإصدار هذه أي جهة تعتمدون عليها.',
  'issuer_trust.type_not_covered': 'جهة الإصدار معترف بها، لكن ليس لهذا النوع من الوثائق.',
  'issuer_trust.jurisdiction_not_covered':
    'جهة الإصدار معترف بها، لكن ليس لهذا البلد أو هذه المنطقة.',
  'issuer_trust.profession_not_covered': 'جهة الإصدار معترف بها، لكن ليس لهذه المهنة.',
  'issuer_trust.accreditation_expired': 'لم يكن الاعتراف بجهة الإصدار يشمل التاريخ المعني.',
  'issuer_trust.accreditation_revoked': 'سُحب الاعتراف بجهة الإصدار.',
  'issuer_trust.chain_broken': 'لا يصل الاعتراف بجهة الإصدار إلى جهة تعتمدون عليها.',
  'issuer_trust.chain_too_long':
    'يمر الاعتراف بجهة الإصدار بأيدٍ أكثر مما سمحت به الجهة التي منحته.',
  'issuer_trust.chain_loops': 'الجهات التي تعترف بجهة الإصدار هذه يعترف بعضها ببعض في حلقة.',
  'issuer_trust.accreditation_unconfirmed':
    'تعذّرت معرفة ما إذا كان الاعتراف بجهة الإصدار ما زال قائمًا.',
  'issuer_trust.under_investigation':
    'تعذّرت معرفة ما إذا كان يمكن الاعتماد على هذه الوثيقة: جهة تعترف بجهة الإصدار تدرس وثائق هذا البرنامج من تلك الفترة. اطلبوا أدلة أخرى.',
  'issuer_trust.tainted_interval':
    'تعذّرت معرفة ما إذا كان يمكن الاعتماد على هذه الوثيقة: جهة تعترف بجهة الإصدار وجدت مخالفات في وثائق هذا البرنامج من تلك الفترة. اطلبوا أدلة أخرى.',
  'issuer_trust.registry_unreachable':
    'تعذّرت معرفة ما إذا كانت جهة الإصدار معترفًا بها: لم تستجب قائمة جهات الإصدار المعترف بها. أعيدوا المحاولة لاحقًا.',
  'issuer_trust.registry_unverified':
    'تعذّرت معرفة ما إذا كانت جهة الإصدار معترفًا بها: قائمة جهات الإصدار المعترف بها غير موقّعة من السجل الذي اخترتموه.',
  'issuer_trust.registry_expired':
    'تعذّرت معرفة ما إذا كانت جهة الإصدار معترفًا بها: قائمة جهات الإصدار المعترف بها قديمة.',
  'issuer_trust.registry_rolled_back':
    'تعذّرت معرفة ما إذا كانت جهة الإصدار معترفًا بها: قائمة جهات الإصدار المعترف بها أقدم من قائمة سبق الاطلاع عليها.',
} as const satisfies Record<ReasonCode, string>
