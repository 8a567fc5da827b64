// The only maker of Verified<…>: checks that a credential was signed by its issuer's key. Pure.
import { type Awaitable, andThen } from '../awaitable.ts'
import type { PublicJwk } from '../keys/jwk.ts'
import type { IssuerKey } from '../keys/resolve-issuer-key.ts'
import type { CredentialClaims, ParsedSignature } from '../parse/credential.ts'
import { type Problem, problem, type ReasonCodeOf } from '../reasons.ts'
import { err, ok, type Result } from '../result.ts'
import type { SignatureEngine } from './signature-engine.ts'

declare const verified: unique symbol

/** Claims whose signature has been checked. Only `verifySignatures` makes them, so nothing is fetched for unproved claims. */
export type Verified<T> = T & { readonly [verified]: true }

type SignatureProblem = Problem<ReasonCodeOf<'format'> | ReasonCodeOf<'signature'>>

/** A signature with the key that must have made it. */
export interface KeyedSignature {
  readonly signature: ParsedSignature
  readonly issuerKey: IssuerKey
  /** A context of another deployment that was read by our bytes: a signature that does not fit may mean other bytes. */
  readonly presumedContext?: string
}

/**
 * Checks every signature of a parsed credential. An `iss` claim that names somebody else is refused first: the keys belong to
 * the credential's issuer.
 *
 * Reasons: `signature.*`, and of `format` what canonicalisation finds.
 * @param keyed - at least one
 * @see RFC 7515 §5.2, Data Integrity §4.6
 */
export async function verifySignatures(
  claims: CredentialClaims,
  keyed: readonly KeyedSignature[],
  engine: SignatureEngine,
): Promise<Result<Verified<CredentialClaims>, SignatureProblem>> {
  if (keyed.length === 0) return err(problem('signature.seal_unsupported'))
  for (const { signature, issuerKey, presumedContext } of keyed) {
    if (signature.iss !== undefined && signature.iss !== claims.issuer.id) {
      return err(problem('signature.issuer_mismatch'))
    }
    const checked = await checkSignature(issuerKey.key, signature, engine)
    if (checked.ok) continue
    return checked.error.code === 'signature.mismatch' && presumedContext !== undefined
      ? err(problem('format.context_unavailable', { url: presumedContext }))
      : checked
  }
  return ok(claims as Verified<CredentialClaims>)
}

/** Whether one signature is this key's. Reasons: `signature.mismatch`, and what canonicalisation finds. */
export function checkSignature(
  key: PublicJwk,
  signature: ParsedSignature,
  engine: SignatureEngine,
): Awaitable<Result<true, SignatureProblem>> {
  // Not waited for where it is there already: what the caller does meanwhile then runs beside the engine.
  return andThen(signature.signedBytes(), (bytes) =>
    bytes.ok
      ? andThen(
          engine.verify(signature.algorithm, key, signature.signature, bytes.value),
          (isTheirs) => (isTheirs ? ok(true) : err(problem('signature.mismatch'))),
        )
      : bytes,
  )
}
