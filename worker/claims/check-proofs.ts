// Proofs that a wallet holds the keys to which it wants copies bound. The engine is passed in.

import { didOfUrl } from '../../shared/keys/did.ts'
import { didJwk, resolveDidJwk } from '../../shared/keys/did-jwk.ts'
import { resolveDidKey } from '../../shared/keys/did-key.ts'
import { canonicalJwk, type PublicJwk, readPublicJwk } from '../../shared/keys/jwk.ts'
import { CLAIM_PROOF_MAX_CHARS } from '../../shared/limits.ts'
import { type CompactJws, decodeCompactJws } from '../../shared/parse/compact-jws.ts'
import { ok, type Result } from '../../shared/result.ts'
import { findUnasked } from '../../shared/signature/key-binding.ts'
import type { SignatureEngine } from '../../shared/signature/signature-engine.ts'
import { type ClaimProblem, claimProblem } from './claim-problem.ts'
import { PROOF_ALGORITHMS } from './configurations.ts'

export interface HolderKey {
  /** Without a name: one would tell that two copies are of one holder. */
  readonly jwk: PublicJwk
  /** The DID by which the wallet proved it, else its did:jwk. */
  readonly did: string
}

interface ProvenKeys {
  readonly keys: readonly HolderKey[]
  /** What all of them signed. */
  readonly nonce: string
}

interface Asked {
  /** The Credential Issuer Identifier. */
  readonly audience: string
  readonly nowSeconds: number
}

const refused = (why: string) => claimProblem('invalid_proof', why)

/**
 * The keys that were proved, in the order of the proofs: each by its own signature, for this issuer, now, all by one nonce, and no
 * key twice. Whether the nonce is ours and fresh is the caller's question.
 *
 * Errors: `invalid_proof`.
 * @see OpenID4VCI 1.0 §8.2.1.1, appendix F.1, F.4
 */
export async function checkProofs(
  engine: SignatureEngine,
  proofs: readonly string[],
  asked: Asked,
): Promise<Result<ProvenKeys, ClaimProblem>> {
  const keys: HolderKey[] = []
  const nonces = new Set<string>()
  for (const proof of proofs) {
    const checked = await checkProof(engine, proof, asked)
    if (!checked.ok) return checked
    keys.push(checked.value.key)
    nonces.add(checked.value.nonce)
  }
  const [nonce, ...others] = nonces
  if (nonce === undefined || others.length > 0) return refused('All proofs hold the same nonce.')
  const distinct = new Set(keys.map(({ jwk }) => canonicalJwk(jwk)))
  if (distinct.size < keys.length) return refused('Every copy needs a key of its own.')
  return ok({ keys, nonce })
}

async function checkProof(
  engine: SignatureEngine,
  proof: string,
  { audience, nowSeconds }: Asked,
): Promise<Result<{ readonly key: HolderKey; readonly nonce: string }, ClaimProblem>> {
  const decoded = decodeCompactJws(proof, { maxChars: CLAIM_PROOF_MAX_CHARS })
  if (!decoded.ok) return refused('A proof is no signed JWT.')
  const { header, payload, signature } = decoded.value
  if (header.typ !== 'openid4vci-proof+jwt') {
    return refused('The typ of a proof is openid4vci-proof+jwt.')
  }
  const { algorithm, signature: bytes, signedBytes } = signature('authentication')
  if (!PROOF_ALGORITHMS.some((known) => known === algorithm)) {
    return refused(`A proof is signed with ${PROOF_ALGORITHMS.join(', ')}.`)
  }
  const key = readKey(header)
  if (!key)
    return refused('A proof names one public key, as jwk or as kid of a did:jwk or did:key.')
  const signed = await signedBytes()
  if (!signed.ok || !(await engine.verify(algorithm, key.jwk, bytes, signed.value))) {
    return refused('The signature of a proof does not hold.')
  }
  const { aud, iat, nonce } = payload
  if (aud !== audience) return refused(`The audience of a proof is ${audience}.`)
  if (typeof nonce !== 'string') return claimProblem('invalid_nonce', 'A proof holds a nonce.')
  const issuedAtSeconds = typeof iat === 'number' ? iat : 0
  if (findUnasked({ nowSeconds }, { nonce, audience, issuedAtSeconds })) {
    return refused('A proof was made less than five minutes ago, by a clock that is right.')
  }
  return ok({ key, nonce })
}

/** @see OpenID4VCI 1.0 appendix F.1: `jwk` or `kid`, never both, and no chain that we would have to trust */
function readKey({ jwk: stated, kid, x5c }: CompactJws['header']): HolderKey | null {
  if (x5c !== undefined || (stated === undefined) === (kid === undefined)) return null
  if (typeof kid !== 'string') {
    const jwk = readPublicJwk(stated)
    return jwk && nameless(jwk, didJwk(jwk))
  }
  const did = didOfUrl(kid)
  const method = resolveDidKey(did) ?? resolveDidJwk(did)
  return method?.id === kid ? nameless(method.key, did) : null
}

const nameless = ({ kid: _, ...jwk }: PublicJwk, did: string): HolderKey => ({ jwk, did })
