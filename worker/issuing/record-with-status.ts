// Writes what was signed together with its status indices; draws and signs again where another request was faster.
import type { StatusPlace } from '../../shared/issue/credential-frame.ts'
import type { PublishedPurpose } from '../../shared/status/state-table.ts'
import type { AuditedAct } from '../audit/actions.ts'
import type { Services } from '../services.ts'
import { succeedsUnlessTaken } from '../storage/unique.ts'
import { drawStatusPlaces } from './status-places.ts'

/** How often a request that lost the race for an index draws again. */
const ATTEMPTS = 5

interface Draft<T> {
  readonly answer: T
  /** All or nothing, with what the audit log tells of it; absent where nothing is to be written. */
  readonly record?: {
    readonly statements: readonly D1PreparedStatement[]
    readonly act: AuditedAct
  }
}

/** The answer of the attempt that was written, undefined where a unique key refused every one. */
export async function recordWithStatus<T>(
  services: Services,
  issuerSlug: string,
  purposes: readonly PublishedPurpose[],
  draft: (status: readonly StatusPlace[]) => Promise<Draft<T>>,
): Promise<T | undefined> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const { answer, record } = await draft(await drawStatusPlaces(services, issuerSlug, purposes))
    if (!record) return answer
    const written = services.audit.append(issuerSlug, record.act, record.statements)
    if (await succeedsUnlessTaken(written)) return answer
  }
  return undefined
}
