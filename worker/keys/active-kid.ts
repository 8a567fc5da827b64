// Which key of an issuer signs what is signed elsewhere. Uses storage.
import { err, ok, type Result } from '../../shared/result.ts'
import type { Refusal } from '../middleware/problem-details.ts'
import type { Services } from '../services.ts'
import type { Issuer } from '../storage/issuers.ts'

/** The id of the newest active key, or `key.none`. */
export async function activeKid(
  { signingKeys }: Pick<Services, 'signingKeys'>,
  { did }: Issuer,
): Promise<Result<string, Refusal>> {
  const keys = await signingKeys.list(did)
  const kid = keys.find(({ state }) => state === 'active')?.kid
  return kid === undefined ? err({ code: 'key.none' }) : ok(kid)
}
