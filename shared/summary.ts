// What a credential says about itself, fit to be shown. Pure.
import { summarizeAchievement } from './achievement-summary.ts'
import { displayText } from './encoding/display-text.ts'
import { isJsonObject, type JsonObject, toList } from './encoding/json.ts'
import { formatDateTime } from './encoding/time.ts'
import { didWebHost } from './keys/did-web.ts'
import { subjectNames } from './names/subject-names.ts'
import type { CredentialClaims, Envelope } from './parse/credential.ts'
import { credentialTypeOf } from './parse/vct.ts'
import type { CredentialKind, CredentialSummary } from './verification-result.ts'

export const UNREADABLE: CredentialSummary = {
  claimsVerified: false,
  kind: 'other',
  name: 'Unreadable credential',
  subject: {},
  issuer: {},
}

const KIND_BY_TYPE: ReadonlyMap<string, CredentialKind> = new Map([
  ['ProfessionalLicenceCredential', 'licence'],
  ['ClrCredential', 'transcript'],
  ['AchievementCredential', 'degree'],
  ['OpenBadgeCredential', 'degree'],
  ['DegreeCredential', 'degree'],
  ['LicenceExtensionCredential', 'licence-extension'],
  ['GoodStandingCredential', 'good-standing'],
  ['LanguageProficiencyCredential', 'language-proficiency'],
  ['BridgingModuleCredential', 'bridging-module'],
  ['CompetencyAssessmentCredential', 'competency-assessment'],
  ['EquivalenceDecisionCredential', 'equivalence-decision'],
  ['ExamResultCredential', 'exam-result'],
])

const MAX_CONDITIONS = 10

/**
 * Draws up what may be shown of a credential. Every text passes `displayText`.
 *
 * @param listed - what the trust list says of the issuer: its name there outweighs the one that it gives itself, and the domain that it
 *   has proved is shown instead of the host of its DID
 */
export function summarize(
  claims: CredentialClaims,
  envelope: Envelope,
  claimsVerified: boolean,
  listed?: { readonly name: string; readonly domain?: string },
): CredentialSummary {
  const { subject, properties, issuer, types } = claims
  const names = subjectNames(subject).flatMap((name) => displayText(name) ?? [])
  const achievement = object(subject.achievement)
  const degree = object(subject.degree) ?? achievement
  const licence = object(subject.licence)
  const kind = types.flatMap((type) => KIND_BY_TYPE.get(credentialTypeOf(type)) ?? [])[0] ?? 'other'
  return compact({
    claimsVerified,
    id: displayText(claims.id),
    kind,
    envelope,
    name:
      // The claim `name` of a JWT is a person's.
      (envelope === 'dc+sd-jwt' ? undefined : readText(properties.name)) ??
      readText(degree?.name) ??
      readText(licence?.name) ??
      readText(object(subject.attestation)?.name) ??
      displayText(properties.vct) ??
      UNREADABLE.name,
    subject: compact({
      name: names[0],
      otherNames: names.length > 1 ? names.slice(1) : undefined,
      id: displayText(subject.id),
    }),
    issuer: compact({
      id: displayText(issuer.id),
      name: displayText(listed?.name) ?? readText(issuer.properties.name),
      domain: listed?.domain ?? didWebHost(issuer.id) ?? undefined,
    }),
    validFrom: dateTime(claims.validFromSeconds),
    validUntil: dateTime(claims.validUntilSeconds),
    licence: licence && kind === 'licence' ? summarizeLicence(licence) : undefined,
    degree: degree && kind === 'degree' ? summarizeDegree(degree, claims) : undefined,
  })
}

/** With what the issuer attached to the status, cleaned likewise. */
export const withStatusMessages = (
  summary: CredentialSummary,
  messages: readonly string[],
): CredentialSummary =>
  messages.length === 0
    ? summary
    : { ...summary, statusMessages: messages.flatMap((text) => displayText(text) ?? []) }

/** One condition may stand without a list around it. */
const conditionsOf = ({ conditions }: JsonObject): readonly unknown[] => toList(conditions ?? [])

const summarizeLicence = (licence: JsonObject) =>
  compact({
    number: displayText(licence.number),
    profession: displayText(object(licence.profession)?.isco08),
    jurisdiction: displayText(licence.jurisdiction),
    scope: readText(licence.scope),
    conditions: conditionsOf(licence)
      .slice(0, MAX_CONDITIONS)
      .flatMap((text) => readText(text) ?? []),
  })

const summarizeDegree = (degree: JsonObject, claims: CredentialClaims) =>
  compact({
    achievementType: displayText(degree.achievementType),
    fieldOfStudy: displayText(degree.fieldOfStudy),
    awardedDate: dateTime(claims.awardedSeconds)?.slice(0, 10),
    ...summarizeAchievement(degree, claims.subject),
  })

/** A string, a language value object, a name form, or the first of several. */
function readText(value: unknown): string | undefined {
  const first: unknown = Array.isArray(value) ? value[0] : value
  return displayText(isJsonObject(first) ? (first['@value'] ?? first.value) : first)
}

const object = (value: unknown): JsonObject | undefined => (isJsonObject(value) ? value : undefined)

const dateTime = (seconds: number | undefined): string | undefined =>
  seconds === undefined ? undefined : formatDateTime(seconds)

type Compacted<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>
}

/** The object without its undefined members: absent is absent, also after JSON. */
function compact<T extends object>(value: T): Compacted<T> {
  const kept: Record<string, unknown> = {}
  for (const name of Object.keys(value)) {
    const member: unknown = Reflect.get(value, name)
    if (member !== undefined) kept[name] = member
  }
  return kept as Compacted<T>
}
