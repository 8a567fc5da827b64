// Whether an issuer can offer claims in a format at all.
import { CLAIM_FORMATS, isClaimFormat } from '../../shared/wire/claim-order.ts'
import { refuse } from '../middleware/problem-details.ts'
import type { Services } from '../services.ts'
import type { Issuer } from '../storage/issuers.ts'

/** Throws `key.elsewhere`, or `claim.refused` in a format that no wallet is handed. */
export function requireClaimable(
  { addresses }: Pick<Services, 'addresses'>,
  { did }: Issuer,
  format: string,
): void {
  if (!addresses.isOurs(did)) throw refuse('key.elsewhere')
  if (!isClaimFormat(format)) {
    throw refuse('claim.refused', { detail: `What is claimed is ${CLAIM_FORMATS.join(' or ')}.` })
  }
}
