// From a signature to the public key that must have made it. Uses deps.lookUp for did:web and published key documents.
import { type Awaitable, andThen } from '../awaitable.ts'
import type { LookUp } from '../deps.ts'
import { formatDateTime } from '../encoding/time.ts'
import { lazily } from '../lazily.ts'
import type { ParsedSignature, VerificationRelationship } from '../parse/credential.ts'
import { type Problem, problem, type ReasonCodeOf } from '../reasons.ts'
import { err, ok, type Result } from '../result.ts'
import { ALGORITHMS, keyFitsAlgorithm, UNSUPPORTED_ALGORITHMS } from '../signature/algorithms.ts'
import type { TrustedEntity, TrustSnapshot } from '../trust/snapshot.ts'
import { absoluteDidUrl, didOfUrl, parseDid } from './did.ts'
import { findVerificationMethod } from './did-document.ts'
import { resolveDidJwk } from './did-jwk.ts'
import { resolveDidKey } from './did-key.ts'
import { didWebHost } from './did-web.ts'
import { type PublicJwk, readPublicJwk } from './jwk.ts'
import { listedMethods } from './listed-methods.ts'
import type { ListedMethod } from './verification-method.ts'

type KeyProblem = Problem<ReasonCodeOf<'issuer_key'>>

/** A key, and whether the trust list vouches for it. */
export interface IssuerKey {
  readonly verificationMethod: string
  readonly key: PublicJwk
  /** Only a listed key can ever pass `issuer_trust`. */
  readonly listed: boolean
}

/** Who must have signed: the issuer of a credential of these types, or the holder of a presentation. */
export interface Signer {
  readonly id: string
  readonly types: readonly string[]
  /** When it was signed by its own account, seconds since the Unix epoch. */
  readonly statedSeconds?: number | undefined
}

/**
 * Finds the key that must have made a signature. A signer on the trust list signs with the keys listed there only: who
 * controls its web server for an hour must not be able to sign in its name.
 *
 * Reasons: every `issuer_key.*`.
 * @param trust - undefined where no trust list could be had; then no key counts as listed
 */
export function resolveIssuerKey(
  signature: ParsedSignature,
  signer: Signer,
  trust: TrustSnapshot | undefined,
  lookUp: LookUp,
): Awaitable<Result<IssuerKey, KeyProblem>> {
  const entity = trust?.entities.get(signer.id)
  const { algorithm, purpose, relationship } = signature
  if (purpose !== undefined && purpose !== relationship) {
    return err(problem('issuer_key.proof_purpose_mismatch'))
  }
  if (!mayBeSignedBy(algorithm, signer.types)) {
    // Whose keys we know does not sign in another way.
    return entity === undefined && UNSUPPORTED_ALGORITHMS.has(algorithm)
      ? err(problem('issuer_key.algorithm_unsupported'))
      : err(problem('issuer_key.algorithm_not_allowed'))
  }
  const found = entity
    ? findListedMethod(entity, signature.kid)
    : resolveMethod(signer.id, signature, lookUp)
  return andThen(found, (method) => readMethod(method, signature, signer, entity !== undefined))
}

function readMethod(
  method: FoundMethod,
  { algorithm }: ParsedSignature,
  { statedSeconds }: Signer,
  listed: boolean,
): Result<IssuerKey, KeyProblem> {
  if (!method.ok) return method
  const since = method.value.compromisedSinceSeconds
  if (since !== undefined) return err(judgeCompromised(since, statedSeconds))
  // Whoever hands over a list of keys may hand over a broken one.
  const key = listed ? readListedKey(method.value.key) : readPublicJwk(method.value.key)
  if (!key) return err(problem('issuer_key.key_malformed'))
  if (!keyFitsAlgorithm(key, algorithm)) return err(problem('issuer_key.key_type_mismatch'))
  return ok({ verificationMethod: method.value.id, key, listed })
}

