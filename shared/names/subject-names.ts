// Under which names a credential speaks of its subject, wherever its data model keeps them. Pure.
import { isJsonObject, type JsonObject, toList } from '../encoding/json.ts'

/** As many forms of a name as can be ordered here. */
const NAMES_MAX_COUNT = 8

const LANGUAGE = /^[a-z]{2,3}(?:-|$)/u

/** A string, a language value object, a name form, a map from languages to strings, or several of these. */
function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value]
  if (Array.isArray(value)) return value.slice(0, NAMES_MAX_COUNT).flatMap(textsOf)
  if (!isJsonObject(value)) return []
  const text = value['@value'] ?? value.value
  if (text !== undefined) return textsOf(text)
  const languages = Object.keys(value).filter((key) => LANGUAGE.test(key))
  return languages.slice(0, NAMES_MAX_COUNT).flatMap((language) => textsOf(value[language]))
}

/** @see Open Badges 3.0 §B.1.13 IdentityObject; a hashed identity is nothing that could be read or compared */
const identityNames = ({ identifier }: JsonObject): readonly string[] =>
  toList(identifier ?? [])
    .slice(0, NAMES_MAX_COUNT)
    .filter(isJsonObject)
    .filter(({ identityType, hashed }) => identityType === 'name' && hashed === false)
    .flatMap(({ identityHash }) => textsOf(identityHash))

/** OpenID Connect, European Learning Model and schema.org name the parts of a name so. */
const PARTS: readonly (readonly string[])[] = [
  ['given_name', 'givenName', 'firstName'],
  ['middle_name', 'additionalName'],
  ['family_name', 'familyName', 'lastName'],
]

const isText = (part: unknown): boolean => typeof part === 'string' && part.trim() !== ''

/** The parts put together, language by language where each part is given in as many. */
function composedNames(subject: JsonObject): readonly string[] {
  const written = PARTS.map((keys) => subject[keys.find((key) => subject[key]) ?? '']).filter(
    Boolean,
  )
  // Nearly everybody's name has one text for each part.
  if (written.length > 0 && written.every(isText)) return [written.join(' ')]
  const parts = written.map(textsOf).filter((texts) => texts.length > 0)
  const [first = []] = parts
  const isPaired = parts.every(({ length }) => length === first.length)
  return first
    .slice(0, isPaired ? NAMES_MAX_COUNT : 1)
    .map((_, at) => parts.map((texts) => texts[at]).join(' '))
}

/**
 * The forms of the subject's name as the credential writes them, none twice, the first one first.
 *
 * Parts of a name count only where nothing gives it whole: a given name alone would be part of too many others.
 */
export function subjectNames(subject: JsonObject): readonly string[] {
  const whole = [...textsOf(subject.name), ...textsOf(subject.fullName), ...identityNames(subject)]
  const names = whole.length > 0 ? whole : composedNames(subject)
  return names.length < 2 ? names : [...new Set(names)].slice(0, NAMES_MAX_COUNT)
}
