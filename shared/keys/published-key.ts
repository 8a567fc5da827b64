// The key of an issuer that is named by an address. Uses deps.lookUp; loaded when such an issuer is met.
import type { LookUp } from '../deps.ts'
import { isJsonObject, type JsonObject } from '../encoding/json.ts'
import { VERIFICATION_METHODS_MAX_COUNT } from '../limits.ts'
import type { ParsedSignature } from '../parse/credential.ts'
import { type Problem, problem, type ReasonCodeOf } from '../reasons.ts'
import { err, ok, type Result } from '../result.ts'
import { canonicalJwk, readPublicJwk } from './jwk.ts'
import type { ListedMethod } from './verification-method.ts'

type KeyProblem = Problem<ReasonCodeOf<'issuer_key'>>
type Found = Result<ListedMethod, KeyProblem>

const METADATA_PATH = '/.well-known/jwt-vc-issuer'

/**
 * Finds the key that an issuer publishes under its own address: behind the `kid`, where that is an address of the issuer's own
 * origin (Open Badges), else in its JWT VC issuer metadata. A key in the header that nobody publishes proves only that whoever
 * signed has a key.
 *
 * Reasons: `issuer_key.did_unreachable`, `.did_document_malformed`, `.verification_method_missing`, `.controller_mismatch`,
 * `.key_malformed`, `.self_asserted`.
 * @param issuer - an https address
 * @see SD-JWT VC (draft -19) §3.5 and §5, Open Badges 3.0 §8.2.4.1
 */
export async function resolvePublishedKey(
  issuer: string,
  signature: ParsedSignature,
  lookUp: LookUp,
): Promise<Found> {
  const { kid, headerJwk, relationship } = signature
  // What is published there are an issuer's keys; nobody is named by them as a holder.
  if (relationship !== 'assertionMethod') return err(problem('issuer_key.did_method_unsupported'))
  const found =
    kid?.startsWith('https://') === true
      ? await dereference(issuer, kid, lookUp)
      : await readMetadata(issuer, signature, lookUp)
  const isUnpublished = !found.ok && found.error.code === 'issuer_key.did_unreachable'
  return isUnpublished && headerJwk !== undefined ? err(problem('issuer_key.self_asserted')) : found
}

/** The key at an address of the issuer's own origin: a JWK, or a set in which the fragment or the whole address names it. */
async function dereference(issuer: string, kid: string, lookUp: LookUp): Promise<Found> {
  const address = readAddress(kid)
  if (!address || address.origin !== readAddress(issuer)?.origin) {
    return err(problem('issuer_key.controller_mismatch'))
  }
  const fragment = address.hash.slice(1)
  address.hash = ''
  const document = await fetchKeys(address.href, lookUp)
  if (!document.ok) return document
  if (!isJsonObject(document.value)) return err(problem('issuer_key.did_document_malformed'))
  if (!('keys' in document.value)) return readMethod(kid, document.value)
  const names = fragment === '' ? [kid] : [kid, fragment]
  return findInSet(document.value, kid, (key) => names.includes(String(key.kid)))
}

/** The key in the set that an issuer's metadata holds or points to. */
async function readMetadata(
  issuer: string,
  { kid, headerJwk }: ParsedSignature,
  lookUp: LookUp,
): Promise<Found> {
  const address = metadataUrl(issuer)
  if (address === null) return err(problem('issuer_key.did_document_malformed'))
  const metadata = await fetchKeys(address, lookUp)
  if (!metadata.ok) return metadata
  const { value } = metadata
  if (!isJsonObject(value) || value.issuer !== issuer) {
    return err(problem('issuer_key.did_document_malformed'))
  }
  const { jwks, jwks_uri: uri } = value
  if ((jwks === undefined) === (uri === undefined)) {
    return err(problem('issuer_key.did_document_malformed'))
  }
  const id = kid ?? issuer
  const isWanted = (key: JsonObject) =>
    kid === undefined ? isSameKey(key, headerJwk) : key.kid === kid
  if (uri === undefined) return findInSet(jwks, id, isWanted)
  const place = typeof uri === 'string' ? readAddress(uri) : null
  if (place === null) return err(problem('issuer_key.did_document_malformed'))
  // As a parser spells it: half a surrogate pair passes for a part of an address, and no request can carry it.
  const set = await fetchKeys(place.href, lookUp)
  return set.ok ? findInSet(set.value, id, isWanted) : set
}

/**
 * Where an issuer publishes its metadata: the well-known path goes between host and path, a slash at the end goes away.
 *
 * @returns null where the issuer's address has a query, a fragment or user information
 * @see SD-JWT VC (draft -19) §5.1
 */
export function metadataUrl(issuer: string): string | null {
  const address = readAddress(issuer)
  if (!address || /[?#]/.test(issuer)) return null
  return address.origin + METADATA_PATH + address.pathname.replace(/\/$/, '')
}

function readAddress(text: string): URL | null {
  const address = URL.canParse(text) ? new URL(text) : null
  return address?.protocol === 'https:' && address.username + address.password === ''
    ? address
    : null
}

async function fetchKeys(url: string, lookUp: LookUp): Promise<Result<unknown, KeyProblem>> {
  const document = await lookUp.keyDocument(url)
  if (document.ok) return document
  return err(
    document.error === 'unreachable'
      ? problem('issuer_key.did_unreachable')
      : problem('issuer_key.did_document_malformed'),
  )
}

/** One key must be meant: where two fit, the signature does not say which. */
function findInSet(set: unknown, id: string, isWanted: (key: JsonObject) => boolean): Found {
  const keys = isJsonObject(set) ? set.keys : undefined
  if (!Array.isArray(keys) || keys.length > VERIFICATION_METHODS_MAX_COUNT) {
    return err(problem('issuer_key.did_document_malformed'))
  }
  const [only, ...others] = keys.filter(isJsonObject).filter(isWanted)
  return only && others.length === 0
    ? readMethod(id, only)
    : err(problem('issuer_key.verification_method_missing'))
}

/** True where nothing else was brought along. */
function isSameKey(published: JsonObject, headerJwk: unknown): boolean {
  const [ours, theirs] = [readPublicJwk(published), readPublicJwk(headerJwk)]
  if (headerJwk === undefined) return true
  return ours !== null && theirs !== null && canonicalJwk(ours) === canonicalJwk(theirs)
}

function readMethod(id: string, jwk: JsonObject): Found {
  const key = jwk.use === 'enc' ? null : readPublicJwk(jwk)
  return key ? ok({ id, key }) : err(problem('issuer_key.key_malformed'))
}
