// The only maker of Verified<…>: checks that a credential was signed by its issuer's key. Pure.
import type { IssuerKey } from '../keys/resolve-issuer-key.ts'
import type { CredentialClaims, ParsedCredential } from '../parse/credential.ts'
import { type Problem, problem, type ReasonCodeOf } from '../reasons.ts'
import { err, ok, type Result } from '../result.ts'
import type { Ed25519 } from './ed25519.ts'

declare const verified: unique symbol

/** Claims whose signature has been checked. Only `verifySignature` makes one, so nothing is fetched for unproved claims. */
export type Verified<T> = T & { readonly [verified]: true }

/**
 * Checks the signature of a parsed credential. An `iss` claim that names somebody else is refused first: the key below
 * belongs to the credential's issuer.
 *
 * Reasons: `signature.issuer_mismatch`, `signature.mismatch`.
 * @see RFC 7515 §5.2
 */
export async function verifySignature(
  parsed: ParsedCredential,
  key: IssuerKey,
  ed25519: Ed25519,
): Promise<Result<Verified<CredentialClaims>, Problem<ReasonCodeOf<'signature'>>>> {
  if (parsed.iss !== undefined && parsed.iss !== parsed.claims.issuer.id) {
    return err(problem('signature.issuer_mismatch'))
  }
  return (await ed25519.verify(key.publicKey, parsed.signature, parsed.signingInput))
    ? ok(parsed.claims as Verified<CredentialClaims>)
    : err(problem('signature.mismatch'))
}
