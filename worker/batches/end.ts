// Ending a batch before its last row is signed: refused by a second person, cancelled before its start, stopped after it.
import { utf8Encode } from '../../shared/encoding/bytes.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { RefuseProposal } from '../../shared/wire/proposals.ts'
import type { AuditAction } from '../audit/actions.ts'
import { type Actor, nameOfActor } from '../auth/actor.ts'
import type { Refusal } from '../middleware/problem-details.ts'
import type { Services } from '../services.ts'
import type { BatchEnd } from '../storage/batch-ends.ts'
import type { Batch, BatchState } from '../storage/batch-states.ts'
import { succeedsUnlessOvertaken } from '../storage/unique.ts'

/** How often an end that came while rows were counted is written again. */
const ATTEMPTS = 20

/** Context of the sealer: a note opens with its own batch only. */
export const batchNoteContext = (batchId: string): string => `batch-note:${batchId}`

type End = BatchEnd['state']

/** What a batch becomes that is cancelled: what was signed stays signed. */
const CANCELLED_AS: Readonly<Partial<Record<BatchState, End>>> = {
  invalid: 'cancelled',
  ready: 'cancelled',
  proposed: 'cancelled',
  running: 'stopped',
  awaiting_signature: 'stopped',
}
const ACTIONS: Readonly<Record<End, AuditAction>> = {
  refused: 'batch.refused',
  cancelled: 'batch.cancelled',
  stopped: 'batch.stopped',
}

const over = (detail: string) => err<Refusal>({ code: 'batch.conflict', detail })

/**
 * Refuses what waits for a second person, in the name of an approver.
 *
 * @returns the batch as it is now, or `proposal.own` where the approver uploaded it, `batch.conflict`
 */
export async function refuseBatch(
  services: Services,
  batch: Batch,
  actor: Actor,
  { reasonCode, note }: RefuseProposal,
): Promise<Result<Batch, Refusal>> {
  const endedBy = nameOfActor(actor)
  if (batch.uploadedBy === endedBy) return err({ code: 'proposal.own' })
  if (batch.state !== 'proposed') return over('Only a batch that is proposed can be refused.')
  const sealedNote =
    note === undefined
      ? undefined
      : await services.sealer.seal(utf8Encode(note), batchNoteContext(batch.id))
  return end(services, batch, actor, {
    state: 'refused',
    endedBy,
    reasonCode,
    ...(sealedNote !== undefined && { sealedNote }),
  })
}

/**
 * Cancels a batch that was not started, or stops one between two chunks. Rows that are signed by then stay signed, and are told.
 *
 * @returns the batch as it is now, or `batch.conflict` where it is over
 */
export async function cancelBatch(
  services: Services,
  batch: Batch,
  actor: Actor,
): Promise<Result<Batch, Refusal>> {
  for (let attempt = 0, now = batch; attempt < ATTEMPTS; attempt++) {
    const state = CANCELLED_AS[now.state]
    if (!state) return over('This batch is over, or not uploaded yet.')
    const ended = await end(services, now, actor, { state, endedBy: nameOfActor(actor) })
    if (ended.ok) return ended
    now = (await services.batches.findById(batch.id)) ?? now
  }
  return over('The batch is being signed too fast to be stopped: try again.')
}

async function end(
  { audit, batchEnds, batches }: Services,
  batch: Batch,
  actor: Actor,
  how: BatchEnd,
): Promise<Result<Batch, Refusal>> {
  const { id, issuerSlug, kind, format, rows, signed } = batch
  const act = {
    actor,
    action: ACTIONS[how.state],
    target: id,
    detail: {
      kind,
      format,
      rows,
      signed,
      ...(how.reasonCode !== undefined && { reasonCode: how.reasonCode }),
    },
  }
  const written = audit.append(issuerSlug, act, batchEnds.ends(batch, how))
  const isWritten = await succeedsUnlessOvertaken(written)
  const now = isWritten ? await batches.findById(id) : undefined
  return now ? ok(now) : over('The batch has moved on meanwhile.')
}
