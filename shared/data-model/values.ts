// Forms of single values that VCDM 2.0 prescribes: URLs, times, language value objects, typed objects. Pure.
import { isJsonObject, type JsonObject, toList } from '../encoding/json.ts'
import { parseDateTime } from '../encoding/time.ts'
import { malformed, missing } from '../parse/properties.ts'
import type { Problem, ReasonCodeOf } from '../reasons.ts'
import { ok, type Result } from '../result.ts'

/** Holds, or says which property does not. */
export type Held = Result<true, Problem<ReasonCodeOf<'format'>>>

export const HELD: Held = ok(true)

/** The first of some rules that does not hold. They are functions, so that no rule runs after it. */
export function allHold(rules: Iterable<() => Held>): Held {
  for (const rule of rules) {
    const held = rule()
    if (!held.ok) return held
  }
  return HELD
}

/** An absolute URL of any scheme, `did:` and `urn:` included, without white space or half a surrogate pair. */
export const isUrl = (value: unknown): value is string =>
  typeof value === 'string' && /^[^\s\p{Cs}]+$/u.test(value) && URL.canParse(value)

/** @see VCDM 2.0 §4.4: one URL, where there is one at all */
export const holdsId = ({ id }: JsonObject, path: string): Held =>
  id === undefined || isUrl(id) ? HELD : malformed(path)

/** @see VCDM 2.0 §4.5: one or more terms */
export function holdsType({ type }: JsonObject, path: string, required?: string): Held {
  if (type === undefined) return missing(path)
  const types = toList(type)
  const areTerms = types.every((term) => typeof term === 'string' && term !== '')
  if (types.length === 0 || !areTerms) return malformed(path)
  return required === undefined || types.includes(required) ? HELD : malformed(path)
}

/** A `dateTimeStamp`, where there is one. @see VCDM 2.0 §4.9 */
export const holdsDateTime = (value: unknown, path: string): Held =>
  value === undefined || (typeof value === 'string' && parseDateTime(value) !== null)
    ? HELD
    : malformed(path)

const LANGUAGE_VALUE_MEMBERS = ['@value', '@language', '@direction']
const DIRECTIONS: readonly unknown[] = [undefined, 'ltr', 'rtl']

/** @see VCDM 2.0 §11.1: nothing but a text, its language and its direction */
const isLanguageValue = (value: JsonObject): boolean =>
  Object.keys(value).every((name) => LANGUAGE_VALUE_MEMBERS.includes(name)) &&
  typeof value['@value'] === 'string' &&
  ['string', 'undefined'].includes(typeof value['@language']) &&
  DIRECTIONS.includes(value['@direction'])

/** A text, or one in several languages. @see VCDM 2.0 §4.6 */
export const holdsText = (value: unknown, path: string): Held =>
  value === undefined ||
  toList(value).every(
    (text) => typeof text === 'string' || (isJsonObject(text) && isLanguageValue(text)),
  )
    ? HELD
    : malformed(path)

/** One or more objects that each hold a rule, where there are any. */
export function holdsEach(
  value: unknown,
  path: string,
  rule: (object: JsonObject, path: string) => Held,
): Held {
  if (value === undefined) return HELD
  const values = toList(value)
  if (values.length === 0) return malformed(path)
  return allHold(
    values.map((entry) => () => (isJsonObject(entry) ? rule(entry, path) : malformed(path))),
  )
}
