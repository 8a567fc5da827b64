// An issuer that keeps its keys to itself: its orders become requests that its key has to sign.
import type { CredentialType } from '../../shared/credential-types/credential-type.ts'
import { CREDENTIAL_TYPES } from '../../shared/credential-types/index.ts'
import { formatDateTime } from '../../shared/encoding/time.ts'
import { issueCredential } from '../../shared/issue/issue-credential.ts'
import { signVcJwt } from '../../shared/issue/vc-jwt.ts'
import { SIGNING_REQUEST_LIFETIME_SECONDS } from '../../shared/limits.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { IssueCredential } from '../../shared/wire/issue-credential.ts'
import { findBaseStatus } from '../issuing/base-credential.ts'
import { buildDelegation, findLastingDelegation } from '../issuing/status-delegation.ts'
import { drawStatusPlaces } from '../issuing/status-places.ts'
import type { Refusal } from '../middleware/problem-details.ts'
import type { Services } from '../services.ts'
import type { Issuer } from '../storage/issuers.ts'
import { succeedsUnlessTaken } from '../storage/unique.ts'
import { activeKid } from './active-kid.ts'
import { createAbsentSigner, sealDraft, signingInputOf } from './signing-drafts.ts'

/** The issuer's word that the status service may sign its lists is signed by the issuer as well. */
export const DELEGATION_KIND = 'status_delegation'

/** An answer to an order: nothing is issued before the request is signed. */
export interface Requested {
  readonly signingRequest: { readonly id: string; readonly expiresAt: string }
}

export const isRequested = (answer: object): answer is Requested => 'signingRequest' in answer

/** What holds credentials that are signed first cannot be written down before they are. */
export const hasSignedParts = (type: CredentialType): boolean => type.inside !== undefined
export const SIGNED_PARTS = {
  code: 'key.elsewhere',
  detail: 'It holds parts that are signed by themselves first.',
} as const

/**
 * Writes a request for the signature of the issuer's newest active key; before the first one, also that for the word to the status
 * service.
 *
 * Refusals: `key.none`, `signing.format`, `base_credential.refused`, `key.elsewhere` where a claim is asked for, or a kind
 * that holds signed parts.
 * @param alongside - statements for the same transaction
 * @returns undefined where a unique key of theirs was taken: somebody was faster
 */
export async function requestSignature(
  services: Services,
  issuer: Issuer,
  order: IssueCredential,
  alongside: (answer: Requested) => Promise<readonly D1PreparedStatement[]>,
): Promise<Result<Requested, Refusal> | undefined> {
  const { platform, settings, signingRequests } = services
  // Copies are signed when their holder brings keys: nobody of the issuer is there then.
  if (order.claim) return err({ code: 'key.elsewhere' })
  const key = await activeKid(services, issuer)
  if (!key.ok) return key
  const kid = key.value
  // What is signed elsewhere must be readable there: other formats sign hashes.
  if (order.format !== 'vc+jwt') return err({ code: 'signing.format' })

  const type = CREDENTIAL_TYPES[order.kind]
  if (hasSignedParts(type)) return err(SIGNED_PARTS)
  const base = await findBaseStatus(services, issuer.slug, order, type)
  if (!base.ok) return base

  const id = platform.uuid()
  const places = await drawStatusPlaces(services, issuer.slug, type.purposes)
  const unsigned = await issueCredential(
    order,
    {
      id: `urn:uuid:${id}`,
      origin: settings.origin,
      issuer,
      status: places,
      ...(base.value && { baseStatus: base.value }),
    },
    createAbsentSigner(issuer.did, kid),
    {
      achievementId: `urn:uuid:${platform.uuid()}`,
      createdSeconds: platform.now(),
      drawSalt: platform.salt,
    },
  )
  const draft = { signingInput: signingInputOf(String(unsigned)), places }
  const expiresAt = formatDateTime(platform.now() + SIGNING_REQUEST_LIFETIME_SECONDS)
  const answer = { signingRequest: { id, expiresAt } }
  const written = services.transact([
    signingRequests.removeExpired(),
    ...(await requestDelegation(services, issuer, kid)),
    signingRequests.insert({
      id,
      issuerSlug: issuer.slug,
      kind: order.kind,
      kid,
      sealedDraft: await sealDraft(services, id, draft),
    }),
    ...(await alongside(answer)),
  ])
  return (await succeedsUnlessTaken(written)) ? ok(answer) : undefined
}

/** Statements that ask for the word to the status service: none while one lasts or is being asked for by this key. */
export async function requestDelegation(
  services: Services,
  issuer: Issuer,
  kid: string,
): Promise<readonly D1PreparedStatement[]> {
  const { platform, signingRequests } = services
  if (await findLastingDelegation(services, issuer)) return []
  const open = await signingRequests.findOfKind(issuer.slug, DELEGATION_KIND)
  if (open?.kid === kid) return []
  const { credential, validUntilSeconds } = buildDelegation(services, issuer)
  const unsigned = await signVcJwt(credential, createAbsentSigner(issuer.did, kid))
  const id = platform.uuid()
  const draft = { signingInput: signingInputOf(unsigned), places: [], validUntilSeconds }
  return [
    ...(open ? [signingRequests.remove(open.id)] : []),
    signingRequests.insert({
      id,
      issuerSlug: issuer.slug,
      kind: DELEGATION_KIND,
      kid,
      sealedDraft: await sealDraft(services, id, draft),
    }),
  ]
}
