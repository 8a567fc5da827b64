// What the forms of an accreditor sent, as the orders of the API. Pure but for the schemas.
import { err, ok, type Result } from '../../shared/result.ts'
import { closeIssuerSchema, taintSchema } from '../../shared/wire/remarks.ts'
import type { RemarkOrder } from '../issuing/remark.ts'
import { readText } from './read-form.ts'
import { REMARK_LABELS, type RemarkField } from './remark-words.ts'

export interface KnownOrganisation {
  readonly did: string
  readonly name: string
}

export type RemarkErrors = Readonly<Partial<Record<RemarkField, string>>>
type Form = Readonly<Record<string, unknown>>

/** The first second of a day (UTC), as people give a date. */
const dayOf = (form: Form, name: RemarkField): string => `${readText(form, name)}T00:00:00Z`

const linesOf = (form: Form, name: RemarkField): string[] | undefined => {
  const lines = readText(form, name)
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
  return lines.length === 0 ? undefined : lines
}

/** Which field of the form a field of the order came from. */
const FIELDS: Readonly<Record<RemarkOrder['kind'], Readonly<Record<string, RemarkField>>>> = {
  succession: { subject: 'closedSubject', closedOn: 'closedOn', recordsKeptBy: 'keeper' },
  taint: {
    subject: 'doubtedSubject',
    credentialTypes: 'credentialType',
    awardedFrom: 'awardedFrom',
    awardedUntil: 'awardedUntil',
    programmes: 'programmes',
    fieldsOfStudy: 'fieldsOfStudy',
    reasonCode: 'reasonCode',
    underReview: 'underReview',
  },
}

const faults = (
  kind: RemarkOrder['kind'],
  issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[],
): RemarkErrors =>
  Object.fromEntries(
    issues.flatMap(({ path, message }) => {
      const field = FIELDS[kind][String(path[0])]
      return field === undefined ? [] : [[field, message] as const]
    }),
  )

/** The order of a form, or what is wrong with its fields. @param known - who can keep records, by DID */
export function readRemarkForm(
  form: Form,
  known: readonly KnownOrganisation[],
): Result<RemarkOrder, RemarkErrors> {
  return readText(form, 'remark') === 'succession' ? readClosing(form, known) : readDoubt(form)
}

function readClosing(
  form: Form,
  known: readonly KnownOrganisation[],
): Result<RemarkOrder, RemarkErrors> {
  const chosen = readText(form, 'keeper')
  const keeper = known.find(({ did }) => did === chosen)
  const order = closeIssuerSchema.safeParse({
    subject: readText(form, 'closedSubject'),
    closedOn: dayOf(form, 'closedOn'),
    ...(keeper && { recordsKeptBy: { did: keeper.did, name: keeper.name } }),
  })
  const isUnknown = chosen !== '' && !keeper
  if (order.success && !isUnknown) return ok({ kind: 'succession', order: order.data })
  return err({
    ...(!order.success && faults('succession', order.error.issues)),
    ...(isUnknown && { keeper: 'Choose one that you accredited, or nobody.' }),
  })
}

function readDoubt(form: Form): Result<RemarkOrder, RemarkErrors> {
  const order = taintSchema.safeParse({
    subject: readText(form, 'doubtedSubject'),
    credentialTypes: [readText(form, 'credentialType')],
    awardedFrom: dayOf(form, 'awardedFrom'),
    awardedUntil: dayOf(form, 'awardedUntil'),
    programmes: linesOf(form, 'programmes'),
    fieldsOfStudy: linesOf(form, 'fieldsOfStudy'),
    reasonCode: readText(form, 'reasonCode'),
    underReview: readText(form, 'underReview') !== 'no',
  })
  return order.success
    ? ok({ kind: 'taint', order: order.data })
    : err(faults('taint', order.error.issues))
}

/** What was entered, to be shown again. */
export const enteredIn = (form: Form): Readonly<Partial<Record<RemarkField, string>>> =>
  Object.fromEntries(
    Object.keys(REMARK_LABELS).map((name) => [name, readText(form, name)] as const),
  )
