// The headings and labels of the verdict panel in English. Pure.
import { nameInLeftToRight as name } from './name-in-sentence.ts'
import type { PanelWords } from './wording.ts'

export const PANEL_EN = {
  kinds: {
    degree: 'Degree',
    licence: 'Professional licence',
    transcript: 'Transcript',
    'licence-extension': 'Licence extension',
    'good-standing': 'Good standing',
    'language-proficiency': 'Language proficiency',
    'bridging-module': 'Bridging module',
    'competency-assessment': 'Competency assessment',
    'equivalence-decision': 'Equivalence decision',
    'exam-result': 'Exam result',
    presentation: 'Presentation of credentials',
    other: 'Credential',
  },
  unreadable:
    'This could not be read as a signed credential, so it proves nothing, for or against anybody. A scan, a picture or a PDF is no credential: ask for the signed file or text. If you copied a text, copy it whole.',
  unproven:
    'Nothing below is proved. It is only what the text says about itself, and anybody could have written it.',
  subject: 'Issued to',
  issuer: 'Issued by',
  issuerSelfNamed: (where, self) => `${where}; calls itself “${name(self)}”`,
  issuerWithoutDomain: 'no website of its own',
  validFrom: 'Valid from',
  validUntil: 'Valid until',
  noEnd: 'No end date',
  licenceNumber: 'Licence number',
  profession: 'Profession',
  jurisdiction: 'Valid in',
  scope: 'Scope',
  scopes: {
    full: 'Full practice',
    provisional: 'Provisional practice only',
    supervised: 'Only under supervision',
  },
  conditions: 'Conditions',
  fieldOfStudy: 'Field of study',
  results: 'Results',
  alignments: 'Corresponds to',
  awarded: 'Awarded',
  checks: 'What was checked',
  becauseOf: (checkName) =>
    `The questions marked “Not checked” were not reached. What stopped us: ${checkName}.`,
  chain: 'Who vouches for the issuer',
  chainLink: (accreditor, subject) => `${name(accreditor)} recognises ${name(subject)}`,
  chainLinkUntil: (until) => `until ${until}`,
  doubtedAwards: (from, until) =>
    `Awards in doubt: those made from ${from} on and before ${until}.`,
  issuerClosed: (issuer, date, keeper) =>
    keeper === undefined
      ? `${name(issuer)} closed on ${date}.`
      : `${name(issuer)} closed on ${date}; its records are kept by ${name(keeper)}.`,
  statusLists: 'Lists of withdrawn credentials',
  statusListRead: (host, at) => `${host}, read ${at}`,
  checkedAt: (at) => `Checked ${at}`,
  personOfPage: 'Is it about the person on this page?',
  expectedName: 'Is it about the person you expected?',
  contained: 'Credentials inside',
  statusEntries: 'What the issuer’s lists say',
  statusPurposes: {
    revocation: 'Revoked?',
    suspension: 'Suspended?',
    refresh: 'Replaced by a newer version?',
    message: 'Any message?',
  },
  otherStatusPurpose: 'A question of a kind that we do not know',
  statusMessages: 'Messages from the issuer',
  presentedBy: 'Presented by',
  notStated: 'not stated',
} as const satisfies PanelWords
