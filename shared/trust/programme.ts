// Is a credential an award of the programme and of the time that are in doubt? Pure.
import { isJsonObject, type JsonObject, toList } from '../encoding/json.ts'
import type { CredentialClaims } from '../parse/credential.ts'
import type { Taint } from './remark.ts'
import { canonicalType, type Scope } from './scope.ts'

type Limit = 'achievementTypes' | 'programmes' | 'fieldsOfStudy'

/** By which property of an achievement each limit is told. */
const PROPERTY_OF_LIMIT: Readonly<Record<Limit, string>> = {
  achievementTypes: 'achievementType',
  programmes: 'name',
  fieldsOfStudy: 'fieldOfStudy',
}
const LIMITS = Object.keys(PROPERTY_OF_LIMIT) as Limit[]

/**
 * Whether a credential may be one of those that are in doubt. Of what it leaves unsaid nobody knows that it is another
 * programme or another time: a holder must not get out of the box by keeping a field back.
 */
export const mayBeTainted = (taint: Taint, claims: CredentialClaims, scope: Scope): boolean =>
  isOfType(taint, scope) && isWithinTime(taint, claims) && isWithinLimits(taint, claims)

const isOfType = ({ credentialTypes }: Taint, { types }: Scope): boolean =>
  types.some((type) => credentialTypes.some((tainted) => canonicalType(tainted) === type))

/** What holds an achievement certifies it on a day of its own: where the day of the award is not said, it was then at the latest. */
function isWithinTime(
  { awardedFromSeconds, awardedUntilSeconds }: Taint,
  claims: CredentialClaims,
): boolean {
  const { validFromSeconds } = claims
  const ownDay = achievementsIn(claims).length === 0 ? validFromSeconds : undefined
  const awarded = claims.awardedSeconds ?? ownDay
  return awarded === undefined
    ? (validFromSeconds ?? Number.POSITIVE_INFINITY) >= awardedFromSeconds
    : awarded >= awardedFromSeconds && awarded < awardedUntilSeconds
}

function isWithinLimits(taint: Taint, claims: CredentialClaims): boolean {
  const achievements = achievementsIn(claims)
  return (
    achievements.length === 0 ||
    achievements.some((achievement) =>
      LIMITS.every((limit) => isWithin(taint[limit], achievement[PROPERTY_OF_LIMIT[limit]])),
    )
  )
}

function isWithin(limit: readonly string[] | undefined, stated: unknown): boolean {
  if (limit === undefined) return true
  const values: readonly unknown[] = toList(stated ?? [])
  const named = new Set(limit.map(fold))
  return (
    values.length === 0 ||
    values.some((value) => typeof value !== 'string' || named.has(fold(value)))
  )
}

const achievementsIn = ({ subject }: CredentialClaims): readonly JsonObject[] =>
  [subject.achievement, subject.degree]
    .flatMap((value): readonly unknown[] => toList(value ?? []))
    .filter(isJsonObject)

/** The same name, whatever its case and its spaces. */
const fold = (name: string): string =>
  name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
