// How a credential's subject compares with the person whom the reader expects. Pure.
import { isJsonObject } from '../encoding/json.ts'
import { compareNames, type NameMatch } from './compare.ts'

/** Best first. */
const MATCHES: readonly NameMatch[] = ['exact', 'variant', 'possible', 'different']

/**
 * The best match among the forms of a name that a credential gives: papers show a person's name in one form or another.
 *
 * @param name - a `credentialSubject.name`: a text, a language value object, name forms, or several
 */
export function matchName(name: unknown, expected: string): NameMatch {
  const forms: readonly unknown[] = [name ?? []].flat()
  const texts = forms
    .map((form) => (isJsonObject(form) ? (form['@value'] ?? form.value) : form))
    .filter((text) => typeof text === 'string')
  const found = texts.map((text) => compareNames(text, expected))
  return MATCHES.find((match) => found.includes(match)) ?? 'possible'
}
