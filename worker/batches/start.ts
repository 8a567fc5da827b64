// From an uploaded file to signing, at once or when a second person approves.
import { CREDENTIAL_TYPES, type IssuedKind } from '../../shared/credential-types/index.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { type Actor, nameOfActor } from '../auth/actor.ts'
import { activeKid } from '../keys/active-kid.ts'
import { hasSignedParts, SIGNED_PARTS } from '../keys/request-signature.ts'
import type { Refusal } from '../middleware/problem-details.ts'
import { refuseClosed } from '../proposals/kept-records.ts'
import { requiresApproval } from '../proposals/propose.ts'
import type { Services } from '../services.ts'
import type { Batch } from '../storage/batch-states.ts'
import type { StartAnswer } from '../storage/batches.ts'
import type { Issuer } from '../storage/issuers.ts'
import type { Operator } from '../storage/operators.ts'

interface Starter {
  readonly actor: Actor
  /** Absent where an API key asks, which never approves. */
  readonly operator?: Operator
}

const REFUSALS: Readonly<Record<Exclude<StartAnswer, 'started'>, string>> = {
  not_startable: 'Only a batch without a bad row that was not started yet can be started.',
  keys_taken: 'A key of this file was issued meanwhile, from another file: upload it again.',
}

/**
 * Starts a batch. Where the issuer asks for four eyes an approver who did not upload it starts it; whoever else asks lets it wait
 * as `proposed`.
 *
 * @returns the batch as it is now, or `batch.unknown`, `batch.conflict`, `issuer.closed`, `proposal.own` where an approver uploaded it
 */
export async function startOrPropose(
  services: Services,
  issuer: Issuer,
  batchId: string,
  { actor, operator }: Starter,
): Promise<Result<Batch, Refusal>> {
  const { batches } = services
  const refusal = await refuseClosed(services, issuer)
  if (refusal) return err(refusal)
  if (!(await requiresApproval(services, issuer.slug))) {
    return approveBatch(services, issuer, batchId, actor)
  }
  const batch = await batches.find(issuer.slug, batchId)
  if (!batch) return err({ code: 'batch.unknown' })
  const isApprover = operator?.role === 'approver'
  const isOwn = batch.uploadedBy === nameOfActor(actor)
  if (isApprover && !isOwn) return approveBatch(services, issuer, batchId, actor)
  if (isApprover && batch.state === 'proposed') return err({ code: 'proposal.own' })
  await batches.propose(issuer.slug, batchId)
  const proposed = await batches.find(issuer.slug, batchId)
  return proposed?.state === 'proposed'
    ? ok(proposed)
    : err({ code: 'batch.conflict', detail: REFUSALS.not_startable })
}

/**
 * Lets a batch that is `ready` or `proposed` be signed, in the name of who starts it: in the background, or, where the issuer keeps its
 * keys to itself, by whoever holds them. Whether this actor may is the caller's question.
 *
 * @returns the batch as it is now, or `batch.unknown`, `batch.conflict`, `key.none`, `signing.format`, `key.elsewhere`
 */
export async function approveBatch(
  services: Services,
  issuer: Issuer,
  batchId: string,
  actor: Actor,
): Promise<Result<Batch, Refusal>> {
  const { addresses, audit, batches, wakeBatches } = services
  const known = await batches.find(issuer.slug, batchId)
  if (!known) return err({ code: 'batch.unknown' })
  const isSignedHere = addresses.isOurs(issuer.did)
  if (!isSignedHere) {
    const key = await activeKid(services, issuer)
    if (!key.ok) return key
    if (known.format !== 'vc+jwt') return err({ code: 'signing.format' })
    if (hasSignedParts(CREDENTIAL_TYPES[known.kind as IssuedKind])) return err(SIGNED_PARTS)
    if (known.offersClaims === 1) return err({ code: 'key.elsewhere' })
  }
  const act = {
    actor,
    action: 'batch.approved',
    target: batchId,
    detail: { kind: known.kind, format: known.format, rows: known.rows },
  } as const
  const answer = await batches.start(
    issuer.slug,
    batchId,
    nameOfActor(actor),
    isSignedHere ? 'running' : 'awaiting_signature',
    (statements) => audit.append(issuer.slug, act, statements),
  )
  if (answer !== 'started') return err({ code: 'batch.conflict', detail: REFUSALS[answer] })
  if (isSignedHere) await wakeBatches([batchId])
  const batch = await batches.find(issuer.slug, batchId)
  return batch ? ok(batch) : err({ code: 'batch.unknown' })
}
