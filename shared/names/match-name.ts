// How a credential's subject compares with the person whom the reader expects. Pure; loaded when somebody asks.
import { displayText } from '../encoding/display-text.ts'
import type { JsonObject } from '../encoding/json.ts'
import { areComparable, compareNames, type NameMatch } from './compare.ts'
import { subjectNames } from './subject-names.ts'

/** Best first. */
const MATCHES: readonly NameMatch[] = ['exact', 'variant', 'possible', 'different']

export interface SubjectMatch {
  readonly nameMatch: NameMatch
  /** The form of the subject's name that comes closest, fit to be shown; absent where the subject has none. */
  readonly matchedName?: string
}

/**
 * The best match among the forms of a name that a credential gives: papers show a person's name in one form or another.
 *
 * A form in a script that leads nowhere counts only where there is no other: beside a Latin form that contradicts, a Chinese
 * one that cannot be compared is no reason to doubt. A subject without a name is `possible`.
 *
 * @param subject - the claims about the subject, proven
 */
export function matchName(subject: JsonObject, expected: string): SubjectMatch {
  const names = subjectNames(subject)
  const comparable = names.filter((name) => areComparable(name, expected))
  const compared = (comparable.length > 0 ? comparable : names).map((name) => ({
    name,
    match: compareNames(name, expected),
  }))
  const best = MATCHES.flatMap((match) => compared.find((one) => one.match === match) ?? [])[0]
  const matchedName = displayText(best?.name)
  return {
    nameMatch: best?.match ?? 'possible',
    ...(matchedName !== undefined && { matchedName }),
  }
}
