// What was entered about a new state → an order, or what is wrong with each field. Pure.
import type { z } from 'zod'
import { err, ok, type Result } from '../../shared/result.ts'
import { changeStatusSchema } from '../../shared/wire/change-status.ts'
import { readText } from './read-form.ts'

const FIELDS = ['state', 'effectiveFrom', 'until', 'reasonCode', 'reason'] as const
export type StatusField = (typeof FIELDS)[number]

/** As it was entered: dates without a zone. */
export type StatusEntry = Readonly<Record<StatusField, string>>
export type StatusErrors = Readonly<Partial<Record<StatusField, string>>>

const ERRORS: Readonly<Record<StatusField, string>> = {
  state: 'Choose the state that it shall have.',
  effectiveFrom: 'Enter a day and a time, such as 2026-01-31T00:00.',
  until: 'Enter a day and a time, such as 2026-01-31T00:00.',
  reasonCode: 'Choose one of these.',
  reason: 'Say why, in at most 500 characters.',
}

export const NO_ENTRY: StatusEntry = {
  state: '',
  effectiveFrom: '',
  until: '',
  reasonCode: '',
  reason: '',
}

export const readStatusEntry = (form: Readonly<Record<string, unknown>>): StatusEntry => ({
  state: readText(form, 'state'),
  effectiveFrom: readText(form, 'effectiveFrom'),
  until: readText(form, 'until'),
  reasonCode: readText(form, 'reasonCode'),
  reason: readText(form, 'reason'),
})

const LOCAL = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)(:\d\d)?)?$/

/** A moment as a browser sends it, without a zone, is one in UTC; a day begins at midnight. What cannot be read stays. */
const inUtc = (text: string): string =>
  text.replace(
    LOCAL,
    (_, day: string, time = '00:00', seconds = ':00') => `${day}T${time}${seconds}Z`,
  )

type Order = z.output<typeof changeStatusSchema>

/** Held against the schema that the API holds it against; an empty field is none. */
export function statusOrderOf(entry: StatusEntry): Result<Order, StatusErrors> {
  const given = Object.entries(entry).filter(([, text]) => text !== '')
  const { effectiveFrom, until, ...rest } = Object.fromEntries(given)
  const order = changeStatusSchema.safeParse({
    ...rest,
    ...(effectiveFrom !== undefined && { effectiveFrom: inUtc(effectiveFrom) }),
    ...(until !== undefined && { until: inUtc(until) }),
  })
  if (order.success) return ok(order.data)
  const at = new Set(order.error.issues.map(({ path }) => path[0]))
  return err(
    Object.fromEntries(FIELDS.filter((name) => at.has(name)).map((name) => [name, ERRORS[name]])),
  )
}
