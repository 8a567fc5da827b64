// From a parsed credential to the keys that must have signed it. Uses deps.lookUp for did:web.
import { type Awaitable, andThen } from '../awaitable.ts'
import type { LookUp } from '../deps.ts'
import type { ParsedCredential, ParsedSignature } from '../parse/credential.ts'
import { type Problem, problem, type ReasonCodeOf } from '../reasons.ts'
import { err, ok, type Result } from '../result.ts'
import type { KeyedSignature } from '../signature/verify-signature.ts'
import type { TrustSnapshot } from '../trust/snapshot.ts'
import { absoluteDidUrl, didOfUrl } from './did.ts'
import { type IssuerKey, resolveIssuerKey } from './resolve-issuer-key.ts'

/** The issuer's own signature first. */
type KeyedSignatures = readonly [KeyedSignature, ...KeyedSignature[]]

type KeyProblem = Problem<ReasonCodeOf<'issuer_key'> | ReasonCodeOf<'signature'>>

/**
 * Finds the key for every signature of a credential. The first is the issuer's own. Whoever else signed must have done so by a
 * key of the DID that his verification method names.
 *
 * Reasons: every `issuer_key.*`; `signature.seal_unsupported` where it carries no signature that we check.
 */
export function resolveIssuerKeys(
  { claims, signatures }: Pick<ParsedCredential, 'claims' | 'signatures'>,
  trust: TrustSnapshot | undefined,
  lookUp: LookUp,
): Awaitable<Result<KeyedSignatures, KeyProblem>> {
  const [own, ...others] = signatures
  if (!own) return err(problem('signature.seal_unsupported'))
  const { types } = claims
  const { id } = claims.issuer
  const statedSeconds = claims.signedAtSeconds ?? claims.validFromSeconds
  const find = (signature: ParsedSignature, signer: string) =>
    andThen(
      resolveIssuerKey(signature, { id: signer, types, statedSeconds }, trust, lookUp),
      (key) => (key.ok ? ok(withKey(signature, key.value, trust?.origin)) : key),
    )
  return andThen(find(own, id), (first) => {
    if (!first.ok) return first
    if (others.length === 0) return ok([first.value])
    return findOthers(first.value, others, (signature) =>
      find(signature, controllerOf(signature, id)),
    )
  })
}

async function findOthers(
  own: KeyedSignature,
  others: readonly ParsedSignature[],
  find: (signature: ParsedSignature) => Awaitable<Result<KeyedSignature, KeyProblem>>,
): Promise<Result<KeyedSignatures, KeyProblem>> {
  const keyed: [KeyedSignature, ...KeyedSignature[]] = [own]
  for (const signature of others) {
    const found = await find(signature)
    if (!found.ok) return found
    keyed.push(found.value)
  }
  return ok(keyed)
}

function withKey(
  signature: ParsedSignature,
  issuerKey: IssuerKey,
  origin: string | undefined,
): KeyedSignature {
  const presumedContext = signature.presumedContexts?.find((url) => !isServedBy(url, origin))
  return { signature, issuerKey, ...(presumedContext !== undefined && { presumedContext }) }
}

const controllerOf = ({ kid }: ParsedSignature, issuer: string): string =>
  kid === undefined ? issuer : didOfUrl(absoluteDidUrl(kid, issuer))

const isServedBy = (url: string, origin: string | undefined): boolean =>
  origin !== undefined && url.startsWith(`${origin}/`)
