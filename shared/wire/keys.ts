// Bodies by which an issuer's administrator changes its keys. Uses zod.
import { z } from 'zod'
import { dateTimeSchema } from './order-fields.ts'

export const compromiseKeySchema = z.strictObject({
  /** From when on somebody else may have signed with it. */
  since: dateTimeSchema,
  reason: z.string().trim().min(1).max(500),
})
