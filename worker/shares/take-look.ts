// One look at a share: counted and written down, or refused with the reason that its holder would give. Uses storage and the sealer.
import { utf8Encode } from '../../shared/encoding/bytes.ts'
import { SHARE_PIN_TRIES_MAX_COUNT } from '../../shared/limits.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { Look } from '../../shared/wire/shares.ts'
import type { Refusal } from '../middleware/problem-details.ts'
import type { Services } from '../services.ts'
import type { Share } from '../storage/shares.ts'
import { hashProof } from './hash-proof.ts'

export interface Looked {
  readonly ciphertext: string
  /** RFC 3339 is for the route. */
  readonly expiresAt: number
}

interface Moment {
  readonly share: Share
  readonly look: Look
  readonly pinProofHash: string | null
  readonly nowSeconds: number
}

/** Context of the sealer: what was said about one share opens in no other. */
export const organisationContext = (shareId: string): string => `share-organisation:${shareId}`

/** In the order in which they are told: what is over says nothing about PINs. */
const REASONS: readonly (readonly [(moment: Moment) => boolean, Refusal['code']])[] = [
  [({ share }) => share.revokedAt !== null, 'share.revoked'],
  [({ share, nowSeconds }) => share.expiresAt <= nowSeconds, 'share.expired'],
  [({ share }) => share.looks >= share.maxLooks, 'share.used_up'],
  [({ share }) => share.wrongPins >= SHARE_PIN_TRIES_MAX_COUNT, 'share.locked'],
  [(moment) => missingAnswers(moment).length > 0, 'share.answers_missing'],
  [({ share, pinProofHash }) => share.pinProofHash !== pinProofHash, 'share.pin_wrong'],
]

/**
 * @param country - ISO 3166-1 alpha-2, as the edge reports it
 * @returns the ciphertext, or `share.unknown`, `share.revoked`, `share.expired`, `share.used_up`, `share.locked`, `share.answers_missing` (its
 *   `errors` name them) or `share.pin_wrong`, which counts
 */
export async function takeLook(
  { platform, sealer, shares }: Pick<Services, 'platform' | 'sealer' | 'shares'>,
  id: string,
  look: Look,
  country: string | undefined,
): Promise<Result<Looked, Refusal>> {
  const { organisation, pinProof, purpose } = look
  const pinProofHash = pinProof === undefined ? null : await hashProof(pinProof)
  const looked = await shares.look(id, pinProofHash, {
    purpose: purpose ?? null,
    sealedOrganisation:
      organisation === undefined
        ? null
        : await sealer.seal(utf8Encode(organisation), organisationContext(id)),
    country: country ?? null,
  })
  if (looked) return ok(looked)
  const share = await shares.find(id)
  if (!share) return err({ code: 'share.unknown' })
  const moment = { share, look, pinProofHash, nowSeconds: platform.now() }
  const [, code] = REASONS.find(([applies]) => applies(moment)) ?? []
  // It was changed between the two questions: what it is now is told next time.
  if (!code) return err({ code: 'share.used_up' })
  if (code === 'share.pin_wrong') await shares.countWrongPin(id)
  return err({ code, ...(code === 'share.answers_missing' && { errors: missingAnswers(moment) }) })
}

function missingAnswers({ share, look }: Moment) {
  const asked = [
    ['purpose', share.asksPurpose, 'Say what you look at this for.'],
    ['organisation', share.asksOrganisation, 'Say which organisation you look at this for.'],
    ['pinProof', share.pinProofHash !== null, 'A PIN is needed: ask whoever sent the link.'],
  ] as const
  return asked
    .filter(([field, isAsked]) => isAsked && look[field] === undefined)
    .map(([field, , message]) => ({ field, message }))
}