/** Who stole a key writes any date: one before the theft clears nobody, one after it is enough. */
function judgeCompromised(sinceSeconds: number, statedSeconds: number | undefined): KeyProblem {
  const detail = { since: formatDateTime(sinceSeconds) }
  return statedSeconds !== undefined && statedSeconds >= sinceSeconds
    ? problem('issuer_key.compromised', detail)
    : problem('issuer_key.time_evidence_missing', detail)
}

function mayBeSignedBy(algorithm: string, types: readonly string[]): boolean {
  const row = ALGORITHMS.get(algorithm)
  return row !== undefined && (!row.types || types.some((type) => row.types?.has(type)))
}

/** Keys of a trust list are looked at once: they are asked for with every credential. */
const READ_KEYS = new WeakMap<PublicJwk, PublicJwk | null>()

function readListedKey(listed: PublicJwk): PublicJwk | null {
  const known = READ_KEYS.get(listed)
  if (known !== undefined) return known
  const key = readPublicJwk(listed)
  READ_KEYS.set(listed, key)
  return key
}

type FoundMethod = Result<ListedMethod, KeyProblem>

function findListedMethod(
  entity: TrustedEntity,
  writtenKid: string | undefined,
): Awaitable<FoundMethod> {
  const { did } = entity
  const kid = writtenKid === undefined ? undefined : absoluteDidUrl(writtenKid, did)
  if (kid !== undefined && didOfUrl(kid) !== did) {
    return err(problem('issuer_key.controller_mismatch'))
  }
  return andThen(listedMethods(entity), (methods) => chooseMethod(methods, kid))
}

function chooseMethod(methods: readonly ListedMethod[], kid: string | undefined): FoundMethod {
  const found =
    kid === undefined && methods.length === 1 ? methods[0] : methods.find((m) => m.id === kid)
  return found ? ok(found) : err(problem('issuer_key.verification_method_missing'))
}

const loadPublishedKey = lazily(() => import('./published-key.ts'))

async function resolveMethod(
  signer: string,
  signature: ParsedSignature,
  lookUp: LookUp,
): Promise<Result<ListedMethod, KeyProblem>> {
  if (signer.startsWith('https://')) {
    const { resolvePublishedKey } = await loadPublishedKey()
    return resolvePublishedKey(signer, signature, lookUp)
  }
  const did = parseDid(signer)
  if (!did) return err(problem('issuer_key.did_method_unsupported'))
  const kid = signature.kid === undefined ? undefined : absoluteDidUrl(signature.kid, signer)
  if (kid !== undefined && didOfUrl(kid) !== signer) {
    return err(problem('issuer_key.controller_mismatch'))
  }
  return resolveDidMethod(signer, did.method, kid, signature.relationship, lookUp)
}

/** DID methods whose documents follow from the identifier. */
const SELF_CERTIFYING: ReadonlyMap<string, (did: string) => ListedMethod | null> = new Map([
  ['key', resolveDidKey],
  ['jwk', resolveDidJwk],
])

async function resolveDidMethod(
  signer: string,
  didMethod: string,
  kid: string | undefined,
  relationship: VerificationRelationship,
  lookUp: LookUp,
): Promise<Result<ListedMethod, KeyProblem>> {
  const resolve = SELF_CERTIFYING.get(didMethod)
  if (resolve) {
    const method = resolve(signer)
    if (!method) return err(problem('issuer_key.key_type_mismatch'))
    return kid === undefined || kid === method.id
      ? ok(method)
      : err(problem('issuer_key.verification_method_missing'))
  }
  if (didMethod !== 'web') return err(problem('issuer_key.did_method_unsupported'))
  if (didWebHost(signer) === null) return err(problem('issuer_key.did_document_malformed'))
  const document = await lookUp.didDocument(signer)
  if (document.ok) return findVerificationMethod(document.value, signer, kid, relationship)
  return err(
    document.error === 'unreachable'
      ? problem('issuer_key.did_unreachable')
      : problem('issuer_key.did_document_malformed'),
  )
}
