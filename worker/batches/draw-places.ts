// Status places for a whole chunk of new credentials: few questions to the database, however many credentials.
import type { StatusPlace } from '../../shared/issue/credential-frame.ts'
import { STATUS_LIST_MIN_BITS } from '../../shared/limits.ts'
import type { PublishedPurpose } from '../../shared/status/state-table.ts'
import { LIST_FULL_AT } from '../issuing/status-places.ts'
import type { Services } from '../services.ts'

/** Twice as many as are wanted, and some: a half-full list then rarely needs a second draw. */
const SPARE_COUNT = 24

/** For each credential, a place for each purpose, all different and free just now. */
export async function drawPlacesForMany(
  services: Services,
  issuerSlug: string,
  purposes: readonly PublishedPurpose[],
  count: number,
): Promise<readonly (readonly StatusPlace[])[]> {
  const byPurpose = await Promise.all(
    purposes.map((purpose) => drawMany(services, issuerSlug, purpose, count)),
  )
  return Array.from({ length: count }, (_, at) => byPurpose.flatMap((places) => places[at] ?? []))
}

async function drawMany(
  services: Services,
  issuerSlug: string,
  purpose: PublishedPurpose,
  count: number,
): Promise<readonly StatusPlace[]> {
  const { statusLists, addresses } = services
  const newest = await statusLists.newest(issuerSlug, purpose)
  const room = newest ? Math.max(0, LIST_FULL_AT - newest.used) : 0
  const here = newest ? await drawFrom(services, newest.url, Math.min(count, room)) : []
  const rest = count - here.length
  const next = async () => {
    const number = (newest?.number ?? 0) + 1
    const url = addresses.statusListUrl(issuerSlug, purpose, number)
    await statusLists.open({ url, issuerSlug, purpose, number })
    return drawFrom(services, url, rest)
  }
  return [...here, ...(rest > 0 ? await next() : [])].map((place) => ({ purpose, ...place }))
}

async function drawFrom(
  { statusLists, platform }: Services,
  listUrl: string,
  count: number,
): Promise<readonly Omit<StatusPlace, 'purpose'>[]> {
  const chosen = new Set<number>()
  while (chosen.size < count) {
    const draws = 2 * (count - chosen.size) + SPARE_COUNT
    const candidates = Array.from({ length: draws }, () =>
      platform.randomIndex(STATUS_LIST_MIN_BITS),
    )
    const taken = new Set(await statusLists.usedAmong(listUrl, candidates))
    for (const index of candidates) {
      if (chosen.size < count && !taken.has(index)) chosen.add(index)
    }
  }
  return [...chosen].map((index) => ({ listUrl, index }))
}
