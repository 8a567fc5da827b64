// One look at a share: counted and written down, or refused with the reason that its holder would give. Uses storage and the sealer.
import { utf8Encode } from '../../shared/encoding/bytes.ts'
import { SHARE_PIN_TRIES_MAX_COUNT } from '../../shared/limits.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { hashPinProof } from '../../shared/share/share-keys.ts'
import type { Look } from '../../shared/wire/shares.ts'
import type { Refusal } from '../middleware/problem-details.ts'
import type { Services } from '../services.ts'
import type { Share } from '../storage/shares.ts'
import { whyOver } from './why-over.ts'

export interface Looked {
  readonly ciphertext: string
  /** Seconds since the Unix epoch. */
  readonly expiresAt: number
}

/** Context of the sealer: what was said about one share opens in no other. */
export const organisationContext = (shareId: string): string => `share-organisation:${shareId}`

/**
 * @param country - ISO 3166-1 alpha-2, as the edge reports it
 * @returns the ciphertext, or `share.unknown`, `share.revoked`, `share.expired`, `share.used_up`, `share.locked`, `share.answers_missing` (its
 *   `errors` name them), `share.pin_wrong`, which counts, or `share.conflict`
 */
export async function takeLook(
  { platform, sealer, shares }: Pick<Services, 'platform' | 'sealer' | 'shares'>,
  id: string,
  look: Look,
  country: string | undefined,
): Promise<Result<Looked, Refusal>> {
  const { organisation, pinProof, purpose } = look
  const pinProofHash = pinProof === undefined ? null : await hashPinProof(pinProof)
  const looked = await shares.look(id, pinProofHash, {
    purpose: purpose ?? null,
    sealedOrganisation:
      organisation === undefined
        ? null
        : await sealer.seal(utf8Encode(organisation), organisationContext(id)),
    country: country ?? null,
  })
  if (looked === 'pin_wrong') return err({ code: 'share.pin_wrong' })
  if (looked !== 'not_allowed') return ok(looked)
  const share = await shares.find(id)
  if (!share) return err({ code: 'share.unknown' })
  const end = whyOver(share, platform.now())
  if (end) return err({ code: end })
  if (share.wrongPins >= SHARE_PIN_TRIES_MAX_COUNT) return err({ code: 'share.locked' })
  const errors = missingAnswers(share, look)
  if (errors.length > 0) return err({ code: 'share.answers_missing', errors })
  // Its holder changed it between the two questions: the next look is taken by the new rules.
  return err({ code: 'share.conflict' })
}

function missingAnswers(share: Share, look: Look) {
  const asked = [
    ['purpose', share.asksPurpose, 'Say what you look at this for.'],
    ['organisation', share.asksOrganisation, 'Say which organisation you look at this for.'],
    ['pinProof', share.pinProofHash !== null, 'A PIN is needed: ask whoever sent the link.'],
  ] as const
  return asked
    .filter(([field, isAsked]) => isAsked && look[field] === undefined)
    .map(([field, , message]) => ({ field, message }))
}
