// The headings and labels of the verdict panel in Hindi. Pure.
import { nameInLeftToRight as name } from './name-in-sentence.ts'
import type { PanelWords } from './wording.ts'

export const PANEL_HI = {
  kinds: {
    degree: 'उपाधि',
    licence: 'पेशेवर लाइसेंस',
    transcript: 'अंकपत्र',
    'licence-extension': 'लाइसेंस विस्तार',
    'good-standing': 'उत्तम पेशेवर आचरण',
    'language-proficiency': 'भाषा प्रवीणता',
    'bridging-module': 'सेतु मॉड्यूल',
    'competency-assessment': 'योग्यता मूल्यांकन',
    'equivalence-decision': 'समकक्षता निर्णय',
    'exam-result': 'परीक्षा परिणाम',
    presentation: 'प्रमाणपत्रों की प्रस्तुति',
    other: 'प्रमाणपत्र',
  },
  unreadable:
    'इसे हस्ताक्षरित प्रमाणपत्र के रूप में पढ़ा नहीं जा सका, इसलिए यह किसी के पक्ष में या विरुद्ध कुछ भी साबित नहीं करता। स्कैन, चित्र या PDF प्रमाणपत्र नहीं है: हस्ताक्षरित फ़ाइल या पाठ माँगें। यदि आपने पाठ कॉपी किया है, तो उसे पूरा कॉपी करें।',
  unproven:
    'नीचे की कोई भी बात साबित नहीं हुई है। यह केवल वह है जो पाठ अपने बारे में कहता है, और इसे कोई भी लिख सकता था।',
  subject: 'किसे जारी',
  issuer: 'किसने जारी किया',
  issuerSelfNamed: (where, self) => `${where}; स्वयं को “${name(self)}” कहता है`,
  issuerWithoutDomain: 'अपनी कोई वेबसाइट नहीं',
  validFrom: 'कब से मान्य',
  validUntil: 'कब तक मान्य',
  noEnd: 'कोई अंतिम तारीख़ नहीं',
  licenceNumber: 'लाइसेंस संख्या',
  profession: 'पेशा',
  jurisdiction: 'कहाँ मान्य',
  scope: 'दायरा',
  scopes: {
    full: 'पूर्ण अभ्यास',
    provisional: 'केवल अस्थायी अभ्यास',
    supervised: 'केवल पर्यवेक्षण में',
  },
  conditions: 'शर्तें',
  fieldOfStudy: 'अध्ययन का विषय',
  results: 'परिणाम',
  alignments: 'के समकक्ष',
  awarded: 'कब प्रदान किया गया',
  checks: 'क्या-क्या जाँचा गया',
  becauseOf: (checkName) =>
    `जिन प्रश्नों पर “जाँचा नहीं गया” लिखा है, उन तक पहुँचा नहीं जा सका। रुकने का कारण: ${checkName}।`,
  chain: 'जारीकर्ता की पुष्टि कौन करता है',
  chainLink: (accreditor, subject) => `${name(accreditor)} से ${name(subject)} को मान्यता`,
  chainLinkUntil: (until) => `${until} तक`,
  doubtedAwards: (from, until) => `संदेह के दायरे में: ${from} से और ${until} से पहले दिए गए प्रमाणपत्र।`,
  issuerClosed: (issuer, date, keeper) =>
    keeper === undefined
      ? `${name(issuer)} ${date} को बंद हुई।`
      : `${name(issuer)} ${date} को बंद हुई; उसके अभिलेख ${name(keeper)} के पास हैं।`,
  statusLists: 'वापस लिए गए प्रमाणपत्रों की सूचियाँ',
  statusListRead: (host, at) => `${host}, ${at} को पढ़ी गई`,
  checkedAt: (at) => `${at} को जाँचा गया`,
  personOfPage: 'क्या यह इस पृष्ठ वाले व्यक्ति के बारे में है?',
  expectedName: 'क्या यह उस व्यक्ति के बारे में है जिसकी आपने अपेक्षा की थी?',
  contained: 'भीतर के प्रमाणपत्र',
  statusEntries: 'जारीकर्ता की सूचियाँ क्या कहती हैं',
  statusPurposes: {
    revocation: 'रद्द हुआ?',
    suspension: 'निलंबित हुआ?',
    refresh: 'नए संस्करण से बदला गया?',
    message: 'कोई संदेश?',
  },
  otherStatusPurpose: 'ऐसे प्रकार का प्रश्न जिसे हम नहीं जानते',
  statusMessages: 'जारीकर्ता के संदेश',
  presentedBy: 'किसने प्रस्तुत किया',
  notStated: 'उल्लेख नहीं',
} as const satisfies PanelWords
