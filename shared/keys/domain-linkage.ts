// Does an origin belong to a DID, by the word of both? Pure but for the engine that is passed in.
import { isJsonObject, type JsonObject, toList } from '../encoding/json.ts'
import { CLOCK_SKEW_SECONDS, LINKED_DIDS_MAX_COUNT } from '../limits.ts'
import { parseCompactJws } from '../parse/compact-jws.ts'
import type { CredentialClaims, ParsedSignature } from '../parse/credential.ts'
import { err, ok, type Result } from '../result.ts'
import { keyFitsAlgorithm } from '../signature/algorithms.ts'
import type { SignatureEngine } from '../signature/signature-engine.ts'
import { checkSignature } from '../signature/verify-signature.ts'
import { absoluteDidUrl } from './did.ts'
import { findVerificationMethod } from './did-document.ts'
import { DOMAIN_LINKAGE_TYPE, LINKED_DOMAINS_TYPE } from './domain-linkage-terms.ts'

/** Why an origin is not linked: the DID document does not name it, or the file of the origin says nothing that counts. */
export type LinkageFault =
  | 'service_missing'
  | 'malformed'
  | 'credential_missing'
  | 'expired'
  | 'forged'

interface LinkageQuestion {
  readonly did: string
  readonly origin: string
  /** What stands at the origin, parsed. */
  readonly configuration: unknown
  /** Of the DID. */
  readonly didDocument: unknown
  readonly nowSeconds: number
  readonly engine: SignatureEngine
}

/** Whether a DID document names an origin as its own. @see Well Known DID Configuration, Linked Domain Service Endpoint */
export function namesOrigin(didDocument: unknown, origin: string): boolean {
  const services: readonly unknown[] =
    isJsonObject(didDocument) && Array.isArray(didDocument.service) ? didDocument.service : []
  return services
    .filter(isJsonObject)
    .filter(({ type }) => toList(type).includes(LINKED_DOMAINS_TYPE))
    .flatMap(({ serviceEndpoint }) => endpointsOf(serviceEndpoint))
    .some((endpoint) => URL.canParse(endpoint) && new URL(endpoint).origin === origin)
}

const endpointsOf = (endpoint: unknown): readonly string[] =>
  toList(isJsonObject(endpoint) ? endpoint.origins : endpoint).filter(
    (entry) => typeof entry === 'string',
  )

/**
 * Until when the origin says that the DID is its own: that of the credential which says so, signed by a key of the DID. Whether the DID
 * says the same of the origin is `namesOrigin`.
 *
 * @returns seconds since the Unix epoch
 * @see Well Known DID Configuration, DID Configuration Resource Verification
 */
export async function verifyDomainLinkage(
  question: LinkageQuestion,
): Promise<Result<number, LinkageFault>> {
  const { configuration } = question
  const linked = isJsonObject(configuration) ? configuration.linked_dids : undefined
  if (!Array.isArray(linked) || linked.length > LINKED_DIDS_MAX_COUNT) return err('malformed')
  let fault: LinkageFault = 'credential_missing'
  for (const entry of linked) {
    if (typeof entry !== 'string') continue
    const judged = await judgeCredential(entry, question)
    if (judged?.ok) return judged
    if (judged) fault = judged.error
  }
  return err(fault)
}

/** Undefined where it speaks of another DID or origin, or is nothing that we read. */
async function judgeCredential(
  text: string,
  question: LinkageQuestion,
): Promise<Result<number, LinkageFault> | undefined> {
  const parsed = parseCompactJws(text)
  if (!parsed.ok || parsed.value.envelope !== 'jwt_vc') return undefined
  const { claims, signatures } = parsed.value
  const [signature] = signatures
  if (!signature || !isAbout(claims, question)) return undefined
  const { validFromSeconds: from, validUntilSeconds: until } = claims
  const { nowSeconds } = question
  if (from === undefined || until === undefined) return err('malformed')
  if (nowSeconds >= until || from > nowSeconds + CLOCK_SKEW_SECONDS) return err('expired')
  return (await isSigned(signature, question)) ? ok(until) : err('forged')
}

const isAbout = (
  { issuer, subject, types }: CredentialClaims,
  { did, origin }: LinkageQuestion,
): boolean =>
  types.includes(DOMAIN_LINKAGE_TYPE) &&
  issuer.id === did &&
  subject.id === did &&
  isOrigin(subject, origin)

const isOrigin = (subject: JsonObject, origin: string): boolean =>
  typeof subject.origin === 'string' &&
  URL.canParse(subject.origin) &&
  new URL(subject.origin).origin === origin

async function isSigned(
  signature: ParsedSignature,
  { did, didDocument, engine }: LinkageQuestion,
): Promise<boolean> {
  if (signature.kid === undefined) return false
  const kid = absoluteDidUrl(signature.kid, did)
  const method = findVerificationMethod(didDocument, did, kid, 'assertionMethod')
  return (
    method.ok &&
    keyFitsAlgorithm(method.value.key, signature.algorithm) &&
    (await checkSignature(method.value.key, signature, engine)).ok
  )
}
