// Bodies by which an issuer's administrator changes its keys, and its signer signs. Uses zod.
import { z } from 'zod'
import { decodeBase64Url } from '../encoding/base64url.ts'
import { BATCH_SIGNATURES_MAX_COUNT } from '../limits.ts'
import { dateTimeSchema } from './order-fields.ts'

const bytesSchema = (length: number) =>
  z.string().refine((text) => decodeBase64Url(text)?.length === length, {
    message: `Expected ${length} bytes, base64url`,
  })

/** Without a key for issuers whose keys are made here; with the public one for those that keep theirs. */
export const addKeySchema = z.strictObject({
  publicJwk: z
    .strictObject({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: bytesSchema(32) })
    .optional(),
})

export const compromiseKeySchema = z.strictObject({
  /** From when on somebody else may have signed with it. */
  since: dateTimeSchema,
  reason: z.string().trim().min(1).max(500),
})

export const signatureSchema = z.strictObject({ signature: bytesSchema(64) })

/** Signatures of rows of a batch, each by the id of its request. */
export const rowSignaturesSchema = z.strictObject({
  signatures: z
    .array(z.strictObject({ id: z.uuid(), signature: bytesSchema(64) }))
    .min(1)
    .max(BATCH_SIGNATURES_MAX_COUNT)
    .refine((entries) => new Set(entries.map(({ id }) => id)).size === entries.length, {
      message: 'Expected one signature for each id',
    }),
})
export type RowSignatures = z.output<typeof rowSignaturesSchema>
