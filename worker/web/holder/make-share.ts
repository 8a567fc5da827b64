// A share, from what a holder chose to its link: presented, bound, encrypted here, stored at the Worker. Uses fetch and WebCrypto.
import { encodeBase64Url } from '../../../shared/encoding/base64url.ts'
import { bindPresentation } from '../../../shared/share/bind-presentation.ts'
import { listFields, showFields } from '../../../shared/share/choose-fields.ts'
import { sealShare } from '../../../shared/share/seal-share.ts'
import { deriveShareKeys, hashPinProof } from '../../../shared/share/share-keys.ts'
import {
  formatShareLink,
  SHARE_ID_BYTES,
  SHARE_KEY_BYTES,
  shareAddress,
} from '../../../shared/share/share-link.ts'
import type { SharePurpose } from '../../../shared/share/share-purposes.ts'
import { askAsHolder } from './ask.ts'
import { fieldKey } from './field-names.ts'
import { freshCopy } from './fresh-copy.ts'
import { signerOf } from './holder-keys.ts'
import { type HeldCopy, type HeldCredential, type HeldShare, put } from './vault.ts'

export interface ShareChoice {
  readonly credentials: readonly {
    readonly held: HeldCredential
    /** Fields that are shown of it. @see fieldKey */
    readonly shown: ReadonlySet<string>
    readonly title: string
  }[]
  readonly purpose: SharePurpose
  readonly recipient: string
  readonly days: number
  readonly pin?: string | undefined
  readonly maxLooks?: number | undefined
  readonly asks: { readonly purpose: boolean; readonly organisation: boolean }
}

const DAY_MS = 86_400_000
const CONTROL_BYTES = 32
const draw = (count: number) => crypto.getRandomValues(new Uint8Array(count))

/** Throws `Refused` where the Worker refuses, and where it cannot be reached; then nothing is kept. */
export async function makeShare(choice: ShareChoice): Promise<HeldShare> {
  const id = encodeBase64Url(draw(SHARE_ID_BYTES))
  const key = draw(SHARE_KEY_BYTES)
  const control = encodeBase64Url(draw(CONTROL_BYTES))
  const { origin } = location
  const address = shareAddress(origin, id)
  const { credentials, days, purpose, recipient } = choice
  const now = new Date()
  const createdAt = now.toISOString()
  const keys = await deriveShareKeys({ key, id, pin: choice.pin })
  const taken = credentials.map(({ held, ...rest }) => ({ ...rest, held, copy: freshCopy(held) }))
  const presentations = await Promise.all(
    taken.map(({ copy, shown }) => present(copy, shown, { id, address })),
  )
  const content = { version: 1, purpose, recipient, createdAt, presentations } as const
  const sealed = await sealShare(content, keys, address, draw)
  if (!sealed.ok) throw new Error('This is more than a link can hold: share less at once.')
  await askAsHolder('POST', '/v1/shares', control, {
    id,
    ciphertext: sealed.value,
    expiresAt: new Date(now.getTime() + days * DAY_MS).toISOString(),
    asks: choice.asks,
    ...(choice.maxLooks !== undefined && { maxLooks: choice.maxLooks }),
    ...(keys.pinProof !== undefined && { pinProofHash: await hashPinProof(keys.pinProof) }),
  })
  const link = formatShareLink({ origin, id, key })
  const shown = credentials.map(({ title }) => title)
  const share = { id, link, control, recipient, purpose, createdAt, shown }
  await put('shares', share)
  await Promise.all(taken.map(({ held, copy }) => markShown(held, copy, id)))
  return share
}

/** What came in one copy only can be told again by everybody who has seen it: there is nothing to remember. */
async function markShown(held: HeldCredential, copy: HeldCopy, shownIn: string): Promise<void> {
  if (held.copies.length === 1) return
  const [first, ...rest] = held.copies
  const mark = (each: HeldCopy): HeldCopy => (each === copy ? { ...each, shownIn } : each)
  await put('credentials', { ...held, copies: [mark(first), ...rest.map(mark)] })
}

/** Bound to the share where this browser has the holder's key; as it is where the credential names none. */
async function present(
  { text }: HeldCopy,
  shown: ReadonlySet<string>,
  share: { readonly id: string; readonly address: string },
): Promise<string> {
  if (!text.includes('~')) return text
  const chosen = listFields(text).filter((field) => shown.has(fieldKey(field)))
  const presented = showFields(text, new Set(chosen.map(({ disclosure }) => disclosure)))
  const signer = await signerOf(text)
  if (!signer) return presented
  const issuedAtSeconds = Math.floor(Date.now() / 1_000)
  const claims = { nonce: share.id, audience: share.address, issuedAtSeconds }
  return bindPresentation(presented, claims, signer)
}
