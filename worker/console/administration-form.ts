// What was entered to found an issuer → an order, or what is wrong with each field. Pure.
import { OPERATOR_NAME_MAX_CHARS } from '../../shared/limits.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { type CreateIssuer, createIssuerSchema } from '../../shared/wire/administration.ts'
import { readText } from './read-form.ts'

const FIELDS = ['name', 'slug', 'url', 'did', 'trustAnchor', 'admin'] as const
export type IssuerField = (typeof FIELDS)[number]
export type IssuerEntry = Readonly<Record<IssuerField, string>>
export type IssuerErrors = Readonly<Partial<Record<IssuerField, string>>>

export const DID_AT_OURS = 'Expected a did:web at another domain than ours.'

const ERRORS: Readonly<Record<IssuerField, string>> = {
  name: 'Enter its name, in at most 200 characters.',
  slug: 'Lower-case letters, digits and hyphens, such as northmark-medical-council.',
  url: 'An address, such as https://board.example.',
  did: 'Expected a did:web, such as did:web:board.example.',
  trustAnchor: 'An anchor has its keys here: leave its own DID empty.',
  admin: 'At most 200 characters.',
}

export const readIssuerEntry = (form: Readonly<Record<string, unknown>>): IssuerEntry => ({
  name: readText(form, 'name'),
  slug: readText(form, 'slug'),
  url: readText(form, 'url'),
  did: readText(form, 'did'),
  trustAnchor: readText(form, 'trustAnchor'),
  admin: readText(form, 'admin'),
})

/** Held against the schema that the API holds it against; an empty field is none. */
export function issuerOrderOf(entry: IssuerEntry): Result<CreateIssuer, IssuerErrors> {
  const { name, slug, url, did, trustAnchor, admin } = entry
  const order = createIssuerSchema.safeParse({
    name,
    slug,
    ...(url !== '' && { url }),
    ...(did !== '' && { did }),
    trustAnchor: trustAnchor !== '',
  })
  const isNamed = admin.length <= OPERATOR_NAME_MAX_CHARS
  if (order.success && isNamed) return ok(order.data)
  const at = new Set(order.error?.issues.map(({ path }) => path[0]))
  if (!isNamed) at.add('admin')
  const faulty = FIELDS.filter((field) => at.has(field))
  return err(Object.fromEntries(faulty.map((field) => [field, ERRORS[field]])))
}
