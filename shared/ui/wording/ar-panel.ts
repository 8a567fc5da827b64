// The headings and labels of the verdict panel in Arabic. Pure.
import { nameInRightToLeft as name } from './name-in-sentence.ts'
import type { PanelWords } from './wording.ts'

export const PANEL_AR = {
  kinds: {
    degree: 'شهادة جامعية',
    licence: 'ترخيص مزاولة المهنة',
    transcript: 'كشف درجات',
    'licence-extension': 'تمديد ترخيص',
    'good-standing': 'شهادة حسن السيرة المهنية',
    'language-proficiency': 'الكفاءة اللغوية',
    'bridging-module': 'وحدة تأهيلية',
    'competency-assessment': 'تقييم الكفاءات',
    'equivalence-decision': 'قرار معادلة',
    'exam-result': 'نتيجة امتحان',
    presentation: 'عرض وثائق',
    other: 'وثيقة',
  },
  unreadable:
    'تعذّرت قراءة هذا كوثيقة موقّعة، فهو لا يثبت شيئًا، لا لصالح أحد ولا ضده. المسح الضوئي أو الصورة أو ملف PDF ليس وثيقة موقّعة: اطلبوا الملف الموقّع أو النص الموقّع. وإذا نسختم نصًا فانسخوه كاملًا.',
  unproven: 'لا شيء مما يلي مُثبت. إنه ما يقوله النص عن نفسه فحسب، وبإمكان أي شخص أن يكون قد كتبه.',
  subject: 'صادرة لـ',
  issuer: 'صادرة عن',
  issuerSelfNamed: (where, self) => `${name(where)}؛ تسمّي نفسها «${name(self)}»`,
  issuerWithoutDomain: 'جهة بلا موقع إلكتروني خاص بها',
  validFrom: 'صالحة من',
  validUntil: 'صالحة حتى',
  noEnd: 'بلا تاريخ انتهاء',
  licenceNumber: 'رقم الترخيص',
  profession: 'المهنة',
  jurisdiction: 'صالحة في',
  scope: 'النطاق',
  scopes: {
    full: 'مزاولة كاملة',
    provisional: 'مزاولة مؤقتة فقط',
    supervised: 'تحت الإشراف فقط',
  },
  conditions: 'الشروط',
  fieldOfStudy: 'مجال الدراسة',
  results: 'النتائج',
  alignments: 'يقابل',
  awarded: 'تاريخ المنح',
  checks: 'ما جرى فحصه',
  becauseOf: (checkName) =>
    `لم نصل إلى الأسئلة التي كُتب بجانبها «لم يُفحص». ما أوقفنا: ${checkName}.`,
  chain: 'من يضمن جهة الإصدار',
  chainLink: (accreditor, subject) => `${name(accreditor)} تعترف بـ ${name(subject)}`,
  chainLinkUntil: (until) => `حتى ${until}`,
  doubtedAwards: (from, until) => `الوثائق موضع الشك: ما مُنح منها ابتداءً من ${from} وقبل ${until}.`,
  issuerClosed: (issuer, date, keeper) =>
    keeper === undefined
      ? `أُغلقت ${name(issuer)} في ${date}.`
      : `أُغلقت ${name(issuer)} في ${date}؛ وتحفظ سجلاتها ${name(keeper)}.`,
  statusLists: 'قوائم الوثائق المسحوبة',
  statusListRead: (host, at) => `${name(host)}، قُرئت في ${at}`,
  checkedAt: (at) => `جرى الفحص في ${at}`,
  personOfPage: 'هل تخص الشخص المذكور في هذه الصفحة؟',
  expectedName: 'هل تخص الشخص الذي كنتم تتوقعونه؟',
  contained: 'الوثائق الموجودة بداخلها',
  statusEntries: 'ما تقوله قوائم جهة الإصدار',
  statusPurposes: {
    revocation: 'هل أُلغيت؟',
    suspension: 'هل أُوقفت؟',
    refresh: 'هل حلّت محلها نسخة أحدث؟',
    message: 'هل من رسالة؟',
  },
  otherStatusPurpose: 'سؤال من نوع لا نعرفه',
  statusMessages: 'رسائل من جهة الإصدار',
  presentedBy: 'قدّمها',
  notStated: 'غير مذكور',
} as const satisfies PanelWords
