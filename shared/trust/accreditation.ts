// An accreditation credential, read: who may issue what, where, from when to when. Pure.
import { isJsonObject, type JsonObject } from '../encoding/json.ts'
import type { CredentialClaims } from '../parse/credential.ts'
import type { Verified } from '../signature/verify-signature.ts'

const ACCREDITATION_TYPE = 'RecognizedEntityCredential'

/** What an accredited organisation may do. An absent limit means that the accreditor set none. */
export interface Grant {
  readonly credentialTypes: readonly string[]
  /** ISO 3166-1 alpha-2 or 3166-2; a country covers its subdivisions. */
  readonly jurisdictions?: readonly string[]
  /** ISCO-08 codes; a shorter code covers its group. */
  readonly isco08?: readonly string[]
  /** Levels of the European Qualifications Framework. */
  readonly eqf?: readonly number[]
  readonly mayDelegate: boolean
  /** How many accreditations may follow below this one. */
  readonly maxDepth: number
}

export interface Accreditation {
  readonly id: string
  readonly accreditor: string
  readonly subject: string
  readonly subjectName: string
  readonly grant: Grant
  readonly validFromSeconds?: number
  readonly validUntilSeconds?: number
}

/** The accreditation that a proved credential states, or null. @see readStatedAccreditation */
export const readAccreditation = (claims: Verified<CredentialClaims>): Accreditation | null =>
  readStatedAccreditation(claims)

/**
 * The accreditation that a credential states, or null where it is none; for display, as nothing in it is proved. A limit that cannot be read makes the whole
 * accreditation void: ignoring it would widen the grant.
 *
 * @see W3C Recognized Entities §3 (shape); the limits are ours
 */
export function readStatedAccreditation(claims: CredentialClaims): Accreditation | null {
  const { subject, id } = claims
  const action = subject.recognizedTo
  if (!claims.types.includes(ACCREDITATION_TYPE) || id === undefined) return null
  if (typeof subject.id !== 'string' || !isJsonObject(action) || action.action !== 'issue')
    return null
  if (action.recognizedBy !== undefined && action.recognizedBy !== claims.issuer.id) return null
  const grant = readGrant(action)
  return (
    grant && {
      id,
      accreditor: claims.issuer.id,
      subject: subject.id,
      subjectName: typeof subject.name === 'string' ? subject.name : subject.id,
      grant,
      ...(claims.validFromSeconds !== undefined && { validFromSeconds: claims.validFromSeconds }),
      ...(claims.validUntilSeconds !== undefined && {
        validUntilSeconds: claims.validUntilSeconds,
      }),
    }
  )
}

function readGrant(action: JsonObject): Grant | null {
  const { credentialTypes, jurisdiction, isco08, eqf, mayDelegate = false, maxDepth = 0 } = action
  if (!isListOf(credentialTypes, isString)) return null
  if (jurisdiction !== undefined && !isListOf(jurisdiction, isString)) return null
  if (isco08 !== undefined && !isListOf(isco08, isString)) return null
  if (eqf !== undefined && !isListOf(eqf, isLevel)) return null
  if (typeof mayDelegate !== 'boolean' || !isDepth(maxDepth)) return null
  return {
    credentialTypes,
    ...(jurisdiction !== undefined && { jurisdictions: jurisdiction }),
    ...(isco08 !== undefined && { isco08 }),
    ...(eqf !== undefined && { eqf }),
    mayDelegate,
    maxDepth,
  }
}

const isString = (value: unknown): value is string => typeof value === 'string' && value !== ''
const isLevel = (value: unknown): value is number =>
  Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 8
const isDepth = (value: unknown): value is number => Number.isInteger(value) && Number(value) >= 0

function isListOf<T>(value: unknown, isItem: (item: unknown) => item is T): value is readonly T[] {
  return Array.isArray(value) && value.length > 0 && value.every(isItem)
}
