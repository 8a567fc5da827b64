// What fields of a credential are called, and which are shown where nobody chooses. Pure.
import { displayText } from '../../../shared/encoding/display-text.ts'
import type { Field } from '../../../shared/share/choose-fields.ts'

/** Name, profession, status, scope and validity: the rest is shown only where the holder ticks it. */
const DEFAULT_LAST_NAMES: ReadonlySet<string> = new Set([
  'name',
  'profession',
  'status',
  'scope',
  'conditions',
  'validFrom',
  'validUntil',
])

export const isShownByDefault = ({ path, inside }: Field): boolean =>
  inside === undefined && path.length <= 2 && DEFAULT_LAST_NAMES.has(path.at(-1) ?? '')

/** What JWT abbreviates. */
const PLAIN_NAMES: Readonly<Record<string, string>> = {
  jti: 'number of this credential',
  sub: 'your identifier',
  iat: 'day of signing',
}

/** `licence › date of first registration` */
export const fieldName = ({ path }: Field): string =>
  path
    .map((name) => PLAIN_NAMES[name] ?? displayText(name) ?? '…')
    .map((name) => name.replaceAll(/([a-z])([A-Z])/g, '$1 $2').toLowerCase())
    .join(' › ')

/** Names a field in every copy of a credential: disclosures have salts of their own in each. */
export const fieldKey = ({ path, value }: Field): string =>
  JSON.stringify([...path, typeof value === 'object' ? null : value])

/** What stands there, short. */
export const fieldValue = ({ value }: Field): string =>
  displayText(typeof value === 'string' ? value : JSON.stringify(value)) ?? ''
