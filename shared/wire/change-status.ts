// Body of PATCH /v1/issuers/{slug}/credentials/{id}/status. Uses zod.
import { z } from 'zod'
import { STATUS_REASON_MAX_CHARS } from '../limits.ts'
import { CREDENTIAL_STATES } from '../status/state-table.ts'

export const changeStatusSchema = z.strictObject({
  state: z.enum(CREDENTIAL_STATES),
  reason: z.string().trim().min(1).max(STATUS_REASON_MAX_CHARS),
})
