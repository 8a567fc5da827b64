// Hindi. Every sentence is meant for somebody who reads applications, not for somebody who writes software. Pure.
import { DATES_HI } from './hi-dates.ts'
import { PANEL_HI } from './hi-panel.ts'
import { PROFESSIONS_HI } from './hi-professions.ts'
import { REASONS_HI } from './hi-reasons.ts'
import { nameInLeftToRight as name } from './name-in-sentence.ts'
import type { Wording } from './wording.ts'

export const hi = {
  locale: 'hi',
  direction: 'ltr',
  verdicts: {
    verified: {
      word: 'सत्यापित',
      meaning: 'असली है, प्रभावी है, और इसे जारी करने के लिए मान्यता प्राप्त संस्था ने जारी किया है।',
    },
    unrecognized_issuer: {
      word: 'जारीकर्ता को मान्यता नहीं',
      meaning:
        'हस्ताक्षर असली है, पर जिन संस्थाओं पर आप भरोसा करते हैं, उनमें से कोई भी इस मामले में इस जारीकर्ता की पुष्टि नहीं करती। दस्तावेज़ पर हस्ताक्षर तो कोई भी कर सकता है।',
    },
    inconclusive: {
      word: 'जाँच नहीं हो सकी',
      meaning: 'कोई बात पता नहीं चल सकी। यह न अच्छी ख़बर है, न बुरी; कृपया बाद में फिर कोशिश करें।',
    },
    not_in_force: {
      word: 'प्रभावी नहीं',
      meaning: 'असली है, पर आज मान्य नहीं है।',
    },
    rejected: {
      word: 'अस्वीकृत',
      meaning:
        'इस पर भरोसा न करें। इसे बदला गया है, या यह उस जारीकर्ता का बनाया हुआ नहीं है जिसका नाम इसमें है।',
    },
  },
  checks: {
    format: { name: 'रूप', question: 'क्या यह सही रूप में बना प्रमाणपत्र है?' },
    issuer_key: {
      name: 'जारीकर्ता की कुंजी',
      question: 'क्या जारीकर्ता की अपनी हस्ताक्षर-कुंजी मिली?',
    },
    signature: {
      name: 'हस्ताक्षर',
      question: 'क्या यह जारीकर्ता के हस्ताक्षर के बाद से ज्यों का त्यों है?',
    },
    disclosures: {
      name: 'दिखाए गए हिस्से',
      question: 'क्या दिखाए गए हिस्से हस्ताक्षरित प्रमाणपत्र के ही हैं?',
    },
    holder_binding: {
      name: 'प्रस्तुतकर्ता',
      question: 'क्या इसे उसी व्यक्ति ने प्रस्तुत किया जिसे यह जारी हुआ था?',
    },
    validity_period: { name: 'तारीख़ें', question: 'क्या आज का दिन इसकी वैधता अवधि में है?' },
    status: { name: 'वापस नहीं लिया गया', question: 'क्या जारीकर्ता अब भी इसे मानता है?' },
    issuer_trust: {
      name: 'जारीकर्ता की मान्यता',
      question: 'क्या जारीकर्ता को इस प्रकार के प्रमाणपत्र के लिए मान्यता है?',
    },
    transparency: {
      name: 'सार्वजनिक अभिलेख',
      question: 'क्या यह प्रमाणपत्रों के किसी सार्वजनिक अभिलेख में है?',
    },
  },
  outcomes: {
    pass: 'हाँ',
    fail: 'नहीं',
    unknown: 'पता नहीं चल सका',
    not_applicable: 'लागू नहीं',
    not_run: 'जाँचा नहीं गया',
  },
  reasons: REASONS_HI,
  notices: {
    licence_conditions: 'यह लाइसेंस सीमित है। इस पर भरोसा करने से पहले इसका दायरा और इसकी शर्तें पढ़ें।',
    contained_not_verified: 'इसके भीतर के सभी प्रमाणपत्र सत्यापित नहीं हैं। नीचे हर एक को देखें।',
    schema_not_checked:
      'इसमें एक प्रारूप का नाम है जिसका यह पालन करता है। उस प्रारूप से मिलान नहीं हो सका; हस्ताक्षर पर इसका असर नहीं है।',
    status_message: 'जारीकर्ता ने एक संदेश जोड़ा है। भरोसा करने से पहले उसे नीचे पढ़ें।',
    refresh_available: 'जारीकर्ता के पास इस प्रमाणपत्र का नया संस्करण है। उसे माँगें।',
    holder_not_proven: 'यहाँ किसी ने साबित नहीं किया है कि यह उसका है।',
    issuer_closed:
      'जारीकर्ता संस्था बंद हो चुकी है। इससे उसके पहले जारी किए गए प्रमाणपत्रों पर कोई आँच नहीं आती।',
  },
  professions: PROFESSIONS_HI,
  names: {
    exact: (subject, person) =>
      `${name(subject)} को जारी। यह पृष्ठ ${name(person)} के बारे में है: नाम वही है।`,
    variant: (subject, person) =>
      `${name(subject)} को जारी। यह पृष्ठ ${name(person)} के बारे में है: नाम वही है, बस लिखने का ढंग अलग है।`,
    possible: (subject, person) =>
      `${name(subject)} को जारी। यह पृष्ठ ${name(person)} के बारे में है। ये नाम एक ही व्यक्ति के हो भी सकते हैं और नहीं भी: कृपया स्वयं मिलाकर देखें।`,
    different: (subject, person) =>
      `${name(subject)} को जारी। यह पृष्ठ ${name(person)} के बारे में है: नाम वही नहीं है। यह किसी और का हो सकता है।`,
  },
  expectedNames: {
    exact: (subject, expected) =>
      `${name(subject)} को जारी। आपने ${name(expected)} की अपेक्षा की थी: नाम वही है।`,
    variant: (subject, expected) =>
      `${name(subject)} को जारी। आपने ${name(expected)} की अपेक्षा की थी: नाम वही है, बस लिखने का ढंग अलग है।`,
    possible: (subject, expected) =>
      `${name(subject)} को जारी। आपने ${name(expected)} की अपेक्षा की थी। ये नाम एक ही व्यक्ति के हो भी सकते हैं और नहीं भी: कुछ और भी मिलाएँ, जैसे जन्मतिथि या कोई संख्या।`,
    different: (subject, expected) =>
      `${name(subject)} को जारी। आपने ${name(expected)} की अपेक्षा की थी: नाम वही नहीं है। यह किसी और का हो सकता है, या नाम बदल गया है: पूछ लें।`,
  },
  mark: {
    label: (verdict, names) => `${verdict}: ${names.map(name).join(', ')}`,
    withConditions: ', शर्तों के साथ',
    otherPerson: ', यहाँ नामित व्यक्ति का नहीं',
    notAllContained: ', भीतर का सब कुछ सत्यापित नहीं',
    issuerClosed: ', जारीकर्ता संस्था बंद हो चुकी है',
    nobody: ', किसी का नाम नहीं',
    checking: 'इस प्रमाणपत्र की जाँच हो रही है',
    unreadable: 'अपठनीय प्रमाणपत्र',
  },
  panel: PANEL_HI,
  ...DATES_HI,
} as const satisfies Wording
