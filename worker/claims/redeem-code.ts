// The token endpoint's question: is this the code of a link, and the transaction code that belongs to it?

import { CLAIM_TOKEN_SECONDS, CLAIM_TRIES_MAX_COUNT } from '../../shared/limits.ts'
import { ok, type Result } from '../../shared/result.ts'
import { createSecret, hashSecret } from '../auth/secret.ts'
import type { Services } from '../services.ts'
import type { Claim, ClaimState } from '../storage/claims.ts'
import { type ClaimProblem, claimProblem } from './claim-problem.ts'
import { openClaim } from './draft-claim.ts'

/** Whoever has the code may know what became of it: it is 256 bits that nobody guesses. */
export const GONE: Readonly<Record<Exclude<ClaimState, 'offered'>, string>> = {
  redeemed: 'This link is being used, or was. Ask the issuer for a new one if that was not you.',
  claimed: 'This link was used. Ask the issuer for a new one if that was not you.',
  locked:
    'This link is locked: its transaction code was wrong too often. Ask the issuer for a new one.',
  expired: 'This link has expired. Ask the issuer for a new one.',
}
export const UNKNOWN_CODE = 'This link is not known here. Ask the issuer for a new one.'

interface Redemption {
  readonly code: string
  readonly transactionCode: string | undefined
}

/**
 * An access token, once for each code. Wrong transaction codes are counted, before they are compared; the last one locks the link.
 *
 * Errors: `invalid_grant`, `invalid_request` where a transaction code is missing or was never asked for.
 * @see OpenID4VCI 1.0 §6.1, §6.3
 */
export async function redeemCode(
  services: Services,
  issuerSlug: string,
  { code, transactionCode }: Redemption,
): Promise<Result<{ readonly accessToken: string }, ClaimProblem>> {
  const { claims, platform } = services
  const claim = await claims.findByCode(await hashSecret(code))
  if (claim?.issuerSlug !== issuerSlug) return claimProblem('invalid_grant', UNKNOWN_CODE)
  if (claim.state !== 'offered') return claimProblem('invalid_grant', GONE[claim.state])
  if (claim.asksForCode !== (transactionCode !== undefined)) {
    return claimProblem(
      'invalid_request',
      claim.asksForCode ? 'A transaction code is needed.' : 'No transaction code was asked for.',
    )
  }
  if (transactionCode !== undefined) {
    const refused = await tryCode(services, claim, transactionCode)
    if (refused) return claimProblem('invalid_grant', refused)
  }
  const accessToken = createSecret()
  const untilSeconds = platform.now() + CLAIM_TOKEN_SECONDS
  return (await claims.redeem(claim.id, await hashSecret(accessToken), untilSeconds))
    ? ok({ accessToken })
    : claimProblem('invalid_grant', GONE.redeemed)
}

/** Why a transaction code is refused, undefined where it is the right one. */
async function tryCode(
  services: Services,
  { id, issuerSlug, credentialId, sealedOrder }: Claim,
  transactionCode: string,
): Promise<string | undefined> {
  const { audit, claims } = services
  const tries = await claims.countTry(id)
  if (tries === undefined || sealedOrder === null) return GONE.locked
  const { transactionCode: expected } = await openClaim(services, id, sealedOrder)
  if (expected !== undefined && (await isSame(expected, transactionCode))) return undefined
  const left = CLAIM_TRIES_MAX_COUNT - tries
  if (left > 0) return `The transaction code is wrong. Tries that are left: ${left}.`
  const act = {
    actor: { kind: 'holder' },
    action: 'claim.locked',
    target: `urn:uuid:${credentialId}`,
  } as const
  await audit.append(issuerSlug, act, [claims.lock(id)])
  return GONE.locked
}

/** Compares digests: how long that takes says nothing about the code. */
const isSame = async (a: string, b: string): Promise<boolean> =>
  (await hashSecret(a)) === (await hashSecret(b))
