// Reading the properties that VCDM 1.1 and 2.0 share. Pure.
import { isJsonObject, type JsonObject, toList } from '../encoding/json.ts'
import { parseDate, parseDateTime, readNumericDate } from '../encoding/time.ts'
import { STATUS_ENTRIES_MAX_COUNT } from '../limits.ts'
import { type Problem, problem, type ReasonCodeOf } from '../reasons.ts'
import { err, ok, type Result } from '../result.ts'

type Read<T> = Result<T, Problem<ReasonCodeOf<'format'>>>

/** Reasons: `format.property_missing`, with the path of what is missing. */
export const missing = (path: string) => err(problem('format.property_missing', { path }))
/** Reasons: `format.property_malformed`, with the path of what is wrong. */
export const malformed = (path: string) => err(problem('format.property_malformed', { path }))

/** `@context[0]` must *be* the base context: anything before it could give the terms another meaning. */
export function readContext(credential: JsonObject, base: string): Read<true> {
  const context = credential['@context']
  if (context === undefined) return missing('@context')
  if (!Array.isArray(context) || context[0] !== base) {
    return err(problem('format.context_unsupported'))
  }
  return context.every((entry) => typeof entry === 'string' || isJsonObject(entry))
    ? ok(true)
    : malformed('@context')
}

/** The types of a credential, `VerifiableCredential` among them; one may stand without a list. */
export function readTypes(credential: JsonObject): Read<readonly string[]> {
  if (credential.type === undefined) return missing('type')
  const types: readonly unknown[] = toList(credential.type)
  if (!types.every((type) => typeof type === 'string')) return malformed('type')
  return types.includes('VerifiableCredential') ? ok(types) : malformed('type')
}

/** The identifier of the issuer, and what else is said of it. @see VCDM 2.0 §4.7 */
export function readIssuer(issuer: unknown): Read<{ id: string; properties: JsonObject }> {
  if (issuer === undefined) return missing('issuer')
  if (typeof issuer === 'string') return ok({ id: issuer, properties: {} })
  if (!isJsonObject(issuer)) return malformed('issuer')
  return typeof issuer.id === 'string'
    ? ok({ id: issuer.id, properties: issuer })
    : missing('issuer.id')
}

/** Of several subjects none is read: whoever reads one of them might take it for the person. */
export function readSubject(
  credential: JsonObject,
): Read<{ readonly subject: JsonObject; readonly isOneOfSeveral: boolean }> {
  const subjects: readonly unknown[] = toList(credential.credentialSubject ?? [])
  const [subject, ...others] = subjects
  if (subject === undefined) return missing('credentialSubject')
  if (!isJsonObject(subject) || !others.every(isJsonObject)) return malformed('credentialSubject')
  if (others.length > 0) return ok({ subject: {}, isOneOfSeveral: true })
  if (subject.id !== undefined && typeof subject.id !== 'string') {
    return malformed('credentialSubject.id')
  }
  return ok({ subject, isOneOfSeveral: false })
}

/** All entries count, so an entry that cannot be read makes the credential malformed. */
export function readStatusEntries(credential: JsonObject): Read<readonly JsonObject[]> {
  const entries: readonly unknown[] = toList(credential.credentialStatus ?? [])
  const readable = entries.every((entry) => isJsonObject(entry) && isTyped(entry))
  return readable && entries.length <= STATUS_ENTRIES_MAX_COUNT
    ? ok(entries.filter(isJsonObject))
    : malformed('credentialStatus')
}

/** JSON-LD reads a list of one as the one itself. */
function isTyped({ type }: JsonObject): boolean {
  const types: readonly unknown[] = toList(type)
  return types.length > 0 && types.every((name) => typeof name === 'string')
}

const ABSENT: Read<undefined> = ok(undefined)

/** Seconds of a `dateTimeStamp` property, undefined where it is absent. */
export function readDateTime(object: JsonObject, name: string): Read<number | undefined> {
  const value = object[name]
  if (value === undefined) return ABSENT
  const seconds = typeof value === 'string' ? parseDateTime(value) : null
  return seconds === null ? malformed(name) : ok(seconds)
}

/** Seconds of a date or date-time property, undefined where it is absent. */
export function readDay(object: JsonObject, name: string): Read<number | undefined> {
  const value = object[name]
  if (value === undefined) return ABSENT
  const seconds = typeof value === 'string' ? parseDate(value) : null
  return seconds === null ? readDateTime(object, name) : ok(seconds)
}

/** Seconds of a JWT NumericDate claim, undefined where it is absent. */
export function readDateClaim(payload: JsonObject, name: string): Read<number | undefined> {
  if (payload[name] === undefined) return ABSENT
  const seconds = readNumericDate(payload[name])
  return seconds === null ? malformed(name) : ok(seconds)
}

/** A registered JWT claim must not contradict the property that it repeats. */
export function readSame(
  claim: unknown,
  property: unknown,
  path: string,
): Read<string | undefined> {
  const value = claim ?? property
  if (value === undefined) return ABSENT
  if (typeof value !== 'string') return malformed(path)
  return property === undefined || property === value ? ok(value) : malformed(path)
}

type Moments = readonly (number | undefined)[]

function pick(
  moments: Moments,
  isBetter: (moment: number, than: number) => boolean,
): number | undefined {
  let best: number | undefined
  for (const moment of moments) {
    if (moment !== undefined && (best === undefined || isBetter(moment, best))) best = moment
  }
  return best
}

/** The latest of those that are given, undefined where none is. */
export const latest = (...moments: Moments): number | undefined =>
  pick(moments, (moment, than) => moment > than)
/** The earliest of the moments that are given, undefined where none is. */
export const earliest = (...moments: Moments): number | undefined =>
  pick(moments, (moment, than) => moment < than)
