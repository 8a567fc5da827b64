// The signed trust list: verified against a pin, then read. Pure.
import type { JsonObject } from '../encoding/json.ts'
import { type PublicJwk, readPublicJwk } from '../keys/jwk.ts'
import { lazily } from '../lazily.ts'
import {
  CLOCK_SKEW_SECONDS,
  TRUST_LIST_MAX_BYTES,
  TRUST_LIST_MAX_LIFETIME_SECONDS,
} from '../limits.ts'
import { parseCompactJws } from '../parse/compact-jws.ts'
import type { CredentialClaims } from '../parse/credential.ts'
import { type Problem, problem, type ReasonCodeOf } from '../reasons.ts'
import { err, ok, type Result } from '../result.ts'
import type { SignatureEngine } from '../signature/signature-engine.ts'
import { checkSignature } from '../signature/verify-signature.ts'
import type { TrustPin, TrustSnapshot } from './snapshot.ts'
import { isComplete, readEntity, withLostKeys } from './trusted-entity.ts'

export const TRUST_LIST_TYPE = 'TrustListCredential'

interface TrustListContext {
  readonly nowSeconds: number
  /** The highest sequence seen so far (0 for none): an older list could bring back a withdrawn accreditation. */
  readonly lowestSequence: number
  readonly engine: SignatureEngine
}

type TrustListProblem = Problem<ReasonCodeOf<'issuer_trust'>>

/**
 * Verifies a trust list against its pin and reads it. The anchors of the pin, where it has any, replace those of the list: a
 * registry may publish chains, and never choose whom the verifier believes. A list by another key counts where the pinned one has named it
 * as its successor.
 *
 * Reasons: `issuer_trust.registry_unverified`, `.registry_expired`, `.registry_rolled_back`.
 */
export async function readTrustList(
  text: string,
  pin: TrustPin,
  context: TrustListContext,
): Promise<Result<TrustSnapshot, TrustListProblem>> {
  const claims = await verifyTrustList(text, pin.registryKey, context.engine)
  if (!claims) return err(problem('issuer_trust.registry_unverified'))
  const { validFromSeconds: from, validUntilSeconds: until } = claims
  const sequence = claims.subject.sequence
  if (from === undefined || until === undefined || !Number.isSafeInteger(sequence)) {
    return err(problem('issuer_trust.registry_unverified'))
  }
  if (until - from > TRUST_LIST_MAX_LIFETIME_SECONDS) {
    return err(problem('issuer_trust.registry_unverified'))
  }
  if (context.nowSeconds >= until || from > context.nowSeconds + CLOCK_SKEW_SECONDS) {
    return err(problem('issuer_trust.registry_expired'))
  }
  if (Number(sequence) < context.lowestSequence) {
    return err(problem('issuer_trust.registry_rolled_back'))
  }
  const snapshot = readSnapshot(claims.subject, Number(sequence), until, pin)
  return snapshot ? ok(snapshot) : err(problem('issuer_trust.registry_unverified'))
}

const loadSuccession = lazily(() => import('./registry-succession.ts'))

async function verifyTrustList(
  text: string,
  registryKey: PublicJwk,
  engine: SignatureEngine,
): Promise<CredentialClaims | null> {
  const parsed = parseCompactJws(text, { maxChars: TRUST_LIST_MAX_BYTES })
  const key = readPublicJwk(registryKey)
  if (!parsed.ok || !key || !parsed.value.claims.types.includes(TRUST_LIST_TYPE)) return null
  const { signatures, claims } = parsed.value
  const [signature] = signatures
  if (!signature) return null
  if ((await checkSignature(key, signature, engine)).ok) return claims
  if (claims.subject.successions === undefined) return null
  const { followSuccessions } = await loadSuccession()
  const heir = await followSuccessions(key, claims.subject.successions, engine)
  return heir !== key && (await checkSignature(heir, signature, engine)).ok ? claims : null
}

function readSnapshot(
  subject: JsonObject,
  sequence: number,
  validUntilSeconds: number,
  pin: TrustPin,
): TrustSnapshot | null {
  const { entities, anchors, accreditations, remarkedEntities = [], remarks = [] } = subject
  if (!Array.isArray(entities) || !Array.isArray(anchors) || !Array.isArray(accreditations)) {
    return null
  }
  if (!Array.isArray(remarkedEntities) || !Array.isArray(remarks)) return null
  const listed = [...entities, ...remarkedEntities].map(readEntity)
  const listedAnchors = anchors.map(readEntity)
  if (!isComplete(listed) || !isComplete(listedAnchors)) return null
  // A pin outweighs the list, but it is older: it cannot know that one of its keys was stolen.
  const chosen =
    pin.anchors?.map((anchor) => withLostKeys(anchor, [...listedAnchors, ...listed])) ??
    listedAnchors
  const bySubject = groupBySubject(accreditations)
  const remarksBySubject = groupBySubject(remarks)
  if (!bySubject || !remarksBySubject) return null
  return {
    origin: pin.origin,
    sequence,
    validUntilSeconds,
    anchors: chosen,
    // Anchors last: the keys that the verifier pinned outweigh those that the list gives for the same DID.
    entities: new Map([...listed, ...chosen].map((entity) => [entity.did, entity])),
    accreditations: bySubject,
    remarks: remarksBySubject,
  }
}

function groupBySubject(texts: readonly unknown[]): ReadonlyMap<string, readonly string[]> | null {
  const grouped = new Map<string, string[]>()
  for (const text of texts) {
    if (typeof text !== 'string') return null
    const parsed = parseCompactJws(text)
    const subject = parsed.ok ? parsed.value.claims.subject.id : undefined
    if (typeof subject !== 'string') return null
    grouped.set(subject, [...(grouped.get(subject) ?? []), text])
  }
  return grouped
}
