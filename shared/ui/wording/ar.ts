// Arabic, from right to left. Every sentence is meant for somebody who reads applications, not for somebody who writes software. Pure.
import { DATES_AR } from './ar-dates.ts'
import { PANEL_AR } from './ar-panel.ts'
import { PROFESSIONS_AR } from './ar-professions.ts'
import { REASONS_AR } from './ar-reasons.ts'
import { nameInRightToLeft as name } from './name-in-sentence.ts'
import type { Wording } from './wording.ts'

export const ar = {
  locale: 'ar',
  direction: 'rtl',
  verdicts: {
    verified: {
      word: 'تم التحقق',
      meaning: 'وثيقة أصلية وسارية، وأصدرتها جهة معترف بها لإصدارها.',
    },
    unrecognized_issuer: {
      word: 'جهة إصدار غير معترف بها',
      meaning:
        'التوقيع أصلي، لكن لا توجد جهة تعتمدون عليها تضمن جهة الإصدار هذه في هذا الشأن. بإمكان أي شخص أن يوقّع وثيقة.',
    },
    inconclusive: {
      word: 'تعذّر الفحص',
      meaning: 'تعذّرت معرفة أمر ما. ليس هذا خبرًا سيئًا ولا حسنًا؛ أعيدوا المحاولة لاحقًا.',
    },
    not_in_force: {
      word: 'غير سارية',
      meaning: 'وثيقة أصلية، لكنها ليست نافذة اليوم.',
    },
    rejected: {
      word: 'مرفوضة',
      meaning: 'لا تعتمدوا عليها. فقد جرى تغييرها، أو لم تصدر عن الجهة المذكورة فيها.',
    },
  },
  checks: {
    format: { name: 'الشكل', question: 'هل هي وثيقة سليمة الصياغة؟' },
    issuer_key: {
      name: 'مفتاح جهة الإصدار',
      question: 'هل وجدنا مفتاح التوقيع الخاص بجهة الإصدار نفسها؟',
    },
    signature: { name: 'التوقيع', question: 'هل بقيت كما هي منذ أن وقّعتها جهة الإصدار؟' },
    disclosures: {
      name: 'الأجزاء المعروضة',
      question: 'هل تنتمي الأجزاء المعروضة إلى الكل الموقَّع؟',
    },
    holder_binding: {
      name: 'مقدِّم الوثيقة',
      question: 'هل قدّمها الشخص الذي صدرت له؟',
    },
    validity_period: { name: 'التواريخ', question: 'هل يقع تاريخ اليوم ضمن مدة صلاحيتها؟' },
    status: { name: 'لم تُسحب', question: 'هل ما زالت جهة الإصدار تقرّ بها؟' },
    issuer_trust: {
      name: 'مكانة جهة الإصدار',
      question: 'هل جهة الإصدار معترف بها لهذا النوع من الوثائق؟',
    },
    transparency: { name: 'السجل العام', question: 'هل هي مدرجة في سجل عام للوثائق؟' },
  },
  outcomes: {
    pass: 'نعم',
    fail: 'لا',
    unknown: 'تعذّرت معرفته',
    not_applicable: 'غير منطبق',
    not_run: 'لم يُفحص',
  },
  reasons: REASONS_AR,
  notices: {
    licence_conditions: 'هذا الترخيص مقيّد. اقرؤوا نطاقه وشروطه قبل الاعتماد عليه.',
    contained_not_verified:
      'بعض الوثائق الموجودة داخل هذه الوثيقة لم يتم التحقق منها. انظروا في كل منها أدناه.',
    schema_not_checked:
      'تذكر الوثيقة نموذجًا تتبعه. تعذّرت مقارنتها بذلك النموذج؛ ولا يمس ذلك التوقيع.',
    status_message: 'أرفقت جهة الإصدار رسالة. اقرؤوها أدناه قبل الاعتماد على هذه الوثيقة.',
    refresh_available: 'لدى جهة الإصدار نسخة أحدث من هذه الوثيقة. اطلبوها.',
    holder_not_proven: 'لم يُثبت أحد هنا أن هذه الوثيقة له.',
    issuer_closed: 'أُغلقت جهة الإصدار. ولا يمس ذلك ما أصدرته من قبل.',
  },
  professions: PROFESSIONS_AR,
  names: {
    exact: (subject, person) =>
      `صادرة لـ ${name(subject)}. هذه الصفحة عن ${name(person)}: الاسم نفسه.`,
    variant: (subject, person) =>
      `صادرة لـ ${name(subject)}. هذه الصفحة عن ${name(person)}: الاسم نفسه مكتوبًا بطريقة أخرى.`,
    possible: (subject, person) =>
      `صادرة لـ ${name(subject)}. هذه الصفحة عن ${name(person)}. قد يدل الاسمان على الشخص نفسه وقد لا يدلان: قارنوا بينهما بأنفسكم.`,
    different: (subject, person) =>
      `صادرة لـ ${name(subject)}. هذه الصفحة عن ${name(person)}: ليس الاسم نفسه. قد تكون الوثيقة لشخص آخر.`,
  },
  expectedNames: {
    exact: (subject, expected) =>
      `صادرة لـ ${name(subject)}. كنتم تتوقعون ${name(expected)}: الاسم نفسه.`,
    variant: (subject, expected) =>
      `صادرة لـ ${name(subject)}. كنتم تتوقعون ${name(expected)}: الاسم نفسه مكتوبًا بطريقة أخرى.`,
    possible: (subject, expected) =>
      `صادرة لـ ${name(subject)}. كنتم تتوقعون ${name(expected)}. قد يدل الاسمان على الشخص نفسه وقد لا يدلان: قارنوا أمرًا آخر أيضًا، مثل تاريخ الميلاد أو رقم ما.`,
    different: (subject, expected) =>
      `صادرة لـ ${name(subject)}. كنتم تتوقعون ${name(expected)}: ليس الاسم نفسه. قد تكون الوثيقة لشخص آخر، أو تغيّر الاسم: اسألوا.`,
  },
  mark: {
    label: (verdict, names) => `${verdict}: ${names.map(name).join('، ')}`,
    withConditions: '، بشروط',
    otherPerson: '، ليست للشخص المذكور هنا',
    notAllContained: '، بعض ما بداخلها لم يتم التحقق منه',
    issuerClosed: '، جهة إصدارها أُغلقت',
    nobody: '، لا تذكر اسم أحد',
    checking: 'جارٍ فحص هذه الوثيقة',
    unreadable: 'وثيقة غير مقروءة',
  },
  panel: PANEL_AR,
  ...DATES_AR,
} as const satisfies Wording
