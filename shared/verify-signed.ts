// Text → credential whose signature is proved. Uses deps.lookUp for did:web.
import type { LookUp } from './deps.ts'
import { type IssuerKey, resolveIssuerKey } from './keys/resolve-issuer-key.ts'
import type { CredentialClaims, ParsedCredential } from './parse/credential.ts'
import { parseCredential } from './parse/parse-credential.ts'
import type { Problem } from './reasons.ts'
import { ok, type Result } from './result.ts'
import type { Ed25519 } from './signature/ed25519.ts'
import { type Verified, verifySignature } from './signature/verify-signature.ts'
import type { TrustSnapshot } from './trust/snapshot.ts'

/** A credential whose signature has been checked, and by which key. */
export interface SignedCredential {
  readonly claims: Verified<CredentialClaims>
  readonly key: IssuerKey
}

/** Verifies the signature of a credential that another one leans on: a status list, an accreditation. */
export type VerifySigned = (
  text: string,
  bound?: { readonly maxChars: number },
) => Promise<Result<SignedCredential, Problem>>

interface SignedDeps {
  readonly lookUp: LookUp
  readonly ed25519: Ed25519
}

/** Makes the function that is passed into `status` and `trust`, so that neither imports the spine. */
export function createVerifySigned(
  deps: SignedDeps,
  trust: TrustSnapshot | undefined,
): VerifySigned {
  return async (text, bound) => {
    const parsed = parseCredential(text, bound)
    return parsed.ok ? verifyParsed(parsed.value, deps, trust) : parsed
  }
}

async function verifyParsed(
  parsed: ParsedCredential,
  deps: SignedDeps,
  trust: TrustSnapshot | undefined,
): Promise<Result<SignedCredential, Problem>> {
  const key = await resolveIssuerKey(parsed, trust, deps.lookUp)
  if (!key.ok) return key
  const claims = await verifySignature(parsed, key.value, deps.ed25519)
  return claims.ok ? ok({ claims: claims.value, key: key.value }) : claims
}
