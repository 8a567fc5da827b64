// Where the status of a new credential will be published: a random free index per purpose.
import type { StatusPlace } from '../../shared/issue/credential-frame.ts'
import { STATUS_LIST_MIN_BITS } from '../../shared/limits.ts'
import type { PublishedPurpose } from '../../shared/status/state-table.ts'
import type { Services } from '../services.ts'

/** A fuller list would need many draws for a free index: a new one is opened instead. */
export const LIST_FULL_AT = Math.floor(STATUS_LIST_MIN_BITS * 0.75)
/** At three quarters full, 24 draws all fail once in a thousand times; then the caller draws again. */
const CANDIDATES = 24

/** Places that were free just now. Writing them can still fail where another request was faster: draw again then. */
export const drawStatusPlaces = (
  services: Services,
  issuerSlug: string,
  purposes: readonly PublishedPurpose[],
): Promise<readonly StatusPlace[]> =>
  Promise.all(purposes.map((purpose) => drawPlace(services, issuerSlug, purpose)))

async function drawPlace(
  services: Services,
  issuerSlug: string,
  purpose: PublishedPurpose,
): Promise<StatusPlace> {
  const { statusLists, platform } = services
  const listUrl = await openList(services, issuerSlug, purpose)
  for (;;) {
    const candidates = Array.from({ length: CANDIDATES }, () =>
      platform.randomIndex(STATUS_LIST_MIN_BITS),
    )
    const used = await statusLists.usedAmong(listUrl, candidates)
    const index = candidates.find((candidate) => !used.includes(candidate))
    if (index !== undefined) return { purpose, listUrl, index }
  }
}

async function openList(
  { statusLists, addresses }: Services,
  issuerSlug: string,
  purpose: PublishedPurpose,
): Promise<string> {
  const newest = await statusLists.newest(issuerSlug, purpose)
  if (newest && newest.used < LIST_FULL_AT) return newest.url
  const number = (newest?.number ?? 0) + 1
  const url = addresses.statusListUrl(issuerSlug, purpose, number)
  await statusLists.open({ url, issuerSlug, purpose, number })
  return url
}
