// From a link to verdicts: look, decrypt, verify. Everything secret stays in this browser.
import type { VerifierDeps } from '../../../shared/index.ts'
import { openShare, type ShareFault } from '../../../shared/share/seal-share.ts'
import type { ShareContent } from '../../../shared/share/share-content.ts'
import { deriveShareKeys } from '../../../shared/share/share-keys.ts'
import { type ShareLink, shareAddress } from '../../../shared/share/share-link.ts'
import { type SharedItem, verifyShared } from '../../../shared/share/verify-shared.ts'
import { type Question, type Terms, takeLook } from './take-look.ts'

/** What a person answered to the holder's questions. */
export type Answers = Partial<Record<'purpose' | 'organisation' | 'pin', string>>

/** A credential, or undefined where a fault of ours kept it from being checked. */
export type CheckedItem = SharedItem | undefined

export type Opened =
  | { readonly kind: 'asked'; readonly questions: readonly Question[] }
  | { readonly kind: 'failed'; readonly code: string }
  | {
      readonly kind: 'shown'
      readonly content: Omit<ShareContent, 'presentations'>
      readonly items: readonly CheckedItem[]
      readonly terms: Terms
    }

export async function openLook(
  link: ShareLink,
  answers: Answers,
  verifier: Promise<VerifierDeps>,
): Promise<Opened> {
  const { pin, ...stated } = answers
  const keys = await deriveShareKeys({ ...link, pin })
  const pinProof = keys.pinProof === undefined ? {} : { pinProof: keys.pinProof }
  const look = await takeLook(link.id, { ...stated, ...pinProof } as Parameters<typeof takeLook>[1])
  if (look.kind === 'asked') return look
  if (look.kind === 'refused') return { kind: 'failed', code: look.code }
  const address = shareAddress(link.origin, link.id)
  const opened = await openShare(look.ciphertext, keys, address)
  if (!opened.ok) return { kind: 'failed', code: opened.error satisfies ShareFault }
  const { presentations, ...content } = opened.value
  const items = await Promise.all(
    presentations.map(async (presentation): Promise<CheckedItem> => {
      try {
        return await verifyShared(presentation, { id: link.id, address }, await verifier)
      } catch {
        return undefined
      }
    }),
  )
  const { expiresAt, recheckAfterSeconds } = look
  return { kind: 'shown', content, items, terms: { expiresAt, recheckAfterSeconds } }
}
