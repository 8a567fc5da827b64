// English. Every sentence is meant for somebody who reads applications, not for somebody who writes software. Pure.
import { PROFESSIONS_EN } from './en-professions.ts'
import { REASONS_EN } from './en-reasons.ts'
import type { Wording } from './wording.ts'

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

function date(rfc3339: string): string {
  const [year, month, day] = rfc3339.slice(0, 10).split('-')
  const name = MONTHS[Number(month) - 1]
  return name === undefined || day === undefined ? rfc3339 : `${Number(day)} ${name} ${year}`
}

const time = (rfc3339: string) => `${date(rfc3339)}, ${rfc3339.slice(11, 16)} UTC`

export const en = {
  locale: 'en',
  direction: 'ltr',
  verdicts: {
    verified: {
      word: 'Verified',
      meaning: 'Genuine, in force, and issued by an organisation that is recognised for it.',
    },
    unrecognized_issuer: {
      word: 'Issuer not recognised',
      meaning:
        'The signature is genuine, but no organisation that you rely on vouches for this issuer in this matter. Anybody can sign a document.',
    },
    inconclusive: {
      word: 'Could not check',
      meaning:
        'Something could not be found out. This is neither good nor bad news; try again later.',
    },
    not_in_force: {
      word: 'Not in force',
      meaning: 'Genuine, but it does not hold today.',
    },
    rejected: {
      word: 'Rejected',
      meaning: 'Do not rely on this. It was altered, or was not made by the issuer it names.',
    },
  },
  checks: {
    format: { name: 'Form', question: 'Is it a well-formed credential?' },
    issuer_key: { name: 'Issuer’s key', question: 'Did we find the issuer’s own signing key?' },
    signature: { name: 'Signature', question: 'Is it unchanged since the issuer signed it?' },
    disclosures: {
      name: 'Shown parts',
      question: 'Do the parts shown belong to the signed whole?',
    },
    holder_binding: {
      name: 'Presented by',
      question: 'Was it presented by the person it was issued to?',
    },
    validity_period: { name: 'Dates', question: 'Is today within its dates?' },
    status: { name: 'Not withdrawn', question: 'Does the issuer still stand by it?' },
    issuer_trust: {
      name: 'Issuer’s standing',
      question: 'Is the issuer recognised for this kind of credential?',
    },
    transparency: { name: 'Public record', question: 'Is it in a public log of credentials?' },
  },
  outcomes: {
    pass: 'Yes',
    fail: 'No',
    unknown: 'Could not find out',
    not_applicable: 'Does not apply',
    not_run: 'Not checked',
  },
  reasons: REASONS_EN,
  notices: {
    licence_conditions:
      'This licence is limited. Read its scope and conditions before you rely on it.',
    contained_not_verified:
      'Not every credential inside this one is verified. Look at each of them below.',
    schema_not_checked:
      'It names a form that it follows. That form could not be compared; the signature is not affected.',
    status_message: 'The issuer has attached a message. Read it below before you rely on this.',
    refresh_available: 'The issuer has a newer version of this credential. Ask for it.',
    holder_not_proven:
      'It was signed for somebody who can prove that it is theirs. Nobody has proved that here.',
  },
  professions: PROFESSIONS_EN,
  names: {
    exact: (subject, person) =>
      `Issued to ${subject}. This page is about ${person}: the same name.`,
    variant: (subject, person) =>
      `Issued to ${subject}. This page is about ${person}: the same name, written differently.`,
    possible: (subject, person) =>
      `Issued to ${subject}. This page is about ${person}. The names may or may not mean the same person: compare them yourself.`,
    different: (subject, person) =>
      `Issued to ${subject}. This page is about ${person}: not the same name. It may be somebody else’s.`,
  },
  expectedNames: {
    exact: (subject, expected) => `Issued to ${subject}. You expected ${expected}: the same name.`,
    variant: (subject, expected) =>
      `Issued to ${subject}. You expected ${expected}: the same name, written differently.`,
    possible: (subject, expected) =>
      `Issued to ${subject}. You expected ${expected}. The names may or may not mean the same person: compare something else as well, such as a date of birth or a number.`,
    different: (subject, expected) =>
      `Issued to ${subject}. You expected ${expected}: not the same name. It may be somebody else’s, or the name has changed: ask.`,
  },
  mark: {
    withConditions: ', with conditions',
    otherPerson: ', not the person named here',
    notAllContained: ', not everything inside is verified',
    nobody: ', names nobody',
    checking: 'Checking this credential',
    unreadable: 'Unreadable credential',
  },
  panel: {
    kinds: {
      degree: 'Degree',
      licence: 'Professional licence',
      transcript: 'Transcript',
      presentation: 'Presentation of credentials',
      other: 'Credential',
    },
    unreadable:
      'This could not be read as a signed credential, so it proves nothing, for or against anybody. A scan, a picture or a PDF is no credential: ask for the signed file or text. If you copied a text, copy it whole.',
    unproven:
      'Nothing below is proved. It is only what the text says about itself, and anybody could have written it.',
    subject: 'Issued to',
    issuer: 'Issued by',
    issuerSelfNamed: (name) => `calls itself “${name}”`,
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
    awarded: 'Awarded',
    checks: 'What was checked',
    becauseOf: (checkName) =>
      `The questions marked “Not checked” were not reached. What stopped us: ${checkName}.`,
    chain: 'Who vouches for the issuer',
    chainLink: (accreditor, subject) => `${accreditor} recognises ${subject}`,
    chainLinkUntil: (until) => `until ${until}`,
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
  },
  date,
  time,
} as const satisfies Wording
