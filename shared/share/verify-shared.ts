// One presentation of a share, verified as its holder bound it. Uses what it is given.
import type { VerifierDeps } from '../deps.ts'
import { CREDENTIAL_MAX_CHARS, SHARE_MAX_LIFETIME_SECONDS } from '../limits.ts'
import { isPresentation, parseSecured } from '../parse/parse-secured.ts'
import type { VerificationResult } from '../verification-result.ts'
import { verifyCredential } from '../verify.ts'

export interface SharedItem {
  readonly result: VerificationResult
  /**
   * Whether the holder's key put it into this very share. Credentials that name no holder's key cannot be bound: whoever had one
   * could have put it here.
   */
  readonly isBound: boolean
}

/**
 * Verifies what was shared. Whatever can be bound must be: a credential that names its holder's key, and every presentation, is
 * asked for a proof made for this share (`holder_binding.*`), so that nobody passes on what was shared with them.
 *
 * @param share.address - without the key; the audience. `share.id` is the nonce.
 * Reasons: all.
 */
export async function verifyShared(
  presentation: string | object,
  share: { readonly id: string; readonly address: string },
  deps: VerifierDeps,
): Promise<SharedItem> {
  const isBound = await canBeBound(presentation)
  const asked = {
    nonce: share.id,
    audience: share.address,
    possessionMaxAgeSeconds: SHARE_MAX_LIFETIME_SECONDS,
  }
  return { isBound, result: await verifyCredential(presentation, deps, isBound ? asked : {}) }
}

async function canBeBound(presentation: string | object): Promise<boolean> {
  const parsed = await parseSecured(presentation, { maxChars: CREDENTIAL_MAX_CHARS })
  if (!parsed.ok) return false
  return isPresentation(parsed.value) || parsed.value.disclosures?.holderKey !== undefined
}
