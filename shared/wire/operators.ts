// Bodies about operators and API keys: invitations, passkeys, scopes. Uses zod.
import { z } from 'zod'
import { OPERATOR_NAME_MAX_CHARS } from '../limits.ts'

const name = z.string().trim().min(1).max(OPERATOR_NAME_MAX_CHARS)
/** Binary parts of a passkey's answer: an attestation may carry certificates, the rest is short. */
const base64Url = (maxChars: number) =>
  z
    .string()
    .regex(/^[\w-]+$/)
    .max(maxChars)

export const operatorRoleSchema = z.enum(['proposer', 'approver', 'auditor', 'admin'])

export const inviteOperatorSchema = z.strictObject({ name, role: operatorRoleSchema })

export const API_SCOPES = ['issue', 'status', 'read'] as const
export const apiScopesSchema = z.array(z.enum(API_SCOPES)).min(1).max(API_SCOPES.length)

export const makeApiKeySchema = z.strictObject({ name, scopes: apiScopesSchema })
export type MakeApiKey = z.output<typeof makeApiKeySchema>

/** What a link `/console/join#{token}` holds. */
export const inviteTokenSchema = z.string().regex(/^[\w-]{43}$/)

const clientDataJSON = base64Url(4_096)
const credentialId = base64Url(1_366)

/** `RegistrationResponseJSON` of WebAuthn, but for what nobody reads. @see https://www.w3.org/TR/webauthn-3/ §5.1.8 */
export const registrationSchema = z.object({
  id: credentialId,
  rawId: credentialId,
  type: z.literal('public-key'),
  response: z.object({ clientDataJSON, attestationObject: base64Url(65_536) }),
})
export type Registration = z.output<typeof registrationSchema>

/** `AuthenticationResponseJSON` of WebAuthn, but for what nobody reads. */
export const assertionSchema = z.object({
  id: credentialId,
  rawId: credentialId,
  type: z.literal('public-key'),
  response: z.object({
    clientDataJSON,
    authenticatorData: base64Url(4_096),
    signature: base64Url(4_096),
  }),
})
export type Assertion = z.output<typeof assertionSchema>

/** Body of POST /v1/me/passkeys: another passkey, and the proof of one that is known. */
export const addPasskeySchema = z.strictObject({
  name,
  proof: assertionSchema,
  passkey: registrationSchema,
})
export type AddPasskey = z.output<typeof addPasskeySchema>

/** As the authenticator names it. */
export const passkeyIdSchema = credentialId
