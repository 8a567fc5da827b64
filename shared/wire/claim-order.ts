// The member `claim` of an order: its holder fetches copies by a link, instead of the issuer a credential now. Uses zod.
import { z } from 'zod'
import { parseDateTime } from '../encoding/time.ts'

/** What a holder's wallet can be handed, and bind to its keys. */
export const CLAIM_FORMATS = ['dc+sd-jwt', 'vc+jwt'] as const
export type ClaimFormat = (typeof CLAIM_FORMATS)[number]

export const isClaimFormat = (format: string): format is ClaimFormat =>
  CLAIM_FORMATS.some((known) => known === format)

export const claimSchema = z.strictObject({
  /** Whether the wallet must be told a code that reaches the holder by another way than the link. */
  transactionCode: z.boolean().default(true),
  /** `urn:uuid:…` of a credential that was claimed before: the copies of it end when this link is used. */
  replaces: z
    .string()
    .regex(/^urn:uuid:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, {
      message: 'Expected the id of a credential of this issuer, urn:uuid:…',
    })
    .optional(),
})

interface ClaimedOrder {
  readonly format: string
  readonly subject: { readonly id?: string | undefined }
  readonly validFrom: string
  readonly validUntil?: string | undefined
  readonly holderKey?: unknown
  readonly claim?: unknown
}

interface Fault {
  readonly path: string[]
  readonly message: string
}

const DAY_SECONDS = 86_400

/** Midnight, or the last second before it. */
function isAtTurnOfDay(dateTime: string | undefined): boolean {
  const seconds = dateTime === undefined ? 0 : (parseDateTime(dateTime) ?? 0)
  const inDay = seconds % DAY_SECONDS
  return inDay === 0 || inDay === DAY_SECONDS - 1
}

/** Why an order cannot be claimed, or undefined where it can be or does not ask for it. */
export function faultOfClaim(order: ClaimedOrder): Fault | undefined {
  const { claim, format, subject, holderKey, validFrom, validUntil } = order
  if (claim === undefined) return undefined
  if (!isClaimFormat(format)) {
    return { path: ['format'], message: `What is claimed is ${CLAIM_FORMATS.join(' or ')}` }
  }
  if (subject.id !== undefined || holderKey !== undefined) {
    return {
      path: subject.id === undefined ? ['holderKey'] : ['subject', 'id'],
      message: 'The holder of a claim link brings keys of their own: leave this out',
    }
  }
  const odd = ['validFrom', 'validUntil'].find(
    (name) => !isAtTurnOfDay(name === 'validFrom' ? validFrom : validUntil),
  )
  return odd === undefined
    ? undefined
    : {
        path: [odd],
        message:
          'A moment within the day would tell the copies of one holder: expected T00:00:00Z or T23:59:59Z',
      }
}
