// Decisions about statuses at the same time: each is made from what the one before left, and none is lost.
import { err, ok, type Result } from '../../shared/result.ts'
import type { Refusal } from '../middleware/problem-details.ts'
import type { Services } from '../services.ts'
import { succeedsUnlessMoved } from '../storage/status-changes.ts'
import type { Alongside } from './alongside.ts'

/** A decision that was made from a status as it stands, ready to be written. */
export interface Prepared<T> {
  readonly answer: T
  /** They fail as a whole where the status has moved; see `succeedsUnlessMoved`. None where nothing is to be changed. */
  readonly statements: readonly D1PreparedStatement[]
}

/** Of as many decisions about one status at the same time, one is written in each round. */
const ATTEMPTS = 50

const MOVED: Refusal = {
  code: 'status.conflict',
  detail:
    'Other changes were faster. Read the status again, and repeat yours if it is still right.',
}

/**
 * Prepares and writes a decision; where another one was faster, prepares it anew behind that one.
 *
 * @param prepare - reads the status and decides
 * @returns its answer or refusal, or `status.conflict` where others were faster every time
 */
export async function writeInTurn<T>(
  { audit }: Pick<Services, 'audit'>,
  issuerSlug: string,
  prepare: () => Promise<Result<Prepared<T>, Refusal>>,
  alongside: Alongside<T>,
): Promise<Result<T, Refusal>> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const prepared = await prepare()
    if (!prepared.ok) return prepared
    const { answer, statements } = prepared.value
    const all = [...statements, ...(await alongside(answer))]
    if (all.length === 0) return ok(answer)
    if (await succeedsUnlessMoved(audit.write(issuerSlug, all))) return ok(answer)
  }
  return err(MOVED)
}
