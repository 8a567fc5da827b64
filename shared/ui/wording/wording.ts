// What a locale must say. A locale that leaves one thing out does not compile. Types only.
import type { CheckId } from '../../checks.ts'
import type { NameMatch } from '../../names/compare.ts'
import type { ReasonCode } from '../../reasons.ts'
import type { CheckResult, Verdict } from '../../verdict.ts'
import type { CredentialKind, Notice, StatusPurpose } from '../../verification-result.ts'
import type { ProfessionCode } from './profession-codes.ts'

export type Outcome = CheckResult['outcome']

/** Professions by ISCO-08 unit group; not every group has a word. */
export type ProfessionWords = Readonly<Record<ProfessionCode, string>>

export interface VerdictWords {
  /** The word on the mark. */
  readonly word: string
  /** What it means for the reader, in one or two sentences. */
  readonly meaning: string
}

export interface CheckWords {
  readonly name: string
  readonly question: string
}

/** What a mark says besides verdict and names. */
export interface MarkWords {
  /** The verdict's word and whatever names there are: the credential's, its subject's. */
  readonly label: (verdict: string, names: readonly string[]) => string
  readonly withConditions: string
  readonly otherPerson: string
  /** Said of a credential with credentials inside of which not every one is verified. */
  readonly notAllContained: string
  /** Said of a credential whose issuer has closed. */
  readonly issuerClosed: string
  /** Said of a verified credential that does not say whose it is. */
  readonly nobody: string
  readonly checking: string
  readonly unreadable: string
}

/** The headings and labels of the verdict panel. */
export interface PanelWords {
  readonly kinds: Readonly<Record<CredentialKind, string>>
  /** Instead of the verdict's meaning where nothing could be read: a wrong file accuses nobody. */
  readonly unreadable: string
  readonly unproven: string
  readonly subject: string
  readonly issuer: string
  /** @param where - the issuer's domain, or that it has none */
  readonly issuerSelfNamed: (where: string, name: string) => string
  readonly issuerWithoutDomain: string
  readonly validFrom: string
  readonly validUntil: string
  readonly noEnd: string
  readonly licenceNumber: string
  readonly profession: string
  readonly jurisdiction: string
  readonly scope: string
  /** Scopes of practice that have words; another is shown as it stands. */
  readonly scopes: Readonly<Record<'full' | 'provisional' | 'supervised', string>>
  readonly conditions: string
  readonly fieldOfStudy: string
  /** Marks and grades. */
  readonly results: string
  /** The level of a framework, the standard that it meets. */
  readonly alignments: string
  readonly awarded: string
  readonly checks: string
  readonly becauseOf: (checkName: string) => string
  readonly chain: string
  readonly chainLink: (accreditor: string, subject: string) => string
  readonly chainLinkUntil: (date: string) => string
  /** When awards that somebody doubts were made; the second day is outside. */
  readonly doubtedAwards: (from: string, until: string) => string
  /** Neither good nor bad news. @param keeper - who keeps its records, where somebody does */
  readonly issuerClosed: (issuer: string, date: string, keeper: string | undefined) => string
  readonly statusLists: string
  readonly statusListRead: (host: string, time: string) => string
  readonly checkedAt: (time: string) => string
  readonly personOfPage: string
  /** Heading above the answer to a name that the reader expected. */
  readonly expectedName: string
  /** Heading above the credentials inside this one. */
  readonly contained: string
  /** Heading above what each status entry of the credential says. */
  readonly statusEntries: string
  readonly statusPurposes: Readonly<Record<StatusPurpose, string>>
  /** Of an entry whose purpose has no word. */
  readonly otherStatusPurpose: string
  /** Heading above messages that the issuer attached to the credential's status. */
  readonly statusMessages: string
  readonly presentedBy: string
  readonly notStated: string
}

export interface Wording {
  readonly locale: string
  readonly direction: 'ltr' | 'rtl'
  readonly verdicts: Readonly<Record<Verdict, VerdictWords>>
  readonly checks: Readonly<Record<CheckId, CheckWords>>
  readonly outcomes: Readonly<Record<Outcome, string>>
  readonly reasons: Readonly<Record<ReasonCode, string>>
  readonly notices: Readonly<Record<Notice, string>>
  readonly professions: ProfessionWords
  /** What a comparison of the subject's name with the name on the page found. */
  readonly names: Readonly<Record<NameMatch, (subject: string, person: string) => string>>
  /** What a comparison of the subject's name with the name that the reader expected found. */
  readonly expectedNames: Readonly<Record<NameMatch, (subject: string, expected: string) => string>>
  readonly mark: MarkWords
  readonly panel: PanelWords
  /** An RFC 3339 date as people write it. */
  readonly date: (rfc3339: string) => string
  /** An RFC 3339 instant, with its time of day. */
  readonly time: (rfc3339: string) => string
}
