// What was entered in a form → an order, or what is wrong with each field. Pure.
import { columnAt, orderOfRow } from '../../shared/credential-types/columns.ts'
import type { CredentialType } from '../../shared/credential-types/credential-type.ts'
import { isJsonObject } from '../../shared/encoding/json.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { IssueCredential } from '../../shared/wire/issue-credential.ts'
import { plainReason } from '../batches/plain-reason.ts'
import { HOLDER_FIELDS, HOLDER_KEY, holderKeyOf, holderNames } from './issue-names.ts'
import { readText } from './read-form.ts'

/** By the names of the fields; what belongs to no field stands under the empty name. */
export type FieldErrors = Readonly<Record<string, string>>

/** The entry of `handover` that asks for a link. */
export const CLAIM = 'claim'

/** The texts of the fields of a kind, the format, and how it is handed over, as they were entered. */
export const readEntries = (
  { columns }: CredentialType,
  form: Readonly<Record<string, unknown>>,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    ['format', 'handover', ...columns.map(({ name }) => name), ...HOLDER_FIELDS].map((name) => [
      name,
      readText(form, name),
    ]),
  )

/** Fields that are no columns, by where they stand in an order. */
const PLACES: Readonly<Record<string, string>> = { format: 'format', holderKey: HOLDER_KEY }
const HOLDER_NAME = 'holder_name'

/** An empty name is none; what is wrong with further ones is told apart from what is wrong with the first. */
const nameOf = (
  entries: Readonly<Record<string, string>>,
  names: ReturnType<typeof holderNames>,
) => (entries[HOLDER_NAME] !== '' && names.ok ? { name: names.value } : {})

/** The order that the entries ask for, held against the schema that the API holds it against. */
export function orderOfEntries(
  { kind, columns, schema }: CredentialType,
  entries: Readonly<Record<string, string>>,
): Result<IssueCredential, FieldErrors> {
  const row = orderOfRow(kind, columns, entries, {
    format: entries.format,
    ...(entries.handover === CLAIM && { claim: {} }),
    ...holderKeyOf(entries),
  })
  const names = holderNames(entries[HOLDER_NAME] ?? '', entries)
  const subject = { ...(isJsonObject(row.subject) && row.subject), ...nameOf(entries, names) }
  const order = schema.safeParse({ ...row, subject })
  if (order.success && names.ok) return ok(order.data as IssueCredential)
  const errors: Record<string, string> = names.ok ? {} : { ...names.error }
  for (const issue of order.error?.issues ?? []) {
    const column = columnAt(columns, issue.path)
    const name = column?.name ?? PLACES[String(issue.path[0])] ?? ''
    const isMissing = column?.isRequired === true && entries[name] === ''
    errors[name] ??= isMissing ? 'This is needed.' : plainReason(issue, column)
  }
  // One missing object hides what else is missing in it.
  for (const { name, isRequired } of columns) {
    if (isRequired && entries[name] === '') errors[name] ??= 'This is needed.'
  }
  return err(errors)
}
