// The credential endpoint's work: copies of one credential, each bound to a key of its holder, signed and recorded at once.
import { CREDENTIAL_TYPES } from '../../shared/credential-types/index.ts'
import type { StatusPlace } from '../../shared/issue/credential-frame.ts'
import { issueCredential, type SecuredCredential } from '../../shared/issue/issue-credential.ts'
import type { CredentialSigner } from '../../shared/issue/signer.ts'
import { canonicalJwk } from '../../shared/keys/jwk.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { IssueCredential } from '../../shared/wire/issue-credential.ts'
import { createSecret, hashSecret } from '../auth/secret.ts'
import { drawPlacesForMany } from '../batches/draw-places.ts'
import { findBaseStatus } from '../issuing/base-credential.ts'
import { refuseClosed } from '../proposals/kept-records.ts'
import type { Services } from '../services.ts'
import type { Claim } from '../storage/claims.ts'
import type { Issuer } from '../storage/issuers.ts'
import { succeedsUnlessRefused } from '../storage/refused.ts'
import { isTaken } from '../storage/unique.ts'
import { credentialIssuerOf } from './addresses.ts'
import { checkProofs, type HolderKey } from './check-proofs.ts'
import { type ClaimProblem, claimProblem } from './claim-problem.ts'
import { openClaim } from './draft-claim.ts'
import { nonceExpiry } from './nonce.ts'

/** How often copies whose places somebody else was given first are signed again. */
const ATTEMPTS = 5

export interface CollectedCopies {
  readonly copies: readonly SecuredCredential[]
  /** By which the wallet tells what became of them. */
  readonly notificationId: string
}

const denied = (why: string) => claimProblem('credential_request_denied', why)
const OVER = claimProblem('invalid_token', 'The copies of this link were handed over already.')

/**
 * One copy for each proof. All of it is written, or nothing: the link is used up, the nonce and the keys are never taken again.
 *
 * Errors: `invalid_proof`, `invalid_nonce`, `credential_request_denied` where the credential was revoked meanwhile, `invalid_token`
 * where the link was used meanwhile.
 * @see OpenID4VCI 1.0 §8.2, §8.3
 */
export async function collectCopies(
  services: Services,
  issuer: Issuer,
  claim: Claim,
  proofs: readonly string[],
): Promise<Result<CollectedCopies, ClaimProblem>> {
  const { copies, credentials, platform, settings } = services
  if (await refuseClosed(services, issuer)) return denied('The issuer has closed.')
  const proven = await checkProofs(platform.engine, proofs, {
    audience: credentialIssuerOf(settings.origin, issuer.slug),
    nowSeconds: platform.now(),
  })
  if (!proven.ok) return proven
  const { keys, nonce } = proven.value
  const nonceExpiresAt = await nonceExpiry(services, issuer.slug, nonce)
  const nonceHash = await hashSecret(nonce)
  if (nonceExpiresAt === undefined || (await copies.isNonceUsed(nonceHash))) {
    return claimProblem(
      'invalid_nonce',
      'The nonce was used, has expired or is not ours: ask for another.',
    )
  }
  const keyHashes = await Promise.all(keys.map(({ jwk }) => hashSecret(canonicalJwk(jwk))))
  if (await copies.areKeysUsed(keyHashes)) {
    return claimProblem('invalid_proof', 'A key was used before: every copy needs a new one.')
  }
  const credential = await credentials.find(issuer.slug, claim.credentialId)
  if (!credential || credential.state === 'revoked') {
    return denied('The issuer has revoked this credential. Ask the issuer why.')
  }
  if (claim.sealedOrder === null) return OVER
  const { order } = await openClaim(services, claim.id, claim.sealedOrder)
  const ofLink = { issuer, claim, order, keys }
  const used = { nonceHash, nonceExpiresAt, keyHashes }
  return signAndRecord(services, ofLink, used)
}

interface OfLink {
  readonly issuer: Issuer
  readonly claim: Claim
  readonly order: IssueCredential
  readonly keys: readonly HolderKey[]
}

interface Used {
  readonly nonceHash: string
  readonly nonceExpiresAt: number
  readonly keyHashes: readonly string[]
}

async function signAndRecord(
  services: Services,
  { issuer, claim, order, keys }: OfLink,
  used: Used,
): Promise<Result<CollectedCopies, ClaimProblem>> {
  const { audit, claims, copies, custody } = services
  const { slug } = issuer
  const { kind, format } = order
  const type = CREDENTIAL_TYPES[kind]
  const base = await findBaseStatus(services, slug, order, type)
  if (!base.ok) return denied('The licence that this extends is not in force.')
  const signer = await custody.signer(issuer.did)
  const notificationId = createSecret()
  const { credentialId, replaces } = claim
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const places = await drawPlacesForMany(services, slug, type.purposes, keys.length)
    const signed = await Promise.all(
      keys.map((key, at) =>
        signCopy(services, issuer, signer, bindTo(order, key), places[at] ?? [], base.value),
      ),
    )
    const record = { credentialId, signingKid: signer.kid, places, replaces, ...used }
    const written = audit.append(
      slug,
      {
        actor: { kind: 'holder' },
        action: 'claim.collected',
        target: `urn:uuid:${credentialId}`,
        detail: { kind, format, copies: keys.length },
      },
      [claims.close(claim.id, await hashSecret(notificationId)), ...copies.inserts(record)],
    )
    const answer = await outcomeOf(written)
    if (answer === 'written') return ok({ copies: signed, notificationId })
    if (answer === 'over') return OVER
    if (await copies.isNonceUsed(used.nonceHash)) {
      return claimProblem('invalid_nonce', 'The nonce was used meanwhile: ask for another.')
    }
    if (await copies.areKeysUsed(used.keyHashes)) {
      return claimProblem('invalid_proof', 'A key was used meanwhile: every copy needs a new one.')
    }
  }
  throw new Error('No free status indices could be drawn')
}

async function outcomeOf(write: Promise<unknown>): Promise<'written' | 'over' | 'taken'> {
  try {
    return (await succeedsUnlessRefused(write)) ? 'written' : 'over'
  } catch (error) {
    if (isTaken(error)) return 'taken'
    throw error
  }
}

/** What a copy is bound by, in its format: a key, or a subject whose DID is one. */
function bindTo({ claim: _, ...order }: IssueCredential, { jwk, did }: HolderKey): IssueCredential {
  const bound =
    order.format === 'dc+sd-jwt'
      ? { ...order, holderKey: { ...jwk } }
      : { ...order, subject: { ...order.subject, id: did } }
  return bound as IssueCredential
}

/** Its id, salts and places are those of no other copy. */
function signCopy(
  { platform, settings }: Services,
  issuer: Issuer,
  signer: CredentialSigner,
  order: IssueCredential,
  status: readonly StatusPlace[],
  baseStatus: readonly StatusPlace[] | undefined,
): Promise<SecuredCredential> {
  const frame = {
    id: `urn:uuid:${platform.uuid()}`,
    origin: settings.origin,
    issuer,
    status,
    ...(baseStatus && { baseStatus }),
  }
  return issueCredential(order, frame, signer, {
    achievementId: `urn:uuid:${platform.uuid()}`,
    createdSeconds: platform.now(),
    drawSalt: platform.salt,
  })
}
