// Why a share shows nothing any more. Pure.
import type { Share } from '../storage/shares.ts'

const ENDS = [
  ['share.revoked', ({ revokedAt }) => revokedAt !== null],
  ['share.expired', ({ expiresAt }, nowSeconds) => expiresAt <= nowSeconds],
  ['share.used_up', ({ looks, maxLooks }) => looks >= maxLooks],
] as const satisfies readonly (readonly [string, (share: Share, nowSeconds: number) => boolean])[]

export type ShareEnd = (typeof ENDS)[number][0]

/** Undefined where the next look is still allowed. What its holder did is told before what time did. */
export const whyOver = (share: Share, nowSeconds: number): ShareEnd | undefined =>
  ENDS.find(([, holds]) => holds(share, nowSeconds))?.[0]
