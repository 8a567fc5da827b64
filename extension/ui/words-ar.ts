// Popup, side panel, options page and toolbar in Arabic. Data only.
import { nameInRightToLeft as name } from '../../shared/ui/wording/index.ts'
import { countOf } from './count-of.ts'
import type { SurfaceWords } from './surface-words.ts'

const credentials = countOf('ar', {
  zero: 'لا وثائق',
  one: 'وثيقة واحدة',
  two: 'وثيقتان',
  few: '# وثائق',
  many: '# وثيقة',
  other: '# وثيقة',
})
const found = countOf('ar', {
  zero: 'لم يُعثر على وثائق في هذه الصفحة.',
  one: 'عُثر على وثيقة واحدة في هذه الصفحة.',
  two: 'عُثر على وثيقتين في هذه الصفحة.',
  few: 'عُثر على # وثائق في هذه الصفحة.',
  many: 'عُثر على # وثيقة في هذه الصفحة.',
  other: 'عُثر على # وثيقة في هذه الصفحة.',
})

export const ar: SurfaceWords = {
  badge: {
    nothing: 'Licet: لم يُعثر على وثائق في هذه الصفحة',
    found: (count, parts) =>
      `Licet: في هذه الصفحة ${credentials(count)}. ${parts.join('، ')}`.trim(),
    otherPerson: (count) => `${count} × ليست للشخص المذكور هناك`,
  },
  popup: {
    title: 'Licet',
    always: (site) => `تُفحص صفحات ${name(site)} دائمًا.`,
    once: (site) => `لا تُفحص صفحات ${name(site)} إلا عندما تطلبون ذلك.`,
    cannot: 'لا يمكن فحص صفحات من هذا النوع.',
    scan: 'فحص هذه الصفحة',
    scanFailed: 'لا يسمح المتصفح للإضافات بقراءة هذه الصفحة.',
    alwaysCheck: 'فحص هذا الموقع دائمًا',
    stopChecking: 'التوقف عن فحص هذا الموقع',
    fixed: 'جاء هذا الموقع مع الإضافة.',
    openPanel: 'فتح اللوحة',
    options: 'الخيارات',
    found,
    nothing: 'لم يُعثر على وثائق في هذه الصفحة حتى الآن.',
  },
  panel: {
    title: 'الوثائق في هذه الصفحة',
    nothing: 'لم يُعثر على وثائق في هذه الصفحة.',
    hint: 'إذا كنتم تتوقعون وثيقة، فافتحوا زر Licet في شريط الأدوات واختاروا «فحص هذه الصفحة».',
    checking: 'جارٍ الفحص…',
    failed:
      'حدث خلل في Licet نفسه أثناء فحص هذه الوثيقة. لا يُعرف عنها شيء. أعيدوا تحميل الصفحة للمحاولة من جديد.',
    count: credentials,
    inFrame: 'في جزء من الصفحة مصدره موقع آخر',
    notices: {
      marks_removed:
        'تزيل هذه الصفحة علاماتنا باستمرار، فتوقفنا عن رسمها. وما يرد هنا ما زال صحيحًا.',
      too_many: 'في هذه الصفحة وثائق أكثر مما يُفحص دفعة واحدة. بعضها غير مدرج هنا.',
      too_large: 'في هذه الصفحة نص أطول مما يُبحث فيه. قد لا تكون بعض الوثائق مدرجة هنا.',
    },
    workerSilent: (host) =>
      `لم يستجب ${name(host)}، فتعذّر إجراء بعض الفحوص. أعيدوا المحاولة عندما تكونون متصلين بالإنترنت.`,
  },
  options: {
    title: 'خيارات Licet',
    intro:
      'تعتمد إضافة Licet على سجل واحد: قائمة، تُوقَّع يوميًا، بالجهات المعترف بها لإصدار الشهادات وتراخيص مزاولة المهنة.',
    inUse: 'السجل المستخدَم',
    address: 'العنوان',
    fingerprint: 'بصمة المفتاح',
    builtIn: 'مدمج في هذه الإضافة.',
    chosen: 'من اختياركم.',
    sequence: 'رقم إصدار القائمة',
    validUntil: 'صالحة حتى',
    anchors: 'الجهات التي تعتمدون عليها',
    noList: {
      'issuer_trust.registry_unreachable': 'لم يستجب السجل.',
      'issuer_trust.registry_unverified': 'القائمة غير موقّعة بمفتاح هذا السجل. لا تُستخدم.',
      'issuer_trust.registry_expired': 'القائمة قديمة. لا تُستخدم.',
      'issuer_trust.registry_rolled_back': 'القائمة أقدم من قائمة سبق الاطلاع عليها. لا تُستخدم.',
    },
    change: 'استخدام سجل آخر',
    pinLabel: 'العنوان مع البصمة',
    pinHelp: 'يظهر في صفحة السجل نفسه. احصلوا عليه من شخص تثقون به، لا من صفحة ويب أُرسلت إليكم.',
    connect: 'استخدام هذا السجل',
    connecting: 'جارٍ سؤال السجل…',
    connected: 'هذا السجل مستخدَم الآن.',
    failures: {
      pin_malformed: `هذا ليس عنوانًا مع بصمة. شكله ${name('https://registry.example#…')} وفي آخره 43 حرفًا ورقمًا.`,
      not_allowed: 'لا تستطيع الإضافة سؤال هذا العنوان من دون إذنكم.',
      unreachable: 'لم يستجب هذا العنوان كما يستجيب السجل.',
      key_mismatch: 'للسجل في هذا العنوان مفتاح غير المفتاح الذي لصقتموه. لا تستخدموه.',
      list_refused: 'تعذّر التحقق من قائمة السجل، فلم يتغير شيء.',
    },
    reset: 'العودة إلى السجل المدمج',
    resetQuestion: 'هل تريدون حقًا العودة إلى السجل الذي جاء مع الإضافة؟',
    resetYes: 'نعم، العودة إليه',
    resetNo: 'لا، الإبقاء على الحالي',
  },
}
