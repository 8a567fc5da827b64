// What a credential claims the right to say, and whether a grant covers it. Pure.
import { isJsonObject, type JsonObject, toList } from '../encoding/json.ts'
import type { CredentialClaims } from '../parse/credential.ts'
import { credentialTypeOf, LICENCE_TYPE } from '../parse/vct.ts'
import { type Problem, problem, type ReasonCodeOf } from '../reasons.ts'
import type { Grant } from './accreditation.ts'

export interface Scope {
  readonly types: readonly string[]
  readonly jurisdiction?: string | undefined
  readonly isco08?: string | undefined
  /** Every level that is stated. */
  readonly eqf: readonly number[]
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

/** The identifier is written with http; who copies it from a browser has https. */
const EQF_URL = /^https?:\/\/data\.europa\.eu\/snb\/eqf\/(.*)$/
/** One place (ISO 3166) and one profession (ISCO-08): behind a covered code, free text could name a second one. */
const JURISDICTION = /^[A-Z]{2}(?:-[A-Z0-9]{1,3})?$/
const ISCO08 = /^\d{1,4}$/

/**
 * The scope that an accreditation must cover. All types, all achievements and all levels count, not the most convenient one:
 * JSON-LD reads a list of one as the one itself, and so must we.
 */
export function credentialScope(claims: CredentialClaims): Scope {
  const { subject } = claims
  const achievements = objects(subject.achievement).concat(objects(subject.degree))
  const attested = achievements.length === 0 ? objects(subject.attestation) : []
  const licence = isJsonObject(subject.licence) ? subject.licence : onlyOf(attested)
  const stated = claims.types.filter((type) => !NEUTRAL_TYPES.has(type)).map(canonicalType)
  const licenses = subject.licence !== undefined || achievements.some(isLicensing)
  const jurisdiction = licence?.jurisdiction
  const isco08 = isJsonObject(licence?.profession) ? licence.profession.isco08 : undefined
  return {
    types: licenses && stated.length > 0 ? [...new Set([...stated, LICENCE_TYPE])] : stated,
    eqf: [...achievements, ...attested].flatMap(readEqf),
    jurisdiction: isCode(jurisdiction, JURISDICTION) ? jurisdiction : undefined,
    isco08: isCode(isco08, ISCO08) ? isco08 : undefined,
  }
}

/** One name for what has several: a grant may have been written with any of them. */
export const canonicalType = (type: string): string => SYNONYMS.get(type) ?? credentialTypeOf(type)

const onlyOf = <T>(items: readonly T[]): T | undefined =>
  items.length === 1 ? items[0] : undefined

const isCode = (value: unknown, pattern: RegExp): value is string =>
  typeof value === 'string' && pattern.test(value)

const objects = (value: unknown): JsonObject[] =>
  value === undefined ? [] : toList(value).filter(isJsonObject)

const isLicensing = ({ achievementType }: JsonObject): boolean =>
  toList(achievementType).some((type) => LICENSING_ACHIEVEMENTS.has(type))

/** What is no number becomes NaN, which no grant lists. */
function readEqf({ eqf, alignment }: JsonObject): readonly number[] {
  const aligned = objects(alignment).flatMap(({ targetUrl }) =>
    typeof targetUrl === 'string' && EQF_URL.test(targetUrl)
      ? Number(EQF_URL.exec(targetUrl)?.[1])
      : [],
  )
  return eqf === undefined ? aligned : [typeof eqf === 'number' ? eqf : Number.NaN, ...aligned]
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
  const granted = grantedTypes(grant)
  if (types.length === 0 || !types.every((type) => granted.has(type))) {
    return problem('issuer_trust.type_not_covered')
  }
  if (grant.eqf && (eqf.length === 0 || !eqf.every((level) => grant.eqf?.includes(level)))) {
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

/** By grant: the same few are held against every credential. */
const GRANTED = new WeakMap<Grant, ReadonlySet<string>>()

function grantedTypes(grant: Grant): ReadonlySet<string> {
  const known = GRANTED.get(grant)
  if (known) return known
  const types = new Set(grant.credentialTypes.map(canonicalType))
  GRANTED.set(grant, types)
  return types
}

const isWithin = (place: string, area: string): boolean =>
  place === area || place.startsWith(`${area}-`)
