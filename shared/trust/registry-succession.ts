// From the registry key of a pin to the one that signs today: each key names its successor. Pure but for the engine that is passed in.
import { type PublicJwk, readPublicJwk } from '../keys/jwk.ts'
import { REGISTRY_SUCCESSIONS_MAX_COUNT } from '../limits.ts'
import { parseCompactJws } from '../parse/compact-jws.ts'
import type { SignatureEngine } from '../signature/signature-engine.ts'
import { checkSignature } from '../signature/verify-signature.ts'

export const REGISTRY_SUCCESSION_TYPE = 'RegistryKeySuccessionCredential'

/**
 * The last key that a pinned one leads to, itself where nothing that it signed names another. Whoever has the pinned key can name any:
 * a stolen one is answered by a new pin, not by a succession.
 *
 * @param statements - as a trust list brings them along, the oldest first; what is not signed by the key reached so far is skipped
 */
export async function followSuccessions(
  pinned: PublicJwk,
  statements: unknown,
  engine: SignatureEngine,
): Promise<PublicJwk> {
  if (!Array.isArray(statements) || statements.length > REGISTRY_SUCCESSIONS_MAX_COUNT) {
    return pinned
  }
  let current = pinned
  for (const statement of statements) {
    current =
      (typeof statement === 'string' && (await nextKey(statement, current, engine))) || current
  }
  return current
}

async function nextKey(
  statement: string,
  current: PublicJwk,
  engine: SignatureEngine,
): Promise<PublicJwk | null> {
  const parsed = parseCompactJws(statement)
  if (!parsed.ok || !parsed.value.claims.types.includes(REGISTRY_SUCCESSION_TYPE)) return null
  const { claims, signatures } = parsed.value
  const [signature] = signatures
  if (!signature || !(await checkSignature(current, signature, engine)).ok) return null
  return readPublicJwk(claims.subject.nextKey)
}
