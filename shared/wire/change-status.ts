// Body of PATCH /v1/issuers/{slug}/credentials/{id}/status. Uses zod.
import { z } from 'zod'

export const CREDENTIAL_STATES = ['active', 'suspended', 'revoked'] as const
export type CredentialState = (typeof CREDENTIAL_STATES)[number]

export const changeStatusSchema = z.strictObject({
  state: z.enum(CREDENTIAL_STATES),
  reason: z.string().trim().min(1).max(500),
})
