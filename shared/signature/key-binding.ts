// Was a credential presented by the one it is bound to, to us, now? Pure but for the engine.

import type { Awaitable } from '../awaitable.ts'
import { toList } from '../encoding/json.ts'
import { readPublicJwk } from '../keys/jwk.ts'
import { CLOCK_SKEW_SECONDS, PRESENTATION_MAX_AGE_SECONDS } from '../limits.ts'
import type { ParsedDisclosures, ParsedKeyBinding } from '../parse/credential.ts'
import { type Problem, problem, type ReasonCodeOf } from '../reasons.ts'
import { err, ok, type Result } from '../result.ts'
import { ALGORITHMS } from './algorithms.ts'
import type { SignatureEngine } from './signature-engine.ts'

type BindingProblem = Problem<ReasonCodeOf<'holder_binding'>>

/** What the holder was asked to sign; a proof is asked for by a nonce or an audience. */
export interface Asked {
  readonly nonce?: string
  readonly audience?: string
  /** For how long a proof counts; five minutes where nothing is said. */
  readonly possessionMaxAgeSeconds?: number
  readonly nowSeconds: number
}

/**
 * Whether binding is asked for is the verifier's decision, and never follows from what was presented: it is asked for by a
 * nonce or an audience. A proof that nobody asked for must still be a true one; for whom and when it was made is then open.
 *
 * Reasons: every `holder_binding.*`.
 * @see RFC 9901 §7.3
 */
export function checkHolderBinding(
  disclosures: ParsedDisclosures | undefined,
  asked: Asked,
  engine: SignatureEngine,
): Awaitable<Result<'proven' | 'not_asked', BindingProblem>> {
  const isAsked = asked.nonce !== undefined || asked.audience !== undefined
  const { holderKey, keyBinding } = disclosures ?? {}
  if (!keyBinding) return isAsked ? err(problem('holder_binding.missing')) : ok('not_asked')
  if (!keyBinding.ok) return keyBinding
  if (holderKey === undefined) return err(problem('holder_binding.missing'))
  return checkProof(holderKey, keyBinding.value, isAsked ? asked : undefined, engine)
}

async function checkProof(
  holderKey: unknown,
  binding: ParsedKeyBinding,
  asked: Asked | undefined,
  engine: SignatureEngine,
): Promise<Result<'proven' | 'not_asked', BindingProblem>> {
  if (!(await isSignedBy(holderKey, binding, engine)))
    return err(problem('holder_binding.mismatch'))
  if (binding.sdHash !== binding.presentedHash) {
    return err(problem('holder_binding.sd_hash_mismatch'))
  }
  if (!asked) return ok('not_asked')
  const refused = findUnasked(asked, binding)
  return refused ? err(refused) : ok('proven')
}

async function isSignedBy(
  holderKey: unknown,
  { signature }: ParsedKeyBinding,
  engine: SignatureEngine,
): Promise<boolean> {
  const key = readPublicJwk(holderKey)
  // Rows with types are for credentials of those types.
  const row = ALGORITHMS.get(signature.algorithm)
  const bytes = await signature.signedBytes()
  if (!key || row === undefined || row.types || !bytes.ok) return false
  return engine.verify(signature.algorithm, key, signature.signature, bytes.value)
}

/**
 * Why a true proof of possession is not the one that was asked for, or undefined where it is.
 *
 * Reasons: `holder_binding.nonce_mismatch`, `.audience_mismatch`, `.too_old` (made too long ago, or in the future).
 */
export function findUnasked(
  { nonce, audience, nowSeconds, possessionMaxAgeSeconds = PRESENTATION_MAX_AGE_SECONDS }: Asked,
  proof: {
    readonly nonce: string | undefined
    readonly audience: string | readonly string[] | undefined
    readonly issuedAtSeconds: number | undefined
  },
): BindingProblem | undefined {
  if (nonce !== undefined && proof.nonce !== nonce) return problem('holder_binding.nonce_mismatch')
  if (audience !== undefined && !toList(proof.audience).includes(audience)) {
    return problem('holder_binding.audience_mismatch')
  }
  // A proof without a time is as fresh as the nonce in it, and without that as old as the world.
  if (proof.issuedAtSeconds === undefined) {
    return nonce === undefined ? problem('holder_binding.too_old') : undefined
  }
  const ageSeconds = nowSeconds - proof.issuedAtSeconds
  return ageSeconds <= possessionMaxAgeSeconds && ageSeconds >= -CLOCK_SKEW_SECONDS
    ? undefined
    : problem('holder_binding.too_old')
}
