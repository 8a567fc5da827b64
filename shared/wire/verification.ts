// Bodies of POST /v1/verifications and /v1/verifications/batch. Uses zod.
import { z } from 'zod'
import { BATCH_MAX_COUNT } from '../limits.ts'
import { dateTimeSchema } from './order-fields.ts'

/** Compact text or a JSON object, never a link: we fetch nothing on a stranger's word. */
const credentialSchema = z.union([z.string().min(1), z.record(z.string(), z.unknown())])

const challengeSchema = z.string().min(1).max(2048)

export const verifySchema = z.strictObject({
  credential: credentialSchema,
  at: dateTimeSchema.optional(),
  /** Whose credential the reader expects; compared, never kept. */
  expectedName: z.string().trim().min(1).max(200).optional(),
  /** What the holder was asked to sign, and for whom: with either, possession must have been proved. */
  nonce: challengeSchema.optional(),
  audience: challengeSchema.optional(),
})

/** Items are judged one by one, so that a bad one never fails the rest: any JSON value is an item. */
export const verifyBatchSchema = z.strictObject({
  credentials: z.array(z.unknown()).min(1).max(BATCH_MAX_COUNT),
})
