// What an accreditor says of an issuer besides accrediting it: that it closed, or that awards of a time are in doubt. Pure.
import type { JsonObject } from '../encoding/json.ts'
import { isJsonObject } from '../encoding/json.ts'
import { parseDateTime } from '../encoding/time.ts'
import type { CredentialClaims } from '../parse/credential.ts'

export const SUCCESSION_TYPE = 'SuccessionCredential'
export const TAINT_TYPE = 'TaintCredential'

/** Why awards are in doubt; for records and registers, no verdict depends on it. */
export const TAINT_REASONS = [
  'awards_without_study',
  'entry_requirements_not_met',
  'assessment_irregularities',
  'records_unreliable',
  'accreditation_conditions_not_met',
  'other',
] as const

/** An issuer closed. Whoever keeps its records, if anybody does, speaks for it from then on. */
export interface Succession {
  readonly kind: 'succession'
  readonly id: string
  readonly speaker: string
  readonly subject: string
  /** Seconds since the Unix epoch: what is dated from then on is not the issuer's. */
  readonly closedSeconds: number
  readonly keeper?: string
}

/** Awards of an issuer are in doubt, if made in a time (its end is outside), of these types and within every limit. */
export interface Taint {
  readonly kind: 'taint'
  readonly id: string
  readonly speaker: string
  readonly subject: string
  readonly awardedFromSeconds: number
  readonly awardedUntilSeconds: number
  readonly credentialTypes: readonly string[]
  /** As Open Badges names them, such as `BachelorDegree`. */
  readonly achievementTypes?: readonly string[]
  /** Names of achievements. */
  readonly programmes?: readonly string[]
  readonly fieldsOfStudy?: readonly string[]
  readonly reasonCode: string
  /** Nothing is decided yet. */
  readonly isUnderReview: boolean
}

export type Remark = Succession | Taint

/**
 * The remark that a credential states, or null where it cannot be read as one. Whoever believes its signer must then take it
 * for the worst that it could say: a doubt that is passed over would be a silent pass.
 */
export function readRemark(claims: CredentialClaims): Remark | null {
  const { id, issuer, subject, types } = claims
  if (id === undefined || typeof subject.id !== 'string') return null
  const about = { id, speaker: issuer.id, subject: subject.id }
  const isSuccession = types.includes(SUCCESSION_TYPE)
  if (isSuccession === types.includes(TAINT_TYPE)) return null
  return isSuccession ? readSuccession(subject, about) : readTaint(subject, about)
}

type About = Pick<Remark, 'id' | 'speaker' | 'subject'>

function readSuccession({ closedOn, recordsKeptBy }: JsonObject, about: About): Succession | null {
  const closedSeconds = readMoment(closedOn)
  if (closedSeconds === null) return null
  if (recordsKeptBy === undefined) return { kind: 'succession', ...about, closedSeconds }
  const keeper = isJsonObject(recordsKeptBy) ? recordsKeptBy.id : undefined
  return typeof keeper === 'string' ? { kind: 'succession', ...about, closedSeconds, keeper } : null
}

function readTaint(subject: JsonObject, about: About): Taint | null {
  const from = readMoment(subject.awardedFrom)
  const until = readMoment(subject.awardedUntil)
  const { achievementTypes, credentialTypes, fieldsOfStudy, programmes } = subject
  const { reasonCode, underReview } = subject
  if (from === null || until === null || !isTexts(credentialTypes)) return null
  if (!isOptionalTexts(achievementTypes) || !isOptionalTexts(programmes)) return null
  if (!isOptionalTexts(fieldsOfStudy) || typeof reasonCode !== 'string') return null
  if (typeof underReview !== 'boolean') return null
  return {
    kind: 'taint',
    ...about,
    awardedFromSeconds: from,
    awardedUntilSeconds: until,
    credentialTypes,
    ...(achievementTypes && { achievementTypes }),
    ...(programmes && { programmes }),
    ...(fieldsOfStudy && { fieldsOfStudy }),
    reasonCode,
    isUnderReview: underReview,
  }
}

const readMoment = (value: unknown): number | null =>
  typeof value === 'string' ? parseDateTime(value) : null

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every((item) => typeof item === 'string' && item !== '')

const isOptionalTexts = (value: unknown): value is readonly string[] | undefined =>
  value === undefined || isTexts(value)
