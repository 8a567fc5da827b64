// From a parsed credential to the public key of its issuer. Uses deps.lookUp for did:web.
import type { LookUp } from '../deps.ts'
import type { ParsedCredential } from '../parse/credential.ts'
import { type Problem, problem, type ReasonCodeOf } from '../reasons.ts'
import { err, ok, type Result } from '../result.ts'
import { ALGORITHMS, UNSUPPORTED_ALGORITHMS } from '../signature/algorithms.ts'
import type { TrustSnapshot } from '../trust/snapshot.ts'
import { absoluteDidUrl, didOfUrl, parseDid } from './did.ts'
import { findAssertionMethod } from './did-document.ts'
import { resolveDidJwk } from './did-jwk.ts'
import { resolveDidKey } from './did-key.ts'
import { didWebHost } from './did-web.ts'
import { jwkThumbprint, readPublicJwk } from './jwk.ts'
import type { ListedMethod } from './verification-method.ts'

type KeyProblem = Problem<ReasonCodeOf<'issuer_key'>>

/** A key, and whether the trust list vouches for it. */
export interface IssuerKey {
  readonly verificationMethod: string
  readonly publicKey: Uint8Array<ArrayBuffer>
  /** Only a listed key can ever pass `issuer_trust`. */
  readonly listed: boolean
}

/**
 * Finds the key that must have signed a credential. An issuer on the trust list verifies with the keys listed there only:
 * who controls its web server for an hour must not be able to sign in its name.
 *
 * Reasons: every `issuer_key.*`.
 * @param trust - undefined where no trust list could be had; then no key counts as listed
 */
export async function resolveIssuerKey(
  parsed: ParsedCredential,
  trust: TrustSnapshot | undefined,
  lookUp: LookUp,
): Promise<Result<IssuerKey, KeyProblem>> {
  const issuer = parsed.claims.issuer.id
  const entity = trust?.entities.get(issuer)
  if (!ALGORITHMS.has(parsed.algorithm)) {
    // Whose keys we know does not sign in another way.
    return entity === undefined && UNSUPPORTED_ALGORITHMS.has(parsed.algorithm)
      ? err(problem('issuer_key.algorithm_unsupported'))
      : err(problem('issuer_key.algorithm_not_allowed'))
  }
  const did = parseDid(issuer)
  if (!did) return err(problem('issuer_key.did_method_unsupported'))
  const kid = parsed.kid === undefined ? undefined : absoluteDidUrl(parsed.kid, issuer)
  if (kid !== undefined && didOfUrl(kid) !== issuer) {
    return err(problem('issuer_key.controller_mismatch'))
  }

  const method = entity
    ? await findListedMethod(issuer, entity.keys, kid)
    : await resolveMethod(issuer, did.method, kid, lookUp)
  if (!method.ok) return method
  const publicKey = readPublicJwk(method.value.key)
  if (!publicKey) return err(problem('issuer_key.key_malformed'))
  return ok({
    verificationMethod: method.value.id,
    publicKey,
    listed: entity !== undefined,
  })
}

async function findListedMethod(
  issuer: string,
  keys: readonly ListedMethod['key'][],
  kid: string | undefined,
): Promise<Result<ListedMethod, KeyProblem>> {
  const methods = await Promise.all(
    keys.map(async (key) => ({ id: key.kid ?? `${issuer}#${await jwkThumbprint(key)}`, key })),
  )
  const found =
    kid === undefined && methods.length === 1 ? methods[0] : methods.find((m) => m.id === kid)
  return found ? ok(found) : err(problem('issuer_key.verification_method_missing'))
}

/** DID methods whose documents follow from the identifier. */
const SELF_CERTIFYING: ReadonlyMap<string, (did: string) => ListedMethod | null> = new Map([
  ['key', resolveDidKey],
  ['jwk', resolveDidJwk],
])

async function resolveMethod(
  issuer: string,
  didMethod: string,
  kid: string | undefined,
  lookUp: LookUp,
): Promise<Result<ListedMethod, KeyProblem>> {
  const resolve = SELF_CERTIFYING.get(didMethod)
  if (resolve) {
    const method = resolve(issuer)
    if (!method) return err(problem('issuer_key.key_type_mismatch'))
    return kid === undefined || kid === method.id
      ? ok(method)
      : err(problem('issuer_key.verification_method_missing'))
  }
  if (didMethod !== 'web') return err(problem('issuer_key.did_method_unsupported'))
  if (didWebHost(issuer) === null) return err(problem('issuer_key.did_document_malformed'))
  const document = await lookUp.didDocument(issuer)
  if (document.ok) return findAssertionMethod(document.value, issuer, kid)
  return err(
    document.error === 'unreachable'
      ? problem('issuer_key.did_unreachable')
      : problem('issuer_key.did_document_malformed'),
  )
}
