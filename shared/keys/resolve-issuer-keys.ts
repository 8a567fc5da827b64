// From a parsed credential to the keys that must have signed it. Uses deps.lookUp for did:web.
import type { LookUp } from '../deps.ts'
import type { ParsedCredential, ParsedSignature } from '../parse/credential.ts'
import { type Problem, problem, type ReasonCodeOf } from '../reasons.ts'
import { err, ok, type Result } from '../result.ts'
import type { KeyedSignature } from '../signature/verify-signature.ts'
import type { TrustSnapshot } from '../trust/snapshot.ts'
import { absoluteDidUrl, didOfUrl } from './did.ts'
import { resolveIssuerKey } from './resolve-issuer-key.ts'

/** The issuer's own signature first. */
type KeyedSignatures = readonly [KeyedSignature, ...KeyedSignature[]]

type KeyProblem = Problem<ReasonCodeOf<'issuer_key'> | ReasonCodeOf<'signature'>>

/**
 * Finds the key for every signature of a credential. The first is the issuer's own. Whoever else signed must have done so by a
 * key of the DID that his verification method names.
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
    const by = keyed.length === 0 ? signer : { ...signer, id: controllerOf(signature, signer.id) }
    const issuerKey = await resolveIssuerKey(signature, by, trust, lookUp)
    if (!issuerKey.ok) return issuerKey
    const presumed = signature.presumedContexts?.find((url) => !isServedBy(url, trust?.origin))
    keyed.push({
      signature,
      issuerKey: issuerKey.value,
      ...(presumed !== undefined && { presumedContext: presumed }),
    })
  }
  const [first, ...others] = keyed
  return first ? ok([first, ...others]) : err(problem('signature.seal_unsupported'))
}

const controllerOf = ({ kid }: ParsedSignature, issuer: string): string =>
  kid === undefined ? issuer : didOfUrl(absoluteDidUrl(kid, issuer))

const isServedBy = (url: string, origin: string | undefined): boolean =>
  origin !== undefined && url.startsWith(`${origin}/`)
