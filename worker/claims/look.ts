// What whoever holds a link is shown before anything is handed over; and its offer, for a wallet to fetch once.
import { CREDENTIAL_TYPES, type IssuedKind } from '../../shared/credential-types/index.ts'
import { utf8Decode, utf8Encode } from '../../shared/encoding/bytes.ts'
import { formatDateTime } from '../../shared/encoding/time.ts'
import { CLAIM_REFERENCE_SECONDS } from '../../shared/limits.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { isClaimFormat } from '../../shared/wire/claim-order.ts'
import { createSecret, hashSecret } from '../auth/secret.ts'
import type { Refusal } from '../middleware/problem-details.ts'
import type { Services } from '../services.ts'
import {
  type CredentialOffer,
  credentialIssuerOf,
  credentialOffer,
  offerLink,
  referenceLink,
} from './addresses.ts'
import { configurationIdOf } from './configurations.ts'
import { GONE, UNKNOWN_CODE } from './redeem-code.ts'

export interface ClaimLook {
  readonly issuer: { readonly name: string; readonly slug: string }
  readonly credential: { readonly kind: string; readonly title: string }
  readonly configurationId: string
  readonly asksForCode: boolean
  /** RFC 3339. */
  readonly expiresAt: string
  readonly offer: CredentialOffer
  /** `openid-credential-offer://…` with the offer in it. */
  readonly credentialOffer: string
}

/** Whose credential waits behind a code. No claim of it: those are for whoever has the transaction code, too. Refusals: `claim.unknown`, `claim.gone`. */
export async function lookAtClaim(
  { claims, credentials, issuers, settings }: Services,
  code: string,
): Promise<Result<ClaimLook, Refusal>> {
  const claim = await claims.findByCode(await hashSecret(code))
  if (!claim) return err({ code: 'claim.unknown', detail: UNKNOWN_CODE })
  if (claim.state !== 'offered') return err({ code: 'claim.gone', detail: GONE[claim.state] })
  const { issuerSlug, credentialId, asksForCode, expiresAt } = claim
  const issuer = await issuers.find(issuerSlug)
  const credential = await credentials.find(issuerSlug, credentialId)
  if (!issuer || !credential || !isClaimFormat(credential.format)) {
    throw new Error('A claim has no issuer or credential')
  }
  const { kind, format } = credential
  const configurationId = configurationIdOf(kind, format)
  const offer = credentialOffer(settings.origin, { issuerSlug, configurationId, code, asksForCode })
  return ok({
    issuer: { name: issuer.name, slug: issuerSlug },
    credential: { kind, title: CREDENTIAL_TYPES[kind as IssuedKind].title },
    configurationId,
    asksForCode,
    expiresAt: formatDateTime(expiresAt),
    offer,
    credentialOffer: offerLink(offer),
  })
}

const referenceContext = (hash: string): string => `claim-reference:${hash}`

/**
 * The offer by reference: the address holds no code, answers once, and only for some minutes, so that what a log keeps of it opens
 * nothing. Refusals: `claim.unknown`, `claim.gone`.
 */
export async function referToClaim(
  services: Services,
  code: string,
): Promise<Result<{ readonly credentialOffer: string }, Refusal>> {
  const { claimReferences, platform, sealer, settings } = services
  const look = await lookAtClaim(services, code)
  if (!look.ok) return look
  const { issuer, offer } = look.value
  const reference = createSecret()
  const hash = await hashSecret(reference)
  const sealed = await sealer.seal(utf8Encode(JSON.stringify(offer)), referenceContext(hash))
  await claimReferences.insert(hash, sealed, platform.now() + CLAIM_REFERENCE_SECONDS)
  const url = `${credentialIssuerOf(settings.origin, issuer.slug)}/claims/offers/${reference}`
  return ok({ credentialOffer: referenceLink(url) })
}

/** The offer behind a reference, once; undefined where it was fetched before or is out of time. */
export async function takeOffer(
  { claimReferences, sealer }: Services,
  reference: string,
): Promise<CredentialOffer | undefined> {
  const hash = await hashSecret(reference)
  const sealed = await claimReferences.take(hash)
  if (sealed === undefined) return undefined
  const bytes = await sealer.unseal(sealed, referenceContext(hash))
  return JSON.parse(utf8Decode(bytes) ?? '') as CredentialOffer
}
