// Writes what was signed together with its status indices; draws and signs again where another request was faster.
import type { StatusPlace } from '../../shared/issue/credential-frame.ts'
import type { PublishedPurpose } from '../../shared/status/state-table.ts'
import type { Services } from '../services.ts'
import { succeedsUnlessTaken } from '../storage/unique.ts'
import { drawStatusPlaces } from './status-places.ts'

/** How often a request that lost the race for an index draws again. */
const ATTEMPTS = 5

interface Draft<T> {
  readonly answer: T
  /** All or nothing. */
  readonly statements: readonly D1PreparedStatement[]
}

/** The answer of the attempt that was written, undefined where a unique key refused every one. */
export async function recordWithStatus<T>(
  services: Services,
  issuerSlug: string,
  purposes: readonly PublishedPurpose[],
  draft: (status: readonly StatusPlace[]) => Promise<Draft<T>>,
): Promise<T | undefined> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const { answer, statements } = await draft(
      await drawStatusPlaces(services, issuerSlug, purposes),
    )
    if (await succeedsUnlessTaken(services.transact(statements))) return answer
  }
  return undefined
}
