// Bodies by which an accreditor closes an issuer, or doubts some of its awards. Uses zod.
import { z } from 'zod'
import { parseDateTime } from '../encoding/time.ts'
import { TAINT_REASONS } from '../trust/remark.ts'
import { didSchema, organizationName } from './administration.ts'
import { dateTimeSchema } from './order-fields.ts'

const names = (maxChars: number, maxCount: number) =>
  z.array(z.string().trim().min(1).max(maxChars)).min(1).max(maxCount)

export const closeIssuerSchema = z
  .strictObject({
    subject: didSchema,
    /** What is dated from then on is not the issuer's. */
    closedOn: dateTimeSchema,
    /** Who keeps the records. It has to be recognised for what they hold. */
    recordsKeptBy: z.strictObject({ did: didSchema, name: organizationName }).optional(),
  })
  .refine(({ recordsKeptBy, subject }) => recordsKeptBy?.did !== subject, {
    path: ['recordsKeptBy', 'did'],
    message: 'Who closes cannot keep its own records',
  })

export type CloseIssuer = z.output<typeof closeIssuerSchema>

export const taintSchema = z
  .strictObject({
    subject: didSchema,
    awardedFrom: dateTimeSchema,
    /** The moment itself is outside. */
    awardedUntil: dateTimeSchema,
    credentialTypes: names(100, 32),
    /** Limits: what says nothing of them is within. */
    achievementTypes: names(100, 32).optional(),
    programmes: names(200, 100).optional(),
    fieldsOfStudy: names(200, 100).optional(),
    reasonCode: z.enum(TAINT_REASONS),
    /** Nothing is decided yet. */
    underReview: z.boolean(),
  })
  .refine(
    ({ awardedFrom, awardedUntil }) =>
      (parseDateTime(awardedUntil) ?? 0) > (parseDateTime(awardedFrom) ?? 0),
    { path: ['awardedUntil'], message: 'awardedUntil must be later than awardedFrom' },
  )

export type TaintOrder = z.output<typeof taintSchema>
