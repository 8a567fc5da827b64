// An order → a link for its holder, and the row that is kept of it. Uses WebCrypto.
import { utf8Decode, utf8Encode } from '../../shared/encoding/bytes.ts'
import { formatDateTime } from '../../shared/encoding/time.ts'
import { CLAIM_CODE_CHARS, CLAIM_TTL_SECONDS } from '../../shared/limits.ts'
import { isClaimFormat } from '../../shared/wire/claim-order.ts'
import type { IssueCredential } from '../../shared/wire/issue-credential.ts'
import { createSecret, hashSecret } from '../auth/secret.ts'
import type { Services } from '../services.ts'
import type { NewClaim } from '../storage/claims.ts'
import { claimPageUrl, credentialOffer, offerLink } from './addresses.ts'
import { configurationIdOf } from './configurations.ts'

/** No zero stands first: spreadsheets drop it. */
const LOWEST_CODE = 10 ** (CLAIM_CODE_CHARS - 1)

/** What the issuer is told, once: nobody can read it here again. */
export interface OfferedAnswer {
  /** `urn:uuid:…` of the credential; its copies have ids of their own. */
  readonly id: string
  /** For a person to open. */
  readonly claimUrl: string
  /** The same for software: `openid-credential-offer://…`. */
  readonly credentialOffer: string
  /** To be sent by another way than the link. */
  readonly transactionCode?: string
  /** RFC 3339. */
  readonly expiresAt: string
}

export const isOffered = (answer: object): answer is OfferedAnswer => 'claimUrl' in answer

/** What a claim keeps, sealed, until it is used. */
export interface SealedClaim {
  readonly order: IssueCredential
  readonly transactionCode?: string
}

const sealedContext = (claimId: string): string => `claim:${claimId}`

/**
 * A link for the holder of one credential. The order must ask for a claim, in a format that can be claimed: its schema has seen to
 * that.
 *
 * @param credentialId - UUID, without `urn:uuid:`
 */
export async function draftClaim(
  { platform, sealer, settings }: Pick<Services, 'platform' | 'sealer' | 'settings'>,
  issuerSlug: string,
  credentialId: string,
  order: IssueCredential,
): Promise<{ readonly answer: OfferedAnswer; readonly row: NewClaim }> {
  const { claim, kind, format } = order
  if (!claim || !isClaimFormat(format)) throw new Error('An order asks for no claim')
  const id = platform.uuid()
  const code = createSecret()
  const transactionCode = claim.transactionCode
    ? String(LOWEST_CODE + platform.randomIndex(9 * LOWEST_CODE))
    : undefined
  const kept: SealedClaim = { order, ...(transactionCode !== undefined && { transactionCode }) }
  const expiresAt = platform.now() + CLAIM_TTL_SECONDS
  const offer = credentialOffer(settings.origin, {
    issuerSlug,
    configurationId: configurationIdOf(kind, format),
    code,
    asksForCode: claim.transactionCode,
  })
  return {
    answer: {
      id: `urn:uuid:${credentialId}`,
      claimUrl: claimPageUrl(settings.origin, code),
      credentialOffer: offerLink(offer),
      ...(transactionCode !== undefined && { transactionCode }),
      expiresAt: formatDateTime(expiresAt),
    },
    row: {
      id,
      credentialId,
      issuerSlug,
      codeHash: await hashSecret(code),
      asksForCode: claim.transactionCode,
      replaces: claim.replaces !== undefined,
      sealedOrder: await sealer.seal(utf8Encode(JSON.stringify(kept)), sealedContext(id)),
      expiresAt,
    },
  }
}

/** What a claim keeps; throws where it was altered, or sealed elsewhere. */
export async function openClaim(
  { sealer }: Pick<Services, 'sealer'>,
  claimId: string,
  sealedOrder: string,
): Promise<SealedClaim> {
  const bytes = await sealer.unseal(sealedOrder, sealedContext(claimId))
  return JSON.parse(utf8Decode(bytes) ?? '') as SealedClaim
}
