// English. Every sentence is meant for somebody who reads applications, not for somebody who writes software. Pure.
import { DATES_EN } from './en-dates.ts'
import { PANEL_EN } from './en-panel.ts'
import { PROFESSIONS_EN } from './en-professions.ts'
import { REASONS_EN } from './en-reasons.ts'
import { nameInLeftToRight as name } from './name-in-sentence.ts'
import type { Wording } from './wording.ts'

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
    holder_not_proven: 'Nobody has proved here that it is theirs.',
    issuer_closed: 'The issuer has closed. That says nothing against what it issued before.',
  },
  professions: PROFESSIONS_EN,
  names: {
    exact: (subject, person) =>
      `Issued to ${name(subject)}. This page is about ${name(person)}: the same name.`,
    variant: (subject, person) =>
      `Issued to ${name(subject)}. This page is about ${name(person)}: the same name, written differently.`,
    possible: (subject, person) =>
      `Issued to ${name(subject)}. This page is about ${name(person)}. The names may or may not mean the same person: compare them yourself.`,
    different: (subject, person) =>
      `Issued to ${name(subject)}. This page is about ${name(person)}: not the same name. It may be somebody else’s.`,
  },
  expectedNames: {
    exact: (subject, expected) =>
      `Issued to ${name(subject)}. You expected ${name(expected)}: the same name.`,
    variant: (subject, expected) =>
      `Issued to ${name(subject)}. You expected ${name(expected)}: the same name, written differently.`,
    possible: (subject, expected) =>
      `Issued to ${name(subject)}. You expected ${name(expected)}. The names may or may not mean the same person: compare something else as well, such as a date of birth or a number.`,
    different: (subject, expected) =>
      `Issued to ${name(subject)}. You expected ${name(expected)}: not the same name. It may be somebody else’s, or the name has changed: ask.`,
  },
  mark: {
    label: (verdict, names) => `${verdict}: ${names.map(name).join(', ')}`,
    withConditions: ', with conditions',
    otherPerson: ', not the person named here',
    notAllContained: ', not everything inside is verified',
    issuerClosed: ', its issuer has closed',
    nobody: ', names nobody',
    checking: 'Checking this credential',
    unreadable: 'Unreadable credential',
  },
  panel: PANEL_EN,
  ...DATES_EN,
} as const satisfies Wording
