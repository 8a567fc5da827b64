// A credential with embedded proofs → its claims and signatures. Pure.
import { isJsonObject, type JsonObject, toList } from '../encoding/json.ts'
import { checkRelatedResources } from '../json-ld/related-resources.ts'
import type { Problem, ReasonCodeOf } from '../reasons.ts'
import { ok, type Result } from '../result.ts'
import type { CredentialClaims, ParsedCredential, ParsedSignature } from './credential.ts'
import { VCDM1, VCDM1_CONTEXT } from './jwt-vc.ts'
import { readProofs } from './proofs.ts'
import { earliest } from './properties.ts'
import type { ReadBound, SignatureHead } from './read-bound.ts'
import { readClaims } from './read-claims.ts'
import { readVcdm2Claims } from './vcdm2.ts'

type FormatProblem = Problem<ReasonCodeOf<'format'>>

/** Around an embedded proof there are no registered claims. */
const NO_CLAIMS: JsonObject = {}

/**
 * Reads a credential of either data model whose proofs are inside. An object was never measured, so it is measured here.
 *
 * Reasons: those of `readProofs`; `format.property_missing`, `.property_malformed`, `.context_unsupported`,
 * `.related_resource_mismatch`.
 * @see Data Integrity §4.4
 */
export function readDataIntegrity(
  object: JsonObject,
  { maxChars, onHead }: ReadBound,
): Result<ParsedCredential, FormatProblem> {
  const signer = isJsonObject(object.issuer) ? object.issuer.id : object.issuer
  const proofs = readProofs(object, {
    relationship: 'assertionMethod',
    signer: typeof signer === 'string' ? signer : undefined,
    maxChars,
  })
  if (!proofs.ok) return proofs
  const { envelope, signatures, document, signedAtSeconds, validUntilSeconds } = proofs.value
  if (onHead && envelope === 'eddsa-jcs-2022') announce(signatures[0], onHead)
  const claims = readDocument(document)
  if (!claims.ok) return claims
  const until = earliest(claims.value.validUntilSeconds, validUntilSeconds)
  return ok({
    envelope,
    signatures,
    claims: { ...claims.value, validUntilSeconds: until, signedAtSeconds },
  })
}

/** Only where nothing has to be waited for. */
function announce(
  signature: ParsedSignature | undefined,
  onHead: (head: SignatureHead) => void,
): void {
  const bytes = signature?.signedBytes()
  if (!signature || !bytes || bytes instanceof Promise || !bytes.ok) return
  onHead({ ...signature, kid: signature.kid, signedBytes: () => bytes.value })
}

function readDocument(document: JsonObject): Result<CredentialClaims, FormatProblem> {
  const [base]: readonly unknown[] = toList(document['@context'])
  if (base === VCDM1_CONTEXT) return readClaims(VCDM1, document, NO_CLAIMS, document.issuer)
  const claims = readVcdm2Claims(document, NO_CLAIMS)
  if (!claims.ok) return claims
  const related = checkRelatedResources(document)
  return related.ok ? claims : related
}
