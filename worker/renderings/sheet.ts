// What a printed credential says, in the order in which it is read. Pure.
import type { CredentialSummary } from '../../shared/index.ts'
import { WORDINGS } from '../../shared/ui/wording/index.ts'

export interface Sheet {
  readonly issuer: string
  readonly names: readonly string[]
  /** Between the name of the person and that of the credential. */
  readonly verb: string
  readonly title: string
  readonly facts: readonly { readonly label: string; readonly value: string }[]
  readonly id: string | undefined
}

const { date, panel, professions } = WORDINGS.en
const VERBS = { licence: 'holds the', degree: 'has been awarded the' } as const

/** The code where it has no words of its own. */
const worded = (code: string | undefined, words: Readonly<Record<string, string>>) =>
  code === undefined || !Object.hasOwn(words, code) ? code : words[code]

export function sheetOf(credential: CredentialSummary): Sheet {
  const { degree, issuer, kind, licence, subject, validFrom, validUntil } = credential
  const facts: readonly (readonly [string, string | undefined])[] = [
    [panel.licenceNumber, licence?.number ?? degree?.licenseNumber],
    [panel.profession, worded(licence?.profession, professions)],
    [panel.jurisdiction, licence?.jurisdiction],
    [panel.scope, worded(licence?.scope, panel.scopes)],
    [panel.conditions, licence?.conditions?.join('; ')],
    [panel.fieldOfStudy, degree?.fieldOfStudy],
    [panel.alignments, degree?.alignments?.join('; ')],
    [panel.results, degree?.results?.join('; ')],
    [panel.awarded, degree?.awardedDate && date(degree.awardedDate)],
    [panel.validFrom, validFrom && date(validFrom)],
    [panel.validUntil, validUntil && date(validUntil)],
  ]
  return {
    issuer: issuer.name ?? issuer.domain ?? panel.notStated,
    names: [subject.name, ...(subject.otherNames ?? [])].filter((name) => name !== undefined),
    verb: kind === 'licence' || kind === 'degree' ? VERBS[kind] : 'holds the',
    title: credential.name,
    facts: facts.flatMap(([label, value]) => (value ? [{ label, value }] : [])),
    id: credential.id,
  }
}
