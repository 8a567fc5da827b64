// Why a wallet is refused, in the words of OAuth 2.0 and OpenID4VCI. Types and one table; pure.
import { err } from '../../shared/result.ts'

/** @see RFC 6749 §5.2, RFC 6750 §3.1, OpenID4VCI 1.0 §6.3, §8.3.1, §11.3 */
export const CLAIM_ERRORS = {
  invalid_request: 400,
  invalid_grant: 400,
  unsupported_grant_type: 400,
  invalid_token: 401,
  invalid_credential_request: 400,
  unknown_credential_configuration: 400,
  unknown_credential_identifier: 400,
  invalid_proof: 400,
  invalid_nonce: 400,
  credential_request_denied: 400,
  invalid_notification_request: 400,
  invalid_notification_id: 400,
} as const
export type ClaimError = keyof typeof CLAIM_ERRORS

export interface ClaimProblem {
  readonly error: ClaimError
  /** For the person who looks on: what to do. Never what was sent. */
  readonly description: string
}

export const claimProblem = (error: ClaimError, description: string) =>
  err<ClaimProblem>({ error, description })
