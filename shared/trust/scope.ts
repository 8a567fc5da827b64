// What a credential claims the right to say, and whether a grant covers it. Pure.
import { isJsonObject, type JsonObject } from '../encoding/json.ts'
import type { CredentialClaims } from '../parse/credential.ts'
import { type Problem, problem, type ReasonCodeOf } from '../reasons.ts'
import type { Grant } from './accreditation.ts'

export interface Scope {
  readonly types: readonly string[]
  readonly jurisdiction?: string
  readonly isco08?: string
  readonly eqf?: number
}

/** Types that say nothing about what is attested. */
const NEUTRAL_TYPES: ReadonlySet<string> = new Set([
  'VerifiableCredential',
  'VerifiableAttestation',
])

/** Open Badges has two names for one type. */
const SYNONYMS: ReadonlyMap<string, string> = new Map([
  ['OpenBadgeCredential', 'AchievementCredential'],
])

/** Achievements that are a right to practise: a school that may award degrees must not slip one in. */
const LICENSING_ACHIEVEMENTS: ReadonlySet<unknown> = new Set(['License', 'Certification'])

const LICENCE_TYPE = 'ProfessionalLicenceCredential'
const EQF_URL = 'http://data.europa.eu/snb/eqf/'

/** The scope that an accreditation must cover. All types count, not the most convenient one. */
export function credentialScope(claims: CredentialClaims): Scope {
  const { subject } = claims
  const achievement = isJsonObject(subject.achievement) ? subject.achievement : undefined
  const degree = isJsonObject(subject.degree) ? subject.degree : undefined
  const licence = isJsonObject(subject.licence) ? subject.licence : undefined
  const stated = claims.types
    .filter((type) => !NEUTRAL_TYPES.has(type))
    .map((type) => SYNONYMS.get(type) ?? type)
  const types = LICENSING_ACHIEVEMENTS.has(achievement?.achievementType)
    ? [...new Set([...stated, LICENCE_TYPE])]
    : stated
  const isco08 = isJsonObject(licence?.profession) ? licence.profession.isco08 : undefined
  const eqf = degree?.eqf ?? (achievement && readEqf(achievement))
  return {
    types,
    ...(typeof licence?.jurisdiction === 'string' && { jurisdiction: licence.jurisdiction }),
    ...(typeof isco08 === 'string' && { isco08 }),
    ...(typeof eqf === 'number' && { eqf }),
  }
}

function readEqf(achievement: JsonObject): number | undefined {
  const alignments: unknown[] = [achievement.alignment ?? []].flat()
  const url = alignments
    .filter(isJsonObject)
    .map((alignment) => alignment.targetUrl)
    .find((target) => typeof target === 'string' && target.startsWith(EQF_URL))
  return typeof url === 'string' ? Number(url.slice(EQF_URL.length)) : undefined
}

/**
 * Why a grant does not cover a scope, or null where it does. A limit of the grant of which the credential says nothing is not
 * covered: an unlabelled licence must not escape the border it was limited to.
 *
 * Reasons: `issuer_trust.type_not_covered`, `.profession_not_covered`, `.jurisdiction_not_covered`.
 */
export function uncoveredBy(
  grant: Grant,
  scope: Scope,
): Problem<ReasonCodeOf<'issuer_trust'>> | null {
  const { types, isco08, jurisdiction, eqf } = scope
  if (types.length === 0 || !types.every((type) => grant.credentialTypes.includes(type))) {
    return problem('issuer_trust.type_not_covered')
  }
  if (grant.eqf && (eqf === undefined || !grant.eqf.includes(eqf))) {
    return problem('issuer_trust.type_not_covered', { limit: 'eqf' })
  }
  if (grant.isco08 && (!isco08 || !grant.isco08.some((group) => isco08.startsWith(group)))) {
    return problem('issuer_trust.profession_not_covered')
  }
  if (
    grant.jurisdictions &&
    (!jurisdiction || !grant.jurisdictions.some((area) => isWithin(jurisdiction, area)))
  ) {
    return problem('issuer_trust.jurisdiction_not_covered')
  }
  return null
}

const isWithin = (place: string, area: string): boolean =>
  place === area || place.startsWith(`${area}-`)
