// Text → credential whose signature is proved. Uses deps.lookUp for did:web.
import type { LookUp } from './deps.ts'
import type { IssuerKey } from './keys/resolve-issuer-key.ts'
import { resolveIssuerKeys } from './keys/resolve-issuer-keys.ts'
import type { CredentialClaims, ParsedCredential } from './parse/credential.ts'
import { isPresentation, parseSecured } from './parse/parse-secured.ts'
import { type Problem, problem } from './reasons.ts'
import { err, ok, type Result } from './result.ts'
import type { SignatureEngine } from './signature/signature-engine.ts'
import { type Verified, verifySignatures } from './signature/verify-signature.ts'
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
  readonly engine: SignatureEngine
}

/** Makes the function that is passed into `status` and `trust`, so that neither imports the spine. */
export function createVerifySigned(
  deps: SignedDeps,
  trust: TrustSnapshot | undefined,
): VerifySigned {
  return async (text, bound) => {
    const parsed = await parseSecured(text, bound)
    if (!parsed.ok) return parsed
    return isPresentation(parsed.value)
      ? err(problem('format.unrecognized'))
      : verifyParsed(parsed.value, deps, trust)
  }
}

async function verifyParsed(
  parsed: ParsedCredential,
  deps: SignedDeps,
  trust: TrustSnapshot | undefined,
): Promise<Result<SignedCredential, Problem>> {
  // A list or an accreditation has nothing to hide: with disclosures it could say one thing to each reader.
  if (parsed.disclosures) return err(problem('format.unrecognized'))
  const keys = await resolveIssuerKeys(parsed, trust, deps.lookUp)
  if (!keys.ok) return keys
  const claims = await verifySignatures(parsed.claims, keys.value, deps.engine)
  return claims.ok ? ok({ claims: claims.value, key: keys.value[0].issuerKey }) : claims
}
