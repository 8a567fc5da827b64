// Has an issuer closed, and who of those that are hosted here acts for it now?
import { SUCCESSION_MAX_COUNT } from '../../shared/limits.ts'
import type { Services } from '../services.ts'
import type { Issuer } from '../storage/issuers.ts'

export interface Closed {
  /** Who keeps the records today, where that is somebody who is hosted here. */
  readonly keeper?: Issuer
}

/** Undefined while an issuer is open. Records that went on to another keeper are followed there, in circles to nobody. */
export async function findClosed(
  services: Pick<Services, 'issuers' | 'platform' | 'remarks'>,
  { did }: Issuer,
): Promise<Closed | undefined> {
  const { issuers, platform, remarks } = services
  const nowSeconds = platform.now()
  let holder = did
  for (let hands = 0; hands < SUCCESSION_MAX_COUNT; hands++) {
    const closing = await remarks.findClosing(holder)
    if (!closing || closing.closedSeconds > nowSeconds) {
      if (hands === 0) return undefined
      const keeper = (await issuers.list()).find((issuer) => issuer.did === holder)
      return keeper ? { keeper } : {}
    }
    if (closing.keeper === undefined) return {}
    holder = closing.keeper
  }
  return {}
}
