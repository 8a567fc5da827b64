// The verification method of a DID document that a signature names. Pure.
import { isJsonObject, type JsonObject } from '../encoding/json.ts'
import { VERIFICATION_METHODS_MAX_COUNT } from '../limits.ts'
import type { VerificationRelationship } from '../parse/credential.ts'
import { type Problem, problem, type ReasonCodeOf } from '../reasons.ts'
import { err, ok, type Result } from '../result.ts'
import { absoluteDidUrl } from './did.ts'
import { readMultikey } from './did-key.ts'
import { type PublicJwk, readPublicJwk } from './jwk.ts'
import type { ListedMethod } from './verification-method.ts'

type Read = Result<ListedMethod, Problem<ReasonCodeOf<'issuer_key'>>>

/** How each type of verification method writes its key. */
const KEY_READERS: ReadonlyMap<unknown, (method: JsonObject) => PublicJwk | null> = new Map([
  ['JsonWebKey', ({ publicKeyJwk }) => readPublicJwk(publicKeyJwk)],
  ['JsonWebKey2020', ({ publicKeyJwk }) => readPublicJwk(publicKeyJwk)],
  ['Multikey', readMultibaseProperty],
  ['Ed25519VerificationKey2020', readMultibaseProperty],
])

/** A DID document must speak of the DID that was asked for; anything else is another organisation's keys. */
export const isDidDocumentOf = (document: unknown, did: string): document is JsonObject =>
  isJsonObject(document) && document.id === did

/**
 * Finds the key by which the subject of a DID document may sign credentials or presentations.
 *
 * @param kid - absolute DID URL; undefined where the signature names no key, which only serves with a single method
 * Reasons: `issuer_key.did_document_malformed`, `.verification_method_missing`, `.not_an_assertion_method`,
 * `.controller_mismatch`, `.key_type_mismatch`.
 * @see DID Core §5.2 and §5.3.2
 */
export function findVerificationMethod(
  document: unknown,
  did: string,
  kid: string | undefined,
  relationship: VerificationRelationship,
): Read {
  if (!isDidDocumentOf(document, did)) return err(problem('issuer_key.did_document_malformed'))
  const listed = entries(document.verificationMethod)
  const related = entries(document[relationship])
  if (!listed || !related) return err(problem('issuer_key.did_document_malformed'))

  const embedded = related.filter(isJsonObject)
  const allowed = related.map((entry) => methodId(entry, did))
  const wanted = kid ?? (allowed.length === 1 ? allowed[0] : undefined)
  const method = [...listed.filter(isJsonObject), ...embedded].find(
    (candidate) => wanted !== undefined && methodId(candidate, did) === wanted,
  )
  if (!method || wanted === undefined) return err(problem('issuer_key.verification_method_missing'))
  if (!allowed.includes(wanted)) return err(problem('issuer_key.not_an_assertion_method'))
  if (method.controller !== did) return err(problem('issuer_key.controller_mismatch'))
  const key = KEY_READERS.get(method.type)?.(method)
  return key ? ok({ id: wanted, key }) : err(problem('issuer_key.key_type_mismatch'))
}

function entries(value: unknown): readonly unknown[] | null {
  if (value === undefined) return []
  return Array.isArray(value) && value.length <= VERIFICATION_METHODS_MAX_COUNT ? value : null
}

function methodId(entry: unknown, did: string): string | undefined {
  const id = isJsonObject(entry) ? entry.id : entry
  return typeof id === 'string' ? absoluteDidUrl(id, did) : undefined
}

function readMultibaseProperty(method: JsonObject): PublicJwk | null {
  return typeof method.publicKeyMultibase === 'string'
    ? readMultikey(method.publicKeyMultibase)
    : null
}
