// A European Digital Credential, for display: its seal is a JAdES signature of an organisation, which is not checked here. Pure.
import { decodeBase64Url } from '../encoding/base64url.ts'
import { utf8Decode } from '../encoding/bytes.ts'
import { isJsonObject, type JsonObject, parseJsonObject, toList } from '../encoding/json.ts'
import { parseDate, parseDateTime } from '../encoding/time.ts'
import type { Problem, ReasonCodeOf } from '../reasons.ts'
import { ok, type Result } from '../result.ts'
import type { ParsedCredential } from './credential.ts'
import { malformed, readTypes } from './properties.ts'

type Read = Result<ParsedCredential, Problem<ReasonCodeOf<'format'>>>

const TYPE = 'EuropeanDigitalCredential'
/** Readers of the panel get English where there is any, else the credential's first language. */
const PREFERRED_LANGUAGE = 'en'

/**
 * Reads what a European Digital Credential says: title, holder, awarding body, dates. It comes without a signature that is
 * checked, so nothing in it is ever shown as proved.
 *
 * Reasons: `format.property_missing`, `format.property_malformed`.
 * @see European Learning Model 3 https://europa.eu/europass/elm-browser
 */
export function readElm(credential: JsonObject): Read {
  const types = readTypes(credential)
  if (!types.ok) return types
  const subject = firstObject(credential.credentialSubject)
  if (!subject) return malformed('credentialSubject')
  const issuer = firstObject(credential.issuer)
  const issuerId = issuer ? issuer.id : credential.issuer
  const display = firstObject(credential.displayParameter)
  const [claim, ...otherClaims] = objects(subject.hasClaim)
  const validFrom = moment(credential.validFrom ?? credential.issuanceDate ?? credential.issued)
  const validUntil = moment(credential.validUntil ?? credential.expirationDate)
  const awarded = moment(firstObject(claim?.awardedBy)?.awardingDate)
  return ok({
    envelope: 'elm',
    signatures: [],
    claims: {
      ...(typeof credential.id === 'string' && { id: credential.id }),
      types: types.value,
      issuer: {
        id: typeof issuerId === 'string' ? issuerId : '',
        properties: { name: pickText(issuer?.legalName) ?? awardingBodyOf(claim) },
      },
      subject: { id: subject.id, name: nameOf(subject) },
      ...(validFrom !== undefined && { validFromSeconds: validFrom }),
      ...(validUntil !== undefined && { validUntilSeconds: validUntil }),
      ...(awarded !== undefined && { awardedSeconds: awarded }),
      statusEntries: [],
      properties: {
        name: pickText(display?.title) ?? [claim, ...otherClaims].map(titleOf).find(Boolean),
      },
    },
  })
}

/**
 * The European Digital Credential inside a JWS with a seal, or null where there is none: in the JSON serialisation, in which
 * Europass hands them out, or the compact one.
 *
 * @see RFC 7515 §7.2, ETSI TS 119 182-1
 */
export function readSealedElm(sealed: JsonObject | string): Read | null {
  const payload = typeof sealed === 'string' ? sealed.split('.', 3)[1] : sealed.payload
  if (typeof payload !== 'string') return null
  // Seals of Europass leave the payload as it is (RFC 7797), others encode it.
  const bytes = payload.startsWith('{') ? undefined : decodeBase64Url(payload)
  const text = bytes === undefined ? payload : bytes && utf8Decode(bytes)
  const credential = text ? parseJsonObject(text) : undefined
  const types: readonly unknown[] = toList(credential?.type)
  return credential && types.includes(TYPE) ? readElm(credential) : null
}

const objects = (value: unknown): readonly JsonObject[] => toList(value).filter(isJsonObject)
const firstObject = (value: unknown): JsonObject | undefined => objects(value)[0]

/** One text of a language map such as `{ "en": ["Diploma"], "fr": "Diplôme" }`. */
function pickText(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  const map = firstObject(value) ?? {}
  const texts: readonly unknown[] = [map[PREFERRED_LANGUAGE], ...Object.values(map)].flat()
  return texts.find((text) => typeof text === 'string')
}

const titleOf = (claim: JsonObject | undefined): string | undefined =>
  pickText(claim?.title) ?? pickText(firstObject(claim?.specifiedBy)?.title)

const awardingBodyOf = (claim: JsonObject | undefined): string | undefined =>
  pickText(firstObject(firstObject(claim?.awardedBy)?.awardingBody)?.legalName)

function nameOf({ fullName, givenName, familyName }: JsonObject): string | undefined {
  const parts = [pickText(givenName), pickText(familyName)].filter((part) => part !== undefined)
  return pickText(fullName) ?? (parts.length > 0 ? parts.join(' ') : undefined)
}

function moment(value: unknown): number | undefined {
  if (typeof value !== 'string') return undefined
  return parseDateTime(value) ?? parseDate(value) ?? undefined
}
