// What was entered in a form → an order, or what is wrong with each field. Pure.
import { columnAt, orderOfRow } from '../../shared/credential-types/columns.ts'
import type { CredentialType } from '../../shared/credential-types/credential-type.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { IssueCredential } from '../../shared/wire/issue-credential.ts'
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
    ['format', 'handover', ...columns.map(({ name }) => name)].map((name) => [
      name,
      readText(form, name),
    ]),
  )

/** The order that the entries ask for, held against the schema that the API holds it against. */
export function orderOfEntries(
  { kind, columns, schema }: CredentialType,
  entries: Readonly<Record<string, string>>,
): Result<IssueCredential, FieldErrors> {
  const order = schema.safeParse(
    orderOfRow(kind, columns, entries, {
      format: entries.format,
      ...(entries.handover === CLAIM && { claim: {} }),
    }),
  )
  if (order.success) return ok(order.data as IssueCredential)
  const errors: Record<string, string> = {}
  for (const { path, message } of order.error.issues) {
    const column = columnAt(columns, path)
    const name = column?.name ?? (path[0] === 'format' ? 'format' : '')
    errors[name] ??= column?.isRequired && entries[name] === '' ? 'This is needed.' : message
  }
  // One missing object hides what else is missing in it.
  for (const { name, isRequired } of columns) {
    if (isRequired && entries[name] === '') errors[name] ??= 'This is needed.'
  }
  return err(errors)
}
