// Bodies of claiming: what wallets send by OpenID4VCI, and what the claim page asks. Uses zod.
import { z } from 'zod'

/** A code as `createSecret` makes them: 256 bits, base64url. */
export const claimCodeSchema = z.string().regex(/^[\w-]{43}$/, { message: 'Expected a claim code' })

export const claimCodeBodySchema = z.strictObject({ code: claimCodeSchema })

/** Members that we do not know are left alone, as OpenID4VCI wants. @see OpenID4VCI 1.0 §8.2 */
export const credentialRequestSchema = z.object({
  credential_configuration_id: z.string().optional(),
  credential_identifier: z.string().optional(),
  /** Nothing is encrypted beyond TLS: whoever asks for that must not get it in clear. */
  credential_response_encryption: z.never().optional(),
  proofs: z.strictObject({ jwt: z.array(z.string()).min(1) }),
})
export type CredentialRequest = z.output<typeof credentialRequestSchema>

/** @see OpenID4VCI 1.0 §11.1 */
export const notificationSchema = z.object({
  notification_id: z.string(),
  event: z.enum(['credential_accepted', 'credential_failure', 'credential_deleted']),
  event_description: z.string().optional(),
})
