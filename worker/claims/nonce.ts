// Nonces for proofs of keys: sealed by this deployment, so that none is stored before it is used. Uses the sealer.
import { utf8Decode, utf8Encode } from '../../shared/encoding/bytes.ts'
import { CLAIM_NONCE_SECONDS } from '../../shared/limits.ts'
import type { Services } from '../services.ts'

const nonceContext = (issuerSlug: string): string => `claim-nonce:${issuerSlug}`

/** A fresh nonce, good at this issuer for some minutes. @see OpenID4VCI 1.0 §7.2 */
export const createNonce = (
  { platform, sealer }: Pick<Services, 'platform' | 'sealer'>,
  issuerSlug: string,
): Promise<string> =>
  sealer.seal(utf8Encode(String(platform.now() + CLAIM_NONCE_SECONDS)), nonceContext(issuerSlug))

/** Until when a nonce is good, seconds since the Unix epoch; undefined where it is not, or was made elsewhere. */
export async function nonceExpiry(
  { platform, sealer }: Pick<Services, 'platform' | 'sealer'>,
  issuerSlug: string,
  nonce: string,
): Promise<number | undefined> {
  const opened = await sealer.unseal(nonce, nonceContext(issuerSlug)).catch(() => undefined)
  const untilSeconds = opened ? Number(utf8Decode(opened)) : Number.NaN
  return untilSeconds > platform.now() ? untilSeconds : undefined
}
