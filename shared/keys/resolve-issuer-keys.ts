// From a parsed credential to the keys that must have signed it. Uses deps.lookUp for did:web.
import type { LookUp } from '../deps.ts'
import type { ParsedCredential } from '../parse/credential.ts'
import { type Problem, problem, type ReasonCodeOf } from '../reasons.ts'
import { err, ok, type Result } from '../result.ts'
import type { KeyedSignature } from '../signature/verify-signature.ts'
import type { TrustSnapshot } from '../trust/snapshot.ts'
import { resolveIssuerKey } from './resolve-issuer-key.ts'

/** The issuer's own signature first. */
type KeyedSignatures = readonly [KeyedSignature, ...KeyedSignature[]]

type KeyProblem = Problem<ReasonCodeOf<'issuer_key'> | ReasonCodeOf<'signature'>>

/**
 * Finds the key for every signature of a credential.
 *
 * Reasons: every `issuer_key.*`; `signature.seal_unsupported` where it carries no signature that we check.
 */
export async function resolveIssuerKeys(
  { claims, signatures }: Pick<ParsedCredential, 'claims' | 'signatures'>,
  trust: TrustSnapshot | undefined,
  lookUp: LookUp,
): Promise<Result<KeyedSignatures, KeyProblem>> {
  const signer = { id: claims.issuer.id, types: claims.types }
  const keyed: KeyedSignature[] = []
  for (const signature of signatures) {
    const issuerKey = await resolveIssuerKey(signature, signer, trust, lookUp)
    if (!issuerKey.ok) return issuerKey
    keyed.push({ signature, issuerKey: issuerKey.value })
  }
  const [first, ...others] = keyed
  return first ? ok([first, ...others]) : err(problem('signature.seal_unsupported'))
}
