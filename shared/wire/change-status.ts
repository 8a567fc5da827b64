// Bodies of PATCH /v1/issuers/{slug}/credentials/{id}/status and of POST …/status/cancellations. Uses zod.
import { z } from 'zod'
import { STATUS_REASON_MAX_CHARS } from '../limits.ts'
import { CREDENTIAL_STATES } from '../status/state-table.ts'
import { dateTimeSchema } from './order-fields.ts'

/**
 * Why a status was changed, beside the words. `reissued` and `correction` say that the holder has another credential instead of
 * this one; `issued_in_error`, `misconduct` and `fraud` that there is none.
 */
export const STATUS_REASON_CODES = [
  'reissued',
  'correction',
  'issued_in_error',
  'misconduct',
  'fraud',
  'fitness_to_practise',
  'requirements_not_met',
  'fees_unpaid',
  'holder_request',
  'holder_deceased',
  'decision_lifted',
  'other',
] as const
export type StatusReasonCode = (typeof STATUS_REASON_CODES)[number]

export const changeStatusSchema = z.strictObject({
  state: z.enum(CREDENTIAL_STATES),
  reason: z.string().trim().min(1).max(STATUS_REASON_MAX_CHARS),
  reasonCode: z.enum(STATUS_REASON_CODES).optional(),
  effectiveFrom: dateTimeSchema.optional(),
  until: dateTimeSchema.optional(),
})

export const cancelChangeSchema = z.strictObject({ change: z.int().min(1) })
